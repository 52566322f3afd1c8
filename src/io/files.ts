import { readFileSync } from 'node:fs';
import type { Files } from '../context.js';
import { AimiError } from '../errors.js';
import type { Machine } from './lock.js';
import { listDirectory, readBounded } from './read-bounded.js';

/**
 * The disk. Every failure is an `AimiError` that names the path and the system's code. Reading is
 * synchronous inside, because the files are small and `node:fs/promises` costs 3 ms at start; what writes is
 * loaded when something is written.
 */
export function createFiles(machine: Machine): Files {
  const writer = async () => (await import('./write-files.js')).createWriter(machine);
  return {
    readText: (path) => Promise.resolve().then(() => readOrNull(path)),
    readTextBounded: (path, maxBytes, fromByte = 0) =>
      Promise.resolve().then(() => readBounded(path, maxBytes, fromByte)),
    list: (path) => Promise.resolve().then(() => listDirectory(path)),
    async writeTextAtomically(path, text, mode) {
      await (await writer()).writeTextAtomically(path, text, mode);
    },
    async remove(path) {
      await (await writer()).remove(path);
    },
    async withLock(path, timeoutMs, work) {
      return (await writer()).withLock(path, timeoutMs, work);
    },
  };
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new AimiError('file-unreadable', {
      message: `Cannot read ${path} (${code})`,
      details: { path, reason: code },
      cause: error,
    });
  }
}
