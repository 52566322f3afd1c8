import { describe, expect, it } from 'vitest';
import type { Operation, OperationStatus } from '../../../src/core/control-plane.js';
import { waitForOperation } from '../../../src/core/deployments/wait.js';
import { beginWrite } from '../../../src/core/deployments/write.js';
import { AimiError } from '../../../src/errors.js';
import { fakePace } from '../../helpers/pace.js';

const RUNNING: OperationStatus = { state: 'running', detail: 'Creating', retryAfterMs: null };

/** Done once `doneAfterMs` of the pace's time have passed. */
function operation(
  pace: ReturnType<typeof fakePace>,
  doneAfterMs: number,
  running: OperationStatus = RUNNING,
): Operation {
  return {
    status: running,
    poll: () => Promise.resolve(pace.nowMs() >= doneAfterMs ? { state: 'succeeded' } : running),
  };
}

const signal = new AbortController().signal;

describe('waiting for an operation', () => {
  it('sends nothing when it is done already', async () => {
    const pace = fakePace();
    const done: Operation = {
      status: { state: 'succeeded' },
      poll: () => Promise.reject(new Error('must not poll')),
    };
    await waitForOperation(done, { pace, timeLimitMs: 1000, signal });
    expect(pace.sleeps).toEqual([]);
  });

  it.each([0.2, 1, 2, 4, 10])('notices an operation of %d s within 60 %% or 5 s', async (seconds) => {
    const pace = fakePace();
    await waitForOperation(operation(pace, seconds * 1000), { pace, timeLimitMs: 60_000, signal });
    expect(pace.nowMs()).toBeGreaterThanOrEqual(seconds * 1000);
    expect(pace.nowMs()).toBeLessThanOrEqual(Math.min(seconds * 1600, seconds * 1000 + 5000) + 250);
  });

  it('notices an operation of 1 s within 1.6 s', async () => {
    const pace = fakePace();
    await waitForOperation(operation(pace, 1000), { pace, timeLimitMs: 60_000, signal });
    expect(pace.nowMs()).toBeLessThanOrEqual(1600);
  });

  it('obeys Retry-After', async () => {
    const pace = fakePace();
    const polite: OperationStatus = { state: 'running', detail: '', retryAfterMs: 7000 };
    await waitForOperation(operation(pace, 10_000, polite), { pace, timeLimitMs: 60_000, signal });
    expect(pace.sleeps).toEqual([7000, 7000]);
  });

  it('ends with still-running at the time limit and not later, also under a long Retry-After', async () => {
    const pace = fakePace();
    const polite: OperationStatus = { state: 'running', detail: 'Creating', retryAfterMs: 600_000 };
    const waiting = waitForOperation(operation(pace, 1e9, polite), { pace, timeLimitMs: 30_000, signal });
    await expect(waiting).rejects.toMatchObject({
      code: 'still-running',
      exit: 8,
      message: /still Creating after 30 s/,
    });
    expect(pace.nowMs()).toBe(30_000);
  });

  it("throws the operation's own error", async () => {
    const error = new AimiError('deployment-failed', { message: 'no' });
    const failing: Operation = { status: RUNNING, poll: () => Promise.resolve({ state: 'failed', error }) };
    await expect(waitForOperation(failing, { pace: fakePace(), timeLimitMs: 9000, signal })).rejects.toBe(
      error,
    );
  });

  it('stops with interrupted when the signal is aborted', async () => {
    const abort = new AbortController();
    const pace = fakePace();
    const watched: Operation = {
      status: RUNNING,
      poll: () => {
        abort.abort();
        return Promise.resolve(RUNNING);
      },
    };
    await expect(
      waitForOperation(watched, { pace, timeLimitMs: 9000, signal: abort.signal }),
    ).rejects.toMatchObject({ code: 'interrupted', exit: 130 });
  });
});

describe('beginning a write', () => {
  const done: Operation = {
    status: { state: 'succeeded' },
    poll: () => Promise.reject(new Error('must not poll')),
  };
  const busy = new AimiError('conflict', { message: 'Another operation is being performed.' });

  it('tries again while the account is busy, with growing pauses', async () => {
    const pace = fakePace();
    let left = 3;
    const retried: number[] = [];
    const begun = await beginWrite(() => (left-- > 0 ? Promise.reject(busy) : Promise.resolve(done)), {
      pace,
      signal,
      onRetry: (_, pauseMs) => retried.push(pauseMs),
    });
    expect(begun).toBe(done);
    expect(pace.sleeps).toEqual([1000, 2000, 4000]);
    expect(retried).toEqual([1000, 2000, 4000]);
  });

  it('gives up after two minutes with the conflict', async () => {
    const pace = fakePace();
    await expect(beginWrite(() => Promise.reject(busy), { pace, signal })).rejects.toBe(busy);
    expect(pace.nowMs()).toBe(120_000);
  });

  it('does not repeat any other refusal', async () => {
    const pace = fakePace();
    const denied = new AimiError('role-missing', { message: 'no' });
    await expect(beginWrite(() => Promise.reject(denied), { pace, signal })).rejects.toBe(denied);
    expect(pace.sleeps).toEqual([]);
  });
});
