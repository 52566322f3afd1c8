import { describe, expect, it } from 'vitest';
import { billedParts } from '../../../../src/core/pricing/estimate/billed-parts.js';
import { type Counts, NO_COUNTS } from '../../../../src/core/pricing/estimate/counts.js';

function split(counts: Partial<Counts>): readonly string[] {
  const answer = billedParts({ ...NO_COUNTS, ...counts });
  if (!answer.isValid) return [answer.reason];
  return answer.parts.map(({ kind, modality, count }) => `${kind} ${modality} ${count}`);
}

describe('billedParts', () => {
  it.each<[string, Partial<Counts>, readonly string[]]>([
    ['plain text', { input: 100n, output: 20n }, ['input text 100', 'output text 20']],
    [
      'cached tokens out of the input',
      { input: 100n, cachedInput: 80n },
      ['input text 20', 'cachedInput text 80'],
    ],
    ['an input that is cached whole', { input: 80n, cachedInput: 80n }, ['cachedInput text 80']],
    [
      'cached and written tokens',
      { input: 100n, cachedInput: 50n, cacheWrite: 30n },
      ['input text 20', 'cachedInput text 50', 'cacheWrite text 30'],
    ],
    [
      'reasoning inside the output',
      { input: 1n, output: 50n, reasoning: 40n },
      ['input text 1', 'output text 50'],
    ],
    [
      'audio in both directions',
      { input: 100n, audioInput: 60n, output: 50n, audioOutput: 45n },
      ['input text 40', 'input audio 60', 'output text 5', 'output audio 45'],
    ],
    [
      'images in both directions',
      { input: 100n, imageInput: 60n, output: 50n, imageOutput: 50n },
      ['input text 40', 'input image 60', 'output image 50'],
    ],
    [
      'audio that was cached, as far as the counts force it',
      { input: 100n, audioInput: 80n, cachedInput: 50n },
      ['cachedInput text 20', 'input audio 50', 'cachedInput audio 30'],
    ],
    ['searches', { searchUnit: 3n }, ['searchUnit text 3']],
  ])('splits %s', (_story, counts, parts) => {
    expect(split(counts)).toEqual(parts);
  });

  it.each<[string, Partial<Counts>]>([
    ['more cached than input', { input: 10n, cachedInput: 11n }],
    ['more audio output than output', { output: 10n, audioOutput: 11n }],
    ['more reasoning than output', { output: 10n, reasoning: 11n }],
  ])('refuses %s', (_story, counts) => {
    expect(split(counts)[0]).toMatch(/more than/);
  });
});
