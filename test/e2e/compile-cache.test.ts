import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import nodeModule from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPlace, type TestPlace } from './place.js';

const LINE = 'cost estimate --model gpt-4.1-mini --input-tokens 10 --output-tokens 10';
/** From 22.1 on, files and their names are Node's business. */
const hasNodesOwn = Reflect.has(nodeModule, 'enableCompileCache');

const folder = (place: TestPlace): string => join(place.cache, 'compile');

function filesOf(place: TestPlace): string[] {
  if (!existsSync(folder(place))) return [];
  return readdirSync(folder(place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const timesOf = (place: TestPlace) => filesOf(place).map((path) => [path, statSync(path).mtimeMs]);

describe('the compile cache', () => {
  it('changes nothing that can be seen', async () => {
    const place = createPlace();
    const without = await place.run(LINE, { env: { NODE_DISABLE_COMPILE_CACHE: '1' } });
    expect(filesOf(place)).toEqual([]);
    expect(without.exit).toBe(0);
    const first = await place.run(LINE);
    expect(filesOf(place).length).toBeGreaterThan(2);
    const times = timesOf(place);
    const second = await place.run(LINE);
    expect(timesOf(place)).toEqual(times);
    for (const { exit, stdout, stderr } of [first, second])
      expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: without.stdout, stderr: without.stderr });
    const refused = await place.run('models show no-such-model');
    expect(await place.run('models show no-such-model')).toMatchObject({
      exit: refused.exit,
      stderr: refused.stderr,
    });
  });

  it.skipIf(process.platform === 'win32')('is the user’s alone', async () => {
    const place = createPlace();
    await place.run(LINE);
    expect(statSync(folder(place)).mode & 0o777).toBe(0o700);
    if (!hasNodesOwn) for (const path of filesOf(place)) expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it.skipIf(hasNodesOwn)('is made again when it was spoiled', async () => {
    const place = createPlace();
    const { stdout } = await place.run(LINE);
    const good = new Map(filesOf(place).map((path) => [path, statSync(path).size]));
    for (const [index, path] of [...good.keys()].entries()) {
      const bytes = readFileSync(path);
      if (index % 3 === 0) bytes.fill(0, bytes.length / 2);
      writeFileSync(path, index % 3 === 1 ? '' : index % 3 === 2 ? bytes.subarray(0, 9999) : bytes);
    }
    expect(await place.run(LINE)).toMatchObject({
      exit: 0,
      stdout,
      stderr: expect.not.stringContaining('rror'),
    });
    for (const path of filesOf(place)) expect(statSync(path).size).toBeGreaterThan((good.get(path) ?? 0) / 2);
  });

  it.skipIf(process.platform === 'win32')('stays out of a folder that others may write to', async () => {
    const place = createPlace();
    mkdirSync(folder(place));
    chmodSync(folder(place), 0o777);
    expect((await place.run(LINE)).exit).toBe(0);
    expect(filesOf(place)).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux').each([
    ['below a file', 'file/cache'],
    ['below /proc', '/proc/aimi/cache'],
    ['on a device', '/dev/full/cache'],
  ])('is no condition: the cache directory is %s', async (_story, path) => {
    const place = createPlace();
    writeFileSync(join(place.home, 'file'), '');
    const usual = await place.run('models list -o json');
    const cache = path.startsWith('/') ? path : join(place.home, path);
    const { exit, stdout, stderr } = await place.run('models list -o json', {
      env: { AIMI_CACHE_DIR: cache },
    });
    expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: usual.stdout, stderr: usual.stderr });
  });

  it.skipIf(process.platform === 'win32' || hasNodesOwn)(
    'leaves nothing half written on a full disk',
    async () => {
      const place = createPlace();
      const { exit, stderr } = await place.shell(
        `ulimit -f 8; "$NODE" "$AIMI" models show gpt-4o -q >/dev/null`,
      );
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      expect(filesOf(place)).toEqual([]);
    },
  );

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'is no condition: the home is read-only',
    async () => {
      const place = createPlace();
      rmSync(place.cache, { recursive: true });
      chmodSync(place.home, 0o500);
      expect((await place.run(LINE)).exit).toBe(0);
      chmodSync(place.home, 0o700);
      expect(existsSync(place.cache)).toBe(false);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'holds nothing half written after an interrupt or a kill',
    async () => {
      for (const signal of ['SIGINT', 'SIGKILL'] as const) {
        const place = createPlace();
        const server = place.start('sandbox start');
        await server.said(/http:\/\//);
        server.child.kill(signal);
        await server.ended;
        expect(filesOf(place).filter((path) => path.endsWith('.tmp'))).toEqual([]);
        // A server that was told to stop has ended as it should; one that was killed has not.
        if (signal === 'SIGKILL') expect(filesOf(place)).toEqual([]);
        expect((await place.run(LINE)).exit).toBe(0);
      }
    },
  );

  it.skipIf(process.platform === 'win32')('is shared by many at once', async () => {
    const place = createPlace();
    const all = await Promise.all(Array.from({ length: 4 }, () => place.run(LINE)));
    expect(new Set(all.map(({ exit, stdout }) => `${exit} ${stdout}`)).size).toBe(1);
    expect(filesOf(place).filter((path) => path.endsWith('.tmp'))).toEqual([]);
    expect(
      execFileSync('ls', [folder(place)], { encoding: 'utf8' })
        .trim()
        .split('\n'),
    ).toHaveLength(1);
  });
});
