import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isOwnDirectory, readOwnFile } from '../../src/compile-cache/trust.js';

const home = mkdtempSync(join(tmpdir(), 'aimi-trust-'));
const me = process.getuid?.();
const somebodyElse = (me ?? 0) + 1;
afterAll(() => rmSync(home, { recursive: true }));

function file(name: string, mode: number): string {
  const path = join(home, name);
  writeFileSync(path, 'code');
  chmodSync(path, mode);
  return path;
}

function directory(name: string, mode: number): string {
  const path = join(home, name);
  mkdirSync(path);
  chmodSync(path, mode);
  return path;
}

describe.skipIf(me === undefined)('whose code is run', () => {
  it('is read from a file of the user', () => {
    expect(readOwnFile(file('own', 0o600), me)?.toString()).toBe('code');
  });

  it.each([
    ['the group may write', 0o620],
    ['everybody may write', 0o602],
  ])('is not read from a file that %s', (story, mode) => {
    expect(readOwnFile(file(story, mode), me)).toBeNull();
  });

  it('is not read from a file of somebody else', () => {
    expect(readOwnFile(file('foreign', 0o600), somebodyElse)).toBeNull();
  });

  it('is not read through a link, from a folder, from a pipe or from nothing', () => {
    symlinkSync(file('target', 0o600), join(home, 'link'));
    execFileSync('mkfifo', [join(home, 'pipe')]);
    for (const name of ['link', '.', 'pipe', 'nothing', 'target/below']) {
      expect(readOwnFile(join(home, name), me)).toBeNull();
    }
  });

  it('is not read from a file that is too large', () => {
    const path = file('large', 0o600);
    truncateSync(path, 33 * 1024 * 1024);
    expect(readOwnFile(path, me)).toBeNull();
  });

  it.each([
    ['is only the user’s', 0o700, true],
    ['others may look into', 0o755, true],
    ['the group may write into', 0o770, false],
    ['everybody may write into', 0o1777, false],
  ])('lies in a folder that %s: %o, %s', (story, mode, isOwn) => {
    expect(isOwnDirectory(directory(story, mode), me)).toBe(isOwn);
  });

  it('lies in no folder of somebody else, no link to one, no file and no nothing', () => {
    const own = directory('own folder', 0o700);
    expect(isOwnDirectory(own, somebodyElse)).toBe(false);
    symlinkSync(own, join(home, 'link to it'));
    linkSync(file('a file', 0o600), join(home, 'same file'));
    for (const name of ['link to it', 'same file', 'not there'])
      expect(isOwnDirectory(join(home, name), me)).toBe(false);
  });
});
