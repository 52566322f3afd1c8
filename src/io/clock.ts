import type { Clock } from '../context.js';

/**
 * The machine's clock. A sleep that is aborted rejects with the signal's reason and leaves no timer. The
 * global `performance` loads node:perf_hooks at its first use (4 ms), so main gives the process's uptime.
 */
export function createClock(monotonicMs: () => number = () => performance.now()): Clock {
  return {
    now: () => new Date(),
    monotonicMs,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason);
          return;
        }
        const stop = (): void => {
          clearTimeout(timer);
          reject(signal?.reason);
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', stop);
          resolve();
        }, ms);
        signal?.addEventListener('abort', stop, { once: true });
      }),
  };
}
