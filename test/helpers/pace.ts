import type { Pace } from '../../src/core/deployments/wait.js';

/** A clock that jumps: sleeping takes no time and is written down. */
export function fakePace(): Pace & { readonly sleeps: number[]; nowMs(): number } {
  let now = 0;
  const sleeps: number[] = [];
  return {
    sleeps,
    nowMs: () => now,
    monotonicMs: () => now,
    sleep(ms, signal) {
      if (signal?.aborted === true) return Promise.reject(signal.reason);
      sleeps.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}
