import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearestNames } from '../../../src/core/catalog/nearest.js';

const NAMES = [
  'gpt-4o',
  'gpt-4o-mini',
  'gpt-4.1',
  'gpt-4.1-mini',
  'DeepSeek-R1',
  'Phi-4',
  'text-embedding-3-large',
];

describe('nearestNames', () => {
  it.each([
    ['gpt4o', ['gpt-4o']],
    ['GPT-4.1-MINI', ['gpt-4.1-mini']],
    ['gtp-4o', ['gpt-4o']],
    ['deepseek-r', ['DeepSeek-R1']],
    ['deepsek-r1', ['DeepSeek-R1']],
    ['embedding-3-large', ['text-embedding-3-large']],
    ['zzzzzzzzzz', []],
    ['---', []],
    ['', []],
  ])('puts the meant name of %j first', (wrong, expected) => {
    expect(nearestNames(wrong, NAMES).slice(0, 1)).toEqual(expected);
  });

  it('names at most three, each once, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (wrong, names) => {
        const found = nearestNames(wrong, names);
        return (
          found.length <= 3 && new Set(found).size === found.length && found.every((n) => names.includes(n))
        );
      }),
    );
  });

  it('keeps the given order among equals', () => {
    expect(nearestNames('abcx', ['abcd', 'abce', 'abcf', 'abcg'])).toEqual(['abcd', 'abce', 'abcf']);
    expect(nearestNames('abcx', ['abcg', 'abcf', 'abce', 'abcd'])).toEqual(['abcg', 'abcf', 'abce']);
  });
});

describe('editDistance', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    ['', 'abc', 3],
    ['same', 'same', 0],
  ])('from %s to %s is %i', (a, b, expected) => {
    expect(editDistance(a, b)).toBe(expected);
  });

  it('is the same both ways and never more than the longer text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const distance = editDistance(a, b);
        return distance === editDistance(b, a) && distance <= Math.max(a.length, b.length);
      }),
    );
  });
});
