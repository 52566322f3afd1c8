import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { decodeEntry, type Entry } from './entry.js';
import { readOwnFile, type UserId } from './trust.js';

/** A bundle that was loaded in this run. */
export interface LoadedBundle {
  readonly name: string;
  readonly script: Script;
  /** Length and time of change of its file. */
  readonly source: string;
  /** The kinds of run known to the code it was loaded from; null when V8 compiled it. */
  readonly runs: readonly string[] | null;
}

export interface BundleOptions {
  readonly distDirectory: string;
  /** Where code is read from; null when nothing there can be trusted. */
  readonly generation: string | null;
  readonly user: UserId;
  /** Node's own, for what is no bundle. */
  readonly require: NodeJS.Require;
}

const OPENING = '(function(exports,require,module,__filename,__dirname){';

/**
 * Loads bundles as `require` does, from compiled code where there is some. Functions that V8 compiles when they
 * are first called are in that code too, since it is made at the end of a run.
 */
export function createBundles({ distDirectory, generation, user, require }: BundleOptions) {
  const loaded: LoadedBundle[] = [];

  function compile(name: string, path: string): Script {
    const text = readFileSync(path, 'utf8');
    const facts = statSync(path);
    const source = `${facts.size} ${facts.mtimeMs}`;
    const entry = generation === null ? null : readEntry(join(generation, `${name}.bin`), source, user);
    const script = new Script(`${OPENING}${text}\n})`, {
      filename: path,
      // What is on the first line, which is nearly all, keeps its column in a stack.
      columnOffset: -OPENING.length,
      ...(entry === null ? {} : { cachedData: entry.code }),
    });
    const isFromCache = entry !== null && script.cachedDataRejected === false;
    loaded.push({ name, script, source, runs: isFromCache ? entry.runs : null });
    return script;
  }

  function load(id: string): unknown {
    if (!id.startsWith('./')) return require(id);
    const path = join(distDirectory, id);
    const known = require.cache[path];
    if (known !== undefined) return known.exports;
    const bundle: { exports: unknown } = { exports: {} };
    Reflect.set(require.cache, path, bundle);
    try {
      const body: unknown = compile(id.slice(2), path).runInThisContext();
      if (typeof body === 'function')
        body.call(bundle.exports, bundle.exports, load, bundle, path, distDirectory);
    } catch (error) {
      Reflect.deleteProperty(require.cache, path);
      throw error;
    }
    return bundle.exports;
  }

  return { load, loaded };
}

function readEntry(path: string, source: string, user: UserId): Entry | null {
  const file = readOwnFile(path, user);
  const entry = file === null ? null : decodeEntry(file);
  return entry?.source === source ? entry : null;
}
