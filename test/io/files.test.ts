import { execFile } from 'node:child_process';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../src/io/clock.js';
import { createFiles } from '../../src/io/files.js';
import type { Machine } from '../../src/io/lock.js';
import { patiently } from '../../src/io/patiently.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aimi-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

const ALIVE = 4711;
const machine: Machine = {
  clock: createClock(),
  pid: ALIVE,
  hostName: 'here',
  isAlive: (pid) => pid === ALIVE,
};
const files = createFiles(machine);

/** A clock that a sleep moves forward, so that waiting takes no time. */
function jumpingMachine(): Machine {
  let nowMs = 0;
  const clock = {
    now: () => new Date(),
    monotonicMs: () => nowMs,
    sleep: async (ms: number) => {
      nowMs += ms;
    },
  };
  return { ...machine, clock };
}

describe('making folders', () => {
  it('makes all that are missing, also when somebody else makes them too', async () => {
    const deep = join(folder, 'a', 'b', 'c', 'file');
    await Promise.all([1, 2, 3].map((n) => files.writeTextAtomically(deep, String(n))));
    expect(await files.readText(deep)).toMatch(/^[123]$/);
  });

  it.runIf(process.platform === 'linux')('is refused below a folder that takes none', async () => {
    await expect(files.writeTextAtomically('/proc/x/y/state.json', '{}')).rejects.toMatchObject({
      code: 'file-unwritable',
      message: 'Cannot write /proc/x/y/state.json (ENOENT)',
    });
  });

  it('is refused below a file', async () => {
    await writeFile(join(folder, 'file'), 'x');
    await expect(files.writeTextAtomically(join(folder, 'file', 'b'), '')).rejects.toMatchObject({
      code: 'file-unwritable',
    });
  });
});

describe('patiently', () => {
  const held = (code: string) => Object.assign(new Error(code), { code });
  function refusing(times: number, code: string) {
    let calls = 0;
    return {
      calls: () => calls,
      work: async () => {
        calls += 1;
        if (calls <= times) throw held(code);
        return 'done';
      },
    };
  }

  it.each(['EPERM', 'EACCES', 'EBUSY'])('waits on Windows for a file that answers %s', async (code) => {
    const file = refusing(3, code);
    expect(await patiently({ ...jumpingMachine(), isWindows: true }, file.work)).toBe('done');
    expect(file.calls()).toBe(4);
  });

  it.each([
    ['after a second', true, 'EPERM'],
    ['at once elsewhere', false, 'EPERM'],
    ['at once for another reason', true, 'ENOSPC'],
  ])('gives up %s', async (_when, isWindows, code) => {
    const file = refusing(1000, code);
    await expect(patiently({ ...jumpingMachine(), isWindows }, file.work)).rejects.toMatchObject({ code });
    expect(file.calls() > 1).toBe(isWindows && code === 'EPERM');
    expect(file.calls()).toBeLessThan(10);
  });
});

describe('readText', () => {
  it('gives null for what is not there', async () => {
    expect(await files.readText(join(folder, 'none.json'))).toBeNull();
    await writeFile(join(folder, 'file'), 'x');
    expect(await files.readText(join(folder, 'file', 'below.json'))).toBeNull();
  });

  it('names the path and the reason when a file cannot be read', async () => {
    await expect(files.readText(folder)).rejects.toMatchObject({
      code: 'file-unreadable',
      message: `Cannot read ${folder} (EISDIR)`,
    });
  });
});

