import { describe, expect, it } from 'vitest';
import { listFiles, readProjectFile } from './documents.js';
import { layeringViolations } from './layering.js';

describe('layeringViolations', () => {
  const RULES: readonly (readonly [story: string, path: string, text: string, count: number])[] = [
    ['core imports core', 'core/a.ts', "import { b } from './b.js';", 0],
    ['core imports the errors', 'core/x/a.ts', "import { AimiError } from '../../errors.js';", 0],
    ['core imports a pure package', 'core/a.ts', "import * as v from 'valibot';", 0],
    ['core imports a module of Node', 'core/a.ts', "import { join } from 'node:path';", 1],
    ['core imports a type of the Context', 'core/a.ts', "import type { Context } from '../context.js';", 1],
    ['core loads an adapter later', 'core/a.ts', "export const a = () => import('../io/ora.js');", 1],
    ['core exports on from elsewhere', 'core/a.ts', "export { b } from '../render/b.js';", 1],
    ['io takes a type from config', 'io/a.ts', "import { type A, type B } from '../config/b.js';", 0],
    ['io takes a value from config', 'io/a.ts', "import { type A, b } from '../config/b.js';", 1],
    ['azure takes all of config', 'azure/x/a.ts', "import * as all from '../../config/b.js';", 1],
    ['azure names a type by import', 'azure/a.ts', "type A = import('../config/b.js').A;", 0],
    ['io chooses symbols', 'io/a.ts', "import { ASCII_SYMBOLS } from '../render/theme.js';", 0],
    ['a command takes a type from azure', 'commands/a/b.ts', "import type { A } from '../../azure/a.js';", 1],
    ['a command renders', 'commands/a.ts', "import { view } from '../render/view.js';", 0],
    ['main wires', 'main.ts', "import { a } from './io/a.js'; process.exitCode = 1;", 0],
    ['an adapter names process', 'azure/a.ts', 'export const a = () => process.env;', 1],
    ['an adapter imports process', 'io/a.ts', "import { env } from 'node:process';", 1],
    ['a word called process', 'io/a.ts', 'export const a = { process: 1 }.process; // process.env', 0],
  ];

  it.each(RULES)('%s', (_story, path, text, count) => {
    expect(layeringViolations(new Map([[path, text]]))).toHaveLength(count);
  });
});

describe('src', () => {
  it('keeps its layers', () => {
    const paths = listFiles('src', '.ts');
    const files = new Map(paths.map((path) => [path.replace(/^src\//, ''), readProjectFile(path)]));
    expect(files.size).toBeGreaterThan(50);
    expect(layeringViolations(files)).toEqual([]);
  });
});
