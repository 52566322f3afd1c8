import type { Files } from '../../../context.js';
import { join } from './walk.js';

/** The simple patterns of a `.gitignore`: plain names, `/rooted/paths`, `folders/`, `*.endings`. */
export interface IgnoreRules {
  readonly names: ReadonlySet<string>;
  readonly paths: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  readonly endings: readonly string[];
}

const MOST_BYTES = 64 * 1024;

/** Reads the top `.gitignore`; patterns that are not simple, and exceptions (`!`), are passed over. */
export async function readIgnoreRules(root: string, files: Files): Promise<IgnoreRules> {
  const text = (await files.readTextBounded(join(root, '.gitignore'), MOST_BYTES))?.text ?? '';
  const names = new Set<string>();
  const paths = new Set<string>();
  const folders = new Set<string>();
  const endings: string[] = [];
  for (const raw of text.split('\n', 2000)) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || line.startsWith('!')) continue;
    const plain = line.replace(/^\*\*\//, '').replace(/\/\*{0,2}$/, '');
    if (/^\*\.[\w.-]+$/.test(plain)) {
      if (endings.length < 200) endings.push(plain.slice(1));
    } else if (/[*?[\]!]/.test(plain) || plain === '') continue;
    else if (plain.startsWith('/') || plain.includes('/')) paths.add(plain.replace(/^\//, ''));
    else if (line.endsWith('/')) folders.add(plain);
    else names.add(plain);
  }
  return { names, paths, folders, endings };
}
