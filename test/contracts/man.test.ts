import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { describeTree } from '../../src/describe-tree.js';
import { listFiles, ROOT, readProjectFile } from './documents.js';

const pages = listFiles('man', '.1');
const hasGroff = spawnSync('groff', ['--version']).status === 0;

describe('the man pages', () => {
  it('are up to date (node scripts/build-man.mjs)', () => {
    const check = spawnSync('node', ['scripts/build-man.mjs', '--check'], { cwd: ROOT, encoding: 'utf8' });
    expect(check).toMatchObject({ stdout: '', stderr: '', status: 0 });
  }, 60_000);

  it('are one for aimi and one for each command, and npm links them', async () => {
    const { commands } = await describeTree();
    const wanted = ['man/aimi.1', ...commands.map(({ path }) => `man/aimi-${path[0]}.1`)];
    expect([...pages].sort()).toEqual(wanted.sort());
    const manifest: { man: readonly string[] } = JSON.parse(readProjectFile('package.json'));
    expect([...manifest.man].sort()).toEqual(pages.map((path) => `./${path}`).sort());
  });

  it.each(pages)('%s: has no text that roff would take for a request', (path) => {
    const requests = [...readProjectFile(path).matchAll(/^[.'](\S*)/gm)].map((match) => match[1]);
    const known = [
      '\\"',
      'TH',
      'SH',
      'SS',
      'TP',
      'PP',
      'B',
      'I',
      'RI',
      'RS',
      'RE',
      'nf',
      'fi',
      'nh',
      'ad',
      'br',
    ];
    expect(requests.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });

  it.skipIf(!hasGroff).each(pages)('%s: renders without a warning', (path) => {
    const { stderr, status } = spawnSync('groff', ['-man', '-ww', '-z', path], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });

  it.skipIf(!hasGroff)('say every option and example in a terminal', () => {
    const text = execFileSync('groff', ['-man', '-Tascii', '-P-cbou', 'man/aimi-cost.1'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(text).toContain('--input-tokens n');
    expect(text).toMatch(/--per time\n.*: hour, day/);
    expect(text).toContain('aimi cost estimate --model');
  });
});
