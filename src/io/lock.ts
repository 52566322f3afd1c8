import { open, readFile, rm, stat } from 'node:fs/promises';
import type { Clock } from '../context.js';
import { AimiError } from '../errors.js';
import { patiently } from './patiently.js';

export interface Machine {
  readonly clock: Pick<Clock, 'monotonicMs' | 'sleep' | 'now'>;
  readonly pid: number;
  readonly hostName: string;
  /** Whether a process of this machine still exists. */
  readonly isAlive: (pid: number) => boolean;
  readonly isWindows?: boolean;
}

/** Nothing holds a lock for this long; a process id may have been given to another program since. */
const FORGOTTEN_MS = 5 * 60_000;
/** A lock without a readable owner, or of another machine, is given up sooner. */
const UNKNOWN_OWNER_MS = 30_000;
const LONGEST_PAUSE_MS = 50;

interface LockOwner {
  readonly pid: number;
  readonly host: string;
}

/**
 * Takes the lock file `<path>.lock` (created with O_EXCL, so only one can) and gives a function that lets it
 * go. A lock whose owner has died is taken over. `sandbox-busy` when it is still held after `timeoutMs`.
 */
export async function takeLock(
  path: string,
  timeoutMs: number,
  machine: Machine,
): Promise<() => Promise<void>> {
  const lockPath = `${path}.lock`;
  const deadlineMs = machine.clock.monotonicMs() + timeoutMs;
  for (let pauseMs = 2; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    if (await createExclusively(lockPath, machine))
      return () => patiently(machine, () => rm(lockPath, { force: true }));
    await removeIfStale(lockPath, machine);
    if (machine.clock.monotonicMs() >= deadlineMs) throw await busy(path, lockPath, timeoutMs);
    await machine.clock.sleep(pauseMs);
  }
}

async function createExclusively(lockPath: string, machine: Machine): Promise<boolean> {
  try {
    const handle = await open(lockPath, 'wx', 0o600);
    try {
      await handle.writeFile(JSON.stringify({ pid: machine.pid, host: machine.hostName }));
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    // Windows answers EPERM while the file is being deleted by another process.
    if (isCode(error, 'EEXIST') || isCode(error, 'EPERM')) return false;
    throw new AimiError('file-unwritable', { message: `Cannot lock ${lockPath}`, cause: error });
  }
}

/**
 * Two waiters may see the same dead owner; without a guard the slower one would delete the lock that the
 * faster one has just taken. So only the holder of a second lock file looks again and deletes.
 */
async function removeIfStale(lockPath: string, machine: Machine): Promise<void> {
  if (!(await isStale(lockPath, machine))) return;
  const guardPath = `${lockPath}.guard`;
  if (!(await createExclusively(guardPath, machine))) {
    if (await isStale(guardPath, machine)) await rm(guardPath, { force: true });
    return;
  }
  try {
    if (await isStale(lockPath, machine)) await rm(lockPath, { force: true });
  } finally {
    await rm(guardPath, { force: true });
  }
}

async function isStale(lockPath: string, machine: Machine): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(lockPath);
    const ageMs = machine.clock.now().getTime() - mtimeMs;
    const owner = await readOwner(lockPath);
    if (owner === null || owner.host !== machine.hostName) return ageMs > UNKNOWN_OWNER_MS;
    return !machine.isAlive(owner.pid) || ageMs > FORGOTTEN_MS;
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'EPERM')) return false;
    throw error;
  }
}

async function readOwner(lockPath: string): Promise<LockOwner | null> {
  const text = await readFile(lockPath, 'utf8');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('host' in value)) return null;
    const { pid, host } = value;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : null;
  } catch {
    return null;
  }
}

async function busy(path: string, lockPath: string, timeoutMs: number): Promise<AimiError> {
  const owner = await readOwner(lockPath).catch(() => null);
  const who = owner === null ? 'another process' : `process ${owner.pid} on ${owner.host}`;
  return new AimiError('sandbox-busy', {
    message: `${path} is in use by ${who} (waited ${timeoutMs} ms)`,
    hint: `Run the command again; if nothing is running, delete ${lockPath}`,
    details: { path, lockPath, waitedMs: timeoutMs, pid: owner?.pid ?? null },
  });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
