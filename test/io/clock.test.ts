import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClock } from '../../src/io/clock.js';

describe('createClock', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('sleeps as long as it is told', async () => {
    let isDone = false;
    const sleeping = createClock()
      .sleep(1000)
      .then(() => {
        isDone = true;
      });
    await vi.advanceTimersByTimeAsync(999);
    expect(isDone).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await sleeping;
    expect(isDone).toBe(true);
  });

  it('wakes with the reason of the signal and leaves no timer', async () => {
    const controller = new AbortController();
    const sleeping = createClock().sleep(1000, controller.signal);
    controller.abort(new Error('stop'));
    await expect(sleeping).rejects.toThrow('stop');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not fall asleep when the signal is aborted already', async () => {
    await expect(createClock().sleep(1000, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells the date and a time that goes forward', () => {
    vi.useRealTimers();
    const clock = createClock();
    const before = clock.monotonicMs();
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1000);
    expect(clock.monotonicMs()).toBeGreaterThanOrEqual(before);
  });
});
