import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../src/io/clock.js';
import { createFiles } from '../../src/io/files.js';

const files = createFiles({ clock: createClock(), pid: 1, hostName: 'h', isAlive: () => true });
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aimi-read-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('readTextBounded', () => {
  it.each([
    [
      'the whole of a short file',
      100,
      0,
      { text: 'zero one two', isCut: false, isBinary: false, bytesRead: 12 },
    ],
    ['no more than the bound', 4, 0, { text: 'zero', isCut: true, isBinary: false, bytesRead: 4 }],
    ['from a place on', 3, 5, { text: 'one', isCut: true, isBinary: false, bytesRead: 3 }],
    ['to the end from a place on', 10, 9, { text: 'two', isCut: false, isBinary: false, bytesRead: 3 }],
    ['nothing behind the end', 10, 40, { text: '', isCut: false, isBinary: false, bytesRead: 0 }],
  ])('reads %s', async (_name, maxBytes, fromByte, expected) => {
    const path = join(folder, 'a.txt');
    writeFileSync(path, 'zero one two');
    expect(await files.readTextBounded(path, maxBytes, fromByte)).toEqual(expected);
  });

  it('gives no text of a binary file and drops a byte order mark', async () => {
    writeFileSync(join(folder, 'b'), Buffer.from([65, 0, 66]));
    writeFileSync(join(folder, 'c'), '\ufeffA=1');
    expect(await files.readTextBounded(join(folder, 'b'), 10)).toMatchObject({ text: '', isBinary: true });
    expect(await files.readTextBounded(join(folder, 'c'), 10)).toMatchObject({
      text: 'A=1',
      isBinary: false,
    });
  });

  it.each([
    ['a folder', '.'],
    ['nothing', 'missing'],
    ['a path through a file', 'file/x'],
  ])('finds no file where there is %s', async (_name, path) => {
    writeFileSync(join(folder, 'file'), '');
    expect(await files.readTextBounded(join(folder, path), 10)).toBeNull();
  });

  it('names the path of a file that cannot be read', async () => {
    const path = join(folder, 'loop');
    symlinkSync(path, path);
    await expect(files.readTextBounded(path, 10)).rejects.toMatchObject({
      code: 'file-unreadable',
      message: `Cannot read ${path} (ELOOP)`,
    });
  });
});

describe('list', () => {
  it('names what is there by kind and does not follow links', async () => {
    writeFileSync(join(folder, 'b.txt'), '');
    mkdirSync(join(folder, 'a'));
    symlinkSync(folder, join(folder, 'c'));
    expect(await files.list(folder)).toEqual([
      { name: 'a', kind: 'directory' },
      { name: 'b.txt', kind: 'file' },
      { name: 'c', kind: 'link' },
    ]);
  });

  it('is null for what is no folder', async () => {
    writeFileSync(join(folder, 'b.txt'), '');
    expect(await files.list(join(folder, 'b.txt'))).toBeNull();
    expect(await files.list(join(folder, 'missing'))).toBeNull();
  });
});