describe('writeTextAtomically', () => {
  it('makes the folders, sets the mode and leaves nothing beside', async () => {
    const path = join(folder, 'a', 'b', 'state.json');
    await files.writeTextAtomically(path, '{"a":1}', 0o600);
    expect(await readFile(path, 'utf8')).toBe('{"a":1}');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['state.json']);
  });

  it('keeps the mode of the file that it replaces', async () => {
    const path = join(folder, 'state.json');
    await writeFile(path, 'old');
    await chmod(path, 0o640);
    await files.writeTextAtomically(path, 'new');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  it('replaces what a symbolic link names, not the link', async () => {
    const target = join(folder, 'dotfiles.yaml');
    const link = join(folder, 'config.yaml');
    await writeFile(target, 'old');
    await symlink(target, link);
    await files.writeTextAtomically(link, 'new');
    expect(await readFile(target, 'utf8')).toBe('new');
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
  });

  it('keeps the old file and cleans up when it fails', async () => {
    const path = join(folder, 'taken');
    await mkdir(join(path, 'inside'), { recursive: true });
    await expect(files.writeTextAtomically(path, 'x')).rejects.toMatchObject({ code: 'file-unwritable' });
    expect(await readdir(folder)).toEqual(['taken']);
  });
});

describe('remove', () => {
  it('removes a file, and is content when there is none', async () => {
    const path = join(folder, 'x');
    await writeFile(path, '');
    await files.remove(path);
    await files.remove(path);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('withLock', () => {
  const path = (): string => join(folder, 'deep', 'state.json');

  it('lets one in at a time within a process', async () => {
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 8 }, () => files.withLock(path(), 10_000, work)));
    expect(most).toBe(1);
    expect(await readdir(join(folder, 'deep'))).toEqual([]);
  });

  it('gives the result, and lets go when the work fails', async () => {
    expect(await files.withLock(path(), 100, async () => 7)).toBe(7);
    await expect(files.withLock(path(), 100, () => Promise.reject(new Error('work')))).rejects.toThrow(
      'work',
    );
    expect(await readdir(join(folder, 'deep'))).toEqual([]);
  });

  const holdBy = async (owner: string, ageMs = 0): Promise<void> => {
    const lock = `${path()}.lock`;
    await mkdir(join(folder, 'deep'), { recursive: true });
    await writeFile(lock, owner);
    const at = new Date(Date.now() - ageMs);
    await utimes(lock, at, at);
  };

  it.each([
    ['a living process holds it', JSON.stringify({ pid: ALIVE, host: 'here' }), 60_000],
    ['another machine holds it', JSON.stringify({ pid: 1, host: 'there' }), 10_000],
    ['its owner is not written yet', '', 1_000],
  ])('is busy while %s', async (_story, owner, ageMs) => {
    await holdBy(owner, ageMs);
    await expect(createFiles(jumpingMachine()).withLock(path(), 500, async () => 1)).rejects.toMatchObject({
      code: 'sandbox-busy',
      hint: expect.stringContaining(`${path()}.lock`),
    });
  });

  it.each([
    ['its owner has died', JSON.stringify({ pid: 1, host: 'here' }), 0],
    ['its process id was given to another program', JSON.stringify({ pid: ALIVE, host: 'here' }), 360_000],
    ['another machine has forgotten it', JSON.stringify({ pid: 1, host: 'there' }), 40_000],
    ['it is unreadable and old', 'half a li', 40_000],
  ])('is taken over when %s', async (_story, owner, ageMs) => {
    await holdBy(owner, ageMs);
    expect(await createFiles(jumpingMachine()).withLock(path(), 500, async () => 1)).toBe(1);
    expect(await readdir(join(folder, 'deep'))).toEqual([]);
  });

  it('loses no update of several processes, although one left a dead lock behind', async () => {
    const counter = join(folder, 'deep', 'counter');
    const script = join(folder, 'count.cjs');
    await build({
      stdin: {
        contents: `
          import { createFiles } from './src/io/files.js';
          import { createClock } from './src/io/clock.js';
          const isAlive = (pid) => { try { process.kill(pid, 0); return true; } catch (error) { return error.code === 'EPERM'; } };
          const files = createFiles({ clock: createClock(), pid: process.pid, hostName: ${JSON.stringify(hostname())}, isAlive });
          const path = ${JSON.stringify(counter)};
          const add = async () => {
            const count = Number((await files.readText(path)) ?? 0);
            await files.writeTextAtomically(path, String(count + 1));
          };
          (async () => { for (let i = 0; i < 15; i += 1) await files.withLock(path, 15000, add); })();
        `,
        resolveDir: join(import.meta.dirname, '..', '..'),
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: script,
      logLevel: 'error',
    });
    await mkdir(join(folder, 'deep'));
    // No process has this id: the largest that Linux gives is 4194304.
    await writeFile(`${counter}.lock`, JSON.stringify({ pid: 4_194_305, host: hostname() }));
    const run = promisify(execFile);
    await Promise.all(Array.from({ length: 4 }, () => run(process.execPath, [script])));
    expect(await readFile(counter, 'utf8')).toBe('60');
    expect(await readdir(join(folder, 'deep'))).toEqual(['counter']);
  });
});
