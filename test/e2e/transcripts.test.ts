import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../src/program.js';
import { TRANSCRIPTS } from './paths.js';
import { createPlace } from './place.js';
import { commandsOf, replay } from './transcript.js';

/**
 * What a person sees, command by command. After a change on purpose, AIMI_UPDATE_TRANSCRIPTS=1 writes the
 * files anew; read the difference before it is committed.
 */
const files = readdirSync(TRANSCRIPTS).filter((name) => name.endsWith('.md'));

describe.concurrent('a transcript still holds', () => {
  it.each(files)('%s', async (name) => {
    const path = join(TRANSCRIPTS, name);
    const before = readFileSync(path, 'utf8');
    const after = await replay(before, createPlace());
    if (process.env.AIMI_UPDATE_TRANSCRIPTS === '1') writeFileSync(path, after);
    else expect(after).toBe(before);
  });
});

describe('the transcripts', () => {
  it('show every command, working and refused, as table and as JSON', async () => {
    const shown = files.map((name) => readFileSync(join(TRANSCRIPTS, name), 'utf8')).join('\n');
    const runs = [...shown.matchAll(/^\$ (aimi .*)$[\s\S]*?^--- exit (\d+)$/gm)].map((match) => ({
      line: match[1] ?? '',
      exit: Number(match[2]),
    }));
    expect(runs.length).toBe(commandsOf(shown).length);
    const missing = (await leafCommands()).flatMap((command) => {
      const own = runs.filter(({ line }) => line.startsWith(`aimi ${command}`));
      const wanted = {
        'a success': own.some(({ exit }) => exit === 0),
        'a refusal': own.some(({ exit }) => exit !== 0) || NEVER_REFUSED.includes(command),
        JSON: own.some(({ line }) => line.includes('-o json')),
      };
      return Object.entries(wanted)
        .filter(([, isThere]) => !isThere)
        .map(([what]) => `${command}: ${what}`);
    });
    expect(missing).toEqual([]);
  });
});

/** Commands that have nothing to refuse beyond a wrong option. */
const NEVER_REFUSED = [
  'sandbox status',
  'sandbox reset',
  'sandbox scenario list',
  'cost prices status',
  'cost prices list',
];
/** Serves until Ctrl-C, at addresses that differ; see signing-in.test.ts. `version` differs by machine. */
const NOT_SHOWN = ['version', 'sandbox start', 'deployments create', 'cost prices update'];

async function leafCommands(): Promise<readonly string[]> {
  const output = { writeOut: () => {}, writeErr: () => {}, helpWidth: () => 80 };
  const shell = { run: () => Promise.resolve(), present: () => Promise.resolve(0 as const) };
  const program = await buildProgram(output, shell, 'all');
  const found: string[] = [];
  interface Node {
    name(): string;
    readonly commands: readonly Node[];
  }
  const visit = (node: Node, path: string): void => {
    for (const child of node.commands) {
      const own = `${path} ${child.name()}`.trim();
      if (child.commands.length === 0) found.push(own);
      visit(child, own);
    }
  };
  visit(program, '');
  return found.filter((name) => !NOT_SHOWN.includes(name));
}
