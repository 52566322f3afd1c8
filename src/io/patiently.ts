import type { Clock } from '../context.js';

/** A virus scanner or an indexer holds a file for some tens of milliseconds; npm's write-file-atomic waits alike. */
const LONGEST_MS = 1000;
const HELD_BY_ANOTHER = new Set(['EPERM', 'EACCES', 'EBUSY']);

/**
 * Windows refuses to replace or delete a file that any process has open, if only to look at it. So there the
 * work is tried again for a second; elsewhere the same codes mean what they say.
 */
export async function patiently<T>(
  machine: { readonly clock: Pick<Clock, 'monotonicMs' | 'sleep'>; readonly isWindows?: boolean },
  work: () => Promise<T>,
): Promise<T> {
  const deadlineMs = machine.clock.monotonicMs() + LONGEST_MS;
  for (let pauseMs = 10; ; pauseMs *= 2) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const isHeld = machine.isWindows === true && HELD_BY_ANOTHER.has(code);
      if (!isHeld || machine.clock.monotonicMs() >= deadlineMs) throw error;
      await machine.clock.sleep(pauseMs);
    }
  }
}
