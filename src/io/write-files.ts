import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Files } from '../context.js';
import { AimiError } from '../errors.js';
import { type Machine, takeLock } from './lock.js';
import { makeFolder } from './make-folder.js';
import { patiently } from './patiently.js';

const DEFAULT_MODE = 0o644;

/** The half of `Files` that changes something; loaded when something is changed. */
export function createWriter(machine: Machine): Omit<Files, 'readText' | 'readTextBounded' | 'list'> {
  return {
    async writeTextAtomically(path, text, mode) {
      await asWrite(path, () => replaceFile(path, text, mode, machine));
    },
    async remove(path) {
      await asWrite(path, () => patiently(machine, () => rm(path, { force: true })));
    },
    async withLock(path, timeoutMs, work) {
      await asWrite(path, () => makeFolder(dirname(path)));
      const release = await takeLock(path, timeoutMs, machine);
      try {
        return await work();
      } finally {
        await release();
      }
    },
  };
}

/** A symbolic link stays one: the file it names is replaced. An existing file keeps its mode. */
async function replaceFile(
  path: string,
  text: string,
  mode: number | undefined,
  machine: Machine,
): Promise<void> {
  await makeFolder(dirname(path));
  const target = await realpath(path).catch(() => path);
  const finalMode = mode ?? (await existingMode(target)) ?? DEFAULT_MODE;
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, 'wx', finalMode);
    try {
      await handle.writeFile(text);
      // The umask has cut the mode that open was given.
      await handle.chmod(finalMode);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await patiently(machine, () => rename(temporary, target));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function existingMode(path: string): Promise<number | null> {
  const facts = await stat(path).catch(() => null);
  return facts === null ? null : facts.mode & 0o777;
}

async function asWrite(path: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new AimiError('file-unwritable', {
      message: `Cannot write ${path} (${errorCode(error)})`,
      details: { path, reason: errorCode(error) },
      cause: error,
    });
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
