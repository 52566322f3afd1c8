import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { watchInterrupt } from '../../src/io/interrupt.js';

describe('watchInterrupt', () => {
  it.each(['SIGINT', 'SIGTERM'])('aborts at the first %s and exits with 130 at the second', (name) => {
    const source = new EventEmitter();
    const exits: number[] = [];
    const { signal } = watchInterrupt(source, (code) => exits.push(code));
    source.emit(name);
    expect(signal.reason).toMatchObject({ code: 'interrupted', exit: 130 });
    expect(exits).toEqual([]);
    source.emit('SIGINT');
    expect(exits).toEqual([130]);
  });

  it('gives the signals back', () => {
    const source = new EventEmitter();
    watchInterrupt(source, () => {}).dispose();
    expect(source.eventNames()).toEqual([]);
  });
});
