import { describe, expect, it } from 'vitest';
import { type Step, walk } from '../../src/commands/ask-path.js';

type Seen = readonly string[];

/** Walks steps that answer as the script says: a word, `back`, or `skip`; tells what was asked in which order. */
async function path(script: Readonly<Record<string, readonly string[]>>) {
  const asked: string[] = [];
  const left = new Map(Object.entries(script).map(([name, answers]) => [name, [...answers]]));
  const steps = Object.keys(script).map(
    (name): Step<Seen> =>
      async (state, hasBefore) => {
        const answer = left.get(name)?.shift() ?? 'again';
        if (answer === 'skip') {
          left.get(name)?.unshift('skip');
          return { state, isAsked: false };
        }
        asked.push(`${name}${hasBefore ? '' : ' (first)'}`);
        return answer === 'back' ? null : { state: [...state, `${name}=${answer}`], isAsked: true };
      },
  );
  return { result: await walk(steps, []), asked };
}

describe('walk', () => {
  it('asks one after the other', async () => {
    expect(await path({ a: ['1'], b: ['2'] })).toEqual({
      result: ['a=1', 'b=2'],
      asked: ['a (first)', 'b'],
    });
  });

  it('goes back past what was not asked, and hands on what was answered before', async () => {
    expect(await path({ a: ['1', '3'], b: ['skip'], c: ['back', '4'] })).toEqual({
      result: ['a=1', 'a=3', 'c=4'],
      asked: ['a (first)', 'c', 'a (first)', 'c'],
    });
  });

  it('is left at the first question that is asked', async () => {
    expect(await path({ a: ['skip'], b: ['1', 'back'], c: ['back'] })).toEqual({
      result: null,
      asked: ['b (first)', 'c', 'b (first)'],
    });
  });
});
