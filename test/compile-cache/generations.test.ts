import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openGeneration } from '../../src/compile-cache/generations.js';

const home = mkdtempSync(join(tmpdir(), 'aimi-generations-'));
const me = process.getuid?.();
afterAll(() => rmSync(home, { recursive: true }));

const at = (...names: string[]) => ({
  directory: join(home, ...names),
  generation: join(home, ...names, 'new'),
});
const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('openGeneration', () => {
  it.skipIf(me === undefined)('makes every missing folder for the user alone', () => {
    const place = at('deep', 'er', 'compile');
    expect(openGeneration(place, me)).toBe(true);
    for (const path of [place.generation, place.directory, join(home, 'deep', 'er'), join(home, 'deep')])
      expect(modeOf(path)).toBe(0o700);
  });

  it('keeps the generation that is in use and the three that were written last', () => {
    const place = at('crowd');
    for (const [index, name] of ['oldest', 'older', 'old', 'younger', 'youngest'].entries()) {
      mkdirSync(join(place.directory, name), { recursive: true, mode: 0o700 });
      writeFileSync(join(place.directory, name, 'main.cjs.bin'), 'code');
      utimesSync(join(place.directory, name), 1_000_000 + index, 1_000_000 + index);
    }
    chmodSync(place.directory, 0o700);
    expect(openGeneration(place, me)).toBe(true);
    expect(readdirSync(place.directory).sort()).toEqual(['new', 'old', 'younger', 'youngest']);
  });

  it.skipIf(me === undefined)('leaves a folder alone that others may write into', () => {
    const place = at('open');
    mkdirSync(place.directory);
    chmodSync(place.directory, 0o777);
    expect(openGeneration(place, me)).toBe(false);
    expect(readdirSync(place.directory)).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')('gives up below a file and below /proc, at once', () => {
    writeFileSync(join(home, 'file'), '');
    expect(() => openGeneration(at('file', 'compile'), me)).toThrow(/ENOTDIR/);
    const proc = '/proc/aimi/cache/compile';
    expect(() => openGeneration({ directory: proc, generation: join(proc, 'new') }, me)).toThrow(/ENOENT/);
  });

  it.skipIf(me !== 0)('makes nothing for root in the home of somebody else', () => {
    const theirs = join(home, 'theirs');
    mkdirSync(theirs);
    chownSync(theirs, 12345, 12345);
    expect(openGeneration(at('theirs', '.cache', 'aimi', 'compile'), 0)).toBe(false);
    expect(readdirSync(theirs)).toEqual([]);
  });
});
