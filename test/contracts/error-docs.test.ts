import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { describe, expect, it } from 'vitest';
import { SETTING_RULES } from '../../src/config/rules.js';
import { ERROR_EXITS } from '../../src/error-codes.js';
import { EXIT } from '../../src/exit-code.js';
import { addGlobalFlags } from '../../src/global-flags.js';
import { buildProgram } from '../../src/program.js';
import { fences, listFiles, ROOT, readProjectFile, relativeLinks } from './documents.js';
import { renewPage } from './error-page.js';

/** AIMI_UPDATE_DOCS=1 writes the quoted errors anew, to be read before they are committed. */
const IS_UPDATE = process.env.AIMI_UPDATE_DOCS === '1';

const CODES = Object.entries(ERROR_EXITS);
const pagePath = (code: string): string => `docs/errors/${code}.md`;
const documents = [
  ...listFiles('docs', '.md'),
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].filter((path) => existsSync(join(ROOT, path))),
];

describe('the pages of error codes', () => {
  it('are one for each code and no more', () => {
    const pages = listFiles('docs/errors', '.md').map((path) => basename(path, '.md'));
    expect(pages.filter((name) => name !== 'README')).toEqual(Object.keys(ERROR_EXITS).sort());
  });

  it.each(CODES)('%s: the title is the code and the exit code is %i', (code, exit) => {
    const page = readProjectFile(pagePath(code));
    expect(page.startsWith(`# ${code}\n`)).toBe(true);
    expect(page).toMatch(new RegExp(`^Exit code \\*\\*${exit}\\*\\*`, 'm'));
  });

  it.each(CODES)('%s: quotes aimi word for word, and only its own code', async (code) => {
    const path = pagePath(code);
    const renewed = await renewPage(code, readProjectFile(path));
    if (IS_UPDATE) writeFileSync(join(ROOT, path), renewed);
    expect(readProjectFile(path)).toBe(renewed);
    const quoted = fences(renewed).flatMap(({ body }) => body.match(/^ {2}code: .*$/gm) ?? []);
    for (const line of quoted) expect(line).toBe(`  code: ${code}`);
    expect(quoted.length > 0 || code === 'internal').toBe(true);
  });

  it('are all in the index, each with its exit code', () => {
    const index = readProjectFile('docs/errors/README.md');
    const rows = [...index.matchAll(/^\| \[([a-z-]+)\]\(([^)]+)\) \| (\d+) \|/gm)];
    expect(rows.map((row) => [row[1], row[2], Number(row[3])])).toEqual(
      CODES.map(([code, exit]) => [code, `${code}.md`, exit]),
    );
  });
});

describe('docs/exit-codes.md', () => {
  const page = readProjectFile('docs/exit-codes.md');
  const rows = page.split('\n').filter((line) => /^\| \d+ \|/.test(line));

  it('has one row for each exit code', () => {
    expect(rows.map((row) => Number(row.split('|')[1]))).toEqual(Object.values(EXIT));
  });

  it.each(CODES)('names %s in the row of %i', (code, exit) => {
    const naming = rows.filter((row) => row.includes(`(errors/${code}.md)`));
    expect(naming.map((row) => Number(row.split('|')[1]))).toEqual([exit]);
  });
});

describe('docs/configuration.md', () => {
  const page = readProjectFile('docs/configuration.md');
  const flags = addGlobalFlags(new Command()).options.map((option) => [option.long ?? '']);
  const settings = Object.entries(SETTING_RULES);

  it.each(flags)('names the flag %s', (flag) => {
    expect(page).toContain(`\`${flag}`.replace(/^`(--\S+)/, '$1'));
  });

  it.each(settings)('gives %s a row with its variables', (key, rule) => {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${key}\` |`)) ?? '';
    expect(rule.environment.filter(({ name }) => !row.includes(`\`${name}\``))).toEqual([]);
    if (rule.flag !== null) {
      expect(flags.map(([flag]) => flag)).toContain(rule.flag);
      expect(row).toContain(rule.flag);
    }
  });

  it('says which settings a project file may not hold', () => {
    const barred = settings.filter(([, rule]) => !rule.isProjectSetting).map(([key]) => `\`${key}\``);
    const sentence = page.split('\n').find((line) => line.startsWith('A project file may not set')) ?? '';
    expect(
      sentence.match(/`\w+`/g)?.filter((word) => settings.some(([key]) => word === `\`${key}\``)),
    ).toEqual(barred);
  });
});

describe('documents', () => {
  it.each(documents)('%s: relative links lead to files', (path) => {
    const missing = relativeLinks(readProjectFile(path)).filter(
      (target) => !existsSync(join(ROOT, dirname(path), target)),
    );
    expect(missing).toEqual([]);
  });

  it.each(documents)('%s: every aimi command in a block of commands can be parsed', async (path) => {
    const lines = fences(readProjectFile(path))
      .filter(({ info }) => /^(?:sh|console)\b/.test(info))
      .flatMap(({ body }) => commandLines(body));
    const wrong: string[] = [];
    for (const line of lines) {
      const problem = await parseProblem(line);
      if (problem !== null) wrong.push(`${line.join(' ')}: ${problem}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** Arguments of each `aimi ...` of a block; errors that are shown on purpose follow a `$` with a cross. */
function commandLines(body: string): readonly (readonly string[])[] {
  const isShown = body.includes('✗');
  return body.split('\n').flatMap((line) => {
    const match = /^(?:\$ )?(?:[A-Z_]+=\S+ )*aimi( [^|>&#]*)?/.exec(line);
    if (match === null || (isShown && line.startsWith('$'))) return [];
    const words = (match[1] ?? '').matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g);
    return [[...words].map((word) => word[1] ?? word[2] ?? word[3] ?? '')];
  });
}

/** Null when the command tree takes it; nothing is run. */
async function parseProblem(words: readonly string[]): Promise<string | null> {
  if (words[0] === '--version' || words.length === 0) return null;
  const silent = { writeOut: () => {}, writeErr: () => {}, helpWidth: () => 80 };
  const shell = {
    run: () => Promise.resolve(),
    present: () => Promise.reject(new Error('Nothing is run here')),
  };
  const program = await buildProgram(silent, shell, new Set(words));
  try {
    await program.parseAsync([...words], { from: 'user' });
    return null;
  } catch (error) {
    const isHelp = error instanceof Error && 'exitCode' in error && error.exitCode === 0;
    return isHelp ? null : String(error);
  }
}
