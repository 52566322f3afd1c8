import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { decodeEntry, encodeEntry } from '../../src/compile-cache/entry.js';
import { type Installed, openBundles } from '../../src/compile-cache/open-bundles.js';
import { createHost } from './host.js';

const root = mkdtempSync(join(tmpdir(), 'aimi-bundles-'));
afterAll(() => rmSync(root, { recursive: true }));

const MAIN = `"use strict";module.exports.say=n=>{if(n>1)return require("./more.cjs").more(n);return "one from main"};`;
const MORE = `"use strict";module.exports.more=n=>n+" from "+require("node:path").basename(__filename);`;
/** As long as MAIN: V8 tells sources apart by their length alone. */
const POISON = `"use strict";module.exports.say=n=>"poisoned";`.padEnd(MAIN.length);

let home = '';
let dist = '';
let cache = '';
beforeEach(() => {
  home = mkdtempSync(join(root, 'home-'));
  dist = join(home, 'dist');
  cache = join(home, 'cache');
  mkdirSync(dist);
  writeFileSync(join(dist, 'main.cjs'), MAIN);
  writeFileSync(join(dist, 'more.cjs'), MORE);
});

/** One process: loads main, calls it, ends. */
function run(count: number, code = 0, changes: Partial<Installed> = {}, env = {}): unknown {
  const require = createRequire(join(dist, 'main.cjs'));
  for (const path of Object.keys(require.cache)) if (path.startsWith(dist)) delete require.cache[path];
  const { host, end } = createHost({ env: { AIMI_CACHE_DIR: cache, ...env } });
  const installed = {
    distDirectory: dist,
    version: '1.0.0',
    build: 'b1',
    require,
    nodeModule: {},
    ...changes,
  };
  const main = openBundles(host, installed)('./main.cjs');
  const said: unknown = Reflect.get(Object(main), 'say')(count);
  end(code);
  return said;
}

const folder = (): string => {
  const [name] = readdirSync(join(cache, 'compile'));
  return join(cache, 'compile', name ?? '');
};
const kept = (): string[] => (existsSync(join(cache, 'compile')) ? readdirSync(folder()).sort() : []);
const mainEntry = (): string => join(folder(), 'main.cjs.bin');
const runsOf = (path: string): readonly string[] | undefined => decodeEntry(readFileSync(path))?.runs;
/** Makes a file look as if it had been written long ago, so that a rewriting shows. */
const age = (path: string): void => utimesSync(path, 1000, 1000);
const isRewritten = (path: string): boolean => statSync(path).mtimeMs > 1_000_000;

/** Code of another source under the name of main's. */
function poison(change: (code: Uint8Array) => Uint8Array = (code) => code): void {
  const main = readFileSync(join(dist, 'main.cjs'));
  writeFileSync(join(dist, 'main.cjs'), POISON);
  run(1);
  const poisoned = decodeEntry(readFileSync(mainEntry()));
  writeFileSync(join(dist, 'main.cjs'), main);
  const { size, mtimeMs } = statSync(join(dist, 'main.cjs'));
  if (poisoned === null) throw new Error('nothing was kept');
  writeFileSync(
    mainEntry(),
    encodeEntry({ ...poisoned, source: `${size} ${mtimeMs}`, code: change(poisoned.code) }),
  );
}

describe('bundles under the compile cache', () => {
  it('are kept after the first run, for the user alone, and say the same in the next', () => {
    expect(run(2)).toBe('2 from more.cjs');
    expect(kept()).toEqual(['main.cjs.bin', 'more.cjs.bin']);
    if (process.getuid !== undefined) expect(statSync(mainEntry()).mode & 0o777).toBe(0o600);
    expect(run(2)).toBe('2 from more.cjs');
    expect(run(1)).toBe('one from main');
  });

  it('run from what was kept: that is why it must be the user’s own', () => {
    poison();
    expect(run(1)).toBe('poisoned');
  });

  it.skipIf(process.getuid === undefined)('do not run from a file or folder that others may write to', () => {
    poison();
    chmodSync(mainEntry(), 0o666);
    expect(run(1)).toBe('one from main');
    poison();
    chmodSync(join(cache, 'compile'), 0o777);
    expect(run(1)).toBe('one from main');
  });

  it('are not written again when nothing is new', () => {
    run(1);
    age(mainEntry());
    run(1);
    expect(isRewritten(mainEntry())).toBe(false);
  });

  it('are written again after a run of another kind, which has other functions', () => {
    run(1);
    const [first] = runsOf(mainEntry()) ?? [];
    run(2);
    expect(runsOf(mainEntry())).toHaveLength(2);
    expect(runsOf(mainEntry())).toContain(first);
  });

  it.each<[string, (path: string) => void]>([
    ['cut', (path) => writeFileSync(path, readFileSync(path).subarray(0, 200))],
    ['empty', (path) => writeFileSync(path, '')],
    ['foreign', (path) => writeFileSync(path, 'no cache at all\n')],
    [
      'of a bundle as long that was changed since',
      () => {
        const changed = MAIN.replace('one from main', 'uno from main');
        writeFileSync(join(dist, 'main.cjs'), changed);
        utimesSync(join(dist, 'main.cjs'), 5000, 5000);
        writeFileSync(join(dist, 'main.cjs'), MAIN);
        utimesSync(join(dist, 'main.cjs'), 6000, 6000);
      },
    ],
  ])('are compiled anew when what was kept is %s, and that is replaced', (_story, spoil) => {
    run(1);
    spoil(mainEntry());
    age(mainEntry());
    expect(run(1)).toBe('one from main');
    expect(isRewritten(mainEntry())).toBe(true);
    expect(runsOf(mainEntry())).toHaveLength(1);
    age(mainEntry());
    run(1);
    expect(isRewritten(mainEntry())).toBe(false);
  });

  it('are compiled anew when V8 refuses what was kept, and that is replaced', () => {
    poison((code) => new Uint8Array(code.length));
    age(mainEntry());
    expect(run(1)).toBe('one from main');
    expect(isRewritten(mainEntry())).toBe(true);
  });

  it('run where a folder has taken the name of a file', () => {
    run(1);
    rmSync(mainEntry());
    mkdirSync(mainEntry());
    expect(run(1)).toBe('one from main');
    expect(kept()).toEqual(['main.cjs.bin']);
  });

  it('are not kept after an interrupt', () => {
    run(1, 130);
    expect(kept()).toEqual([]);
  });

  it('are not kept where the user wants no cache', () => {
    expect(run(1, 0, {}, { NODE_DISABLE_COMPILE_CACHE: '1' })).toBe('one from main');
    expect(existsSync(cache)).toBe(false);
  });

  it('have a generation of their own for each build', () => {
    run(1);
    run(1, 0, { build: 'b2' });
    expect(readdirSync(join(cache, 'compile'))).toHaveLength(2);
  });

  it('clear away what a killed process left behind, and nothing that is being written', () => {
    run(1);
    for (const name of ['main.cjs.1.tmp', 'main.cjs.2.tmp']) writeFileSync(join(folder(), name), 'half');
    age(join(folder(), 'main.cjs.1.tmp'));
    run(2);
    expect(kept()).toEqual(['main.cjs.2.tmp', 'main.cjs.bin', 'more.cjs.bin']);
  });

  it('load once, and not again after an error', () => {
    const require = createRequire(join(dist, 'main.cjs'));
    writeFileSync(join(dist, 'broken.cjs'), 'throw new Error("at start")');
    const load = openBundles(createHost({ env: { AIMI_CACHE_DIR: cache } }).host, {
      distDirectory: dist,
      version: '1.0.0',
      build: 'b1',
      require,
      nodeModule: {},
    });
    expect(load('./main.cjs')).toBe(load('./main.cjs'));
    expect(() => load('./broken.cjs')).toThrow('at start');
    expect(() => load('./broken.cjs')).toThrow('at start');
    expect(() => load('./missing.cjs')).toThrow('missing.cjs');
  });

  it('give errors the file and column of the bundle', () => {
    writeFileSync(join(dist, 'main.cjs'), `exports.say=()=>{throw new Error("here")};`);
    let stack = '';
    try {
      run(1);
    } catch (error) {
      stack = error instanceof Error ? String(error.stack) : '';
    }
    expect(stack).toContain(`${join(dist, 'main.cjs')}:1:24`);
  });

  it('are left to Node’s own cache where Node has one', () => {
    const asked: unknown[] = [];
    const nodeModule = { enableCompileCache: (path: string) => asked.push(path) };
    expect(run(1, 0, { nodeModule })).toBe('one from main');
    expect(asked).toEqual([folder()]);
    expect(kept()).toEqual([]);
    if (process.getuid === undefined) return;
    chmodSync(join(cache, 'compile'), 0o777);
    run(1, 0, { nodeModule });
    expect(asked).toHaveLength(1);
  });

  it('run as ever when Node’s own cache fails', () => {
    const nodeModule = {
      enableCompileCache: () => {
        throw new Error('no');
      },
    };
    expect(run(1, 0, { nodeModule })).toBe('one from main');
  });
});
