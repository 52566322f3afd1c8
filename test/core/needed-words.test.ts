import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEMPLATE_NAMES } from '../../src/core/endpoints/template-names.js';
import { mayHold, neededWords, patternFor, storePattern } from '../../src/core/needed-words.js';
import { AGENTS, MENTIONS } from '../../src/doctor/readers/package-wording.js';
import { MESSAGE_SIGNALS } from '../../src/doctor/signals/message-table.js';

describe('neededWords', () => {
  it.each<[RegExp, readonly string[] | null]>([
    [/Resource Not Found/, ['resource not found']],
    [/\b404\b|\bnot ?found\b/i, ['404', 'found']],
    [/api[- ]version/, ['version']],
    [/colou?r/, ['colo']],
    [/ab+cd/, ['ab']],
    [/ab{0,2}cde/, ['cde']],
    [/ab{2}cd/, ['ab']],
    [/(?:one|three) \d{1,3} of/, ['one', 'three']],
    [/(?:one|)x/, null],
    [/(?:long word)?ab/, ['ab']],
    [/(?=lookahead)ab/, ['ab']],
    [/(?<!behind)ab/, ['ab']],
    [/(?<name>group)/, ['group']],
    [/a\.b\/c/, ['a.b/c']],
    [/[abc]d[\]e]fg/, ['fg']],
    [/äbc/, ['bc']],
    [/a|bc/, null],
    [/\d+/, null],
    // What is not read is not judged.
    [/(word)\1/, null],
    [/word\x41/, null],
    [/word/u, null],
  ])('of %s are %o', (pattern, words) => {
    expect(neededWords(pattern)).toEqual(words);
  });

  const patterns = [
    TEMPLATE_NAMES,
    ...MESSAGE_SIGNALS.map(({ pattern }) => pattern),
    ...AGENTS.map(([pattern]) => pattern),
    ...MENTIONS.map(({ pattern }) => pattern),
  ];

  it('spares most wordings of the doctor', () => {
    const spared = patterns.filter((pattern) => neededWords(pattern) !== null);
    expect(spared.length).toBeGreaterThan(patterns.length * 0.9);
  });

  /** The generator knows neither look-arounds nor references; what it makes is tried before it is judged. */
  function textsFor(pattern: RegExp): fc.Arbitrary<string> | null {
    try {
      return fc.stringMatching(new RegExp(pattern.source.replace(/\(\?<?[=!](?:[^()\\]|\\.)*\)|\\b/g, '')));
    } catch {
      return null;
    }
  }
  const judged = patterns.flatMap((pattern) => {
    const texts = textsFor(pattern);
    return texts === null ? [] : [{ pattern, texts }];
  });

  it('is tried on nearly all of them', () => {
    expect(judged.length).toBeGreaterThan(patterns.length * 0.95);
  });

  it.each(judged)('holds back no text that matches $pattern', ({ pattern, texts }) => {
    const words = neededWords(pattern);
    const once = new RegExp(pattern.source, pattern.flags.replace('g', ''));
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(once.test(text));
        const shouted = pattern.flags.includes('i') ? text.toUpperCase() : text;
        return mayHold(text.toLowerCase(), words) && mayHold(shouted.toLowerCase(), words);
      }),
      { numRuns: 20, maxSkipsPerRun: 1000, interruptAfterTimeLimit: 2000, markInterruptAsFailure: false },
    );
  });
});

describe('patternFor', () => {
  const stored = storePattern(/OpenAI\/Python (\d)/i);

  it('makes the pattern for a text that holds one of its words', () => {
    expect(patternFor('… openai/python 1', stored)?.exec('OpenAI/Python 1')?.[1]).toBe('1');
  });

  it('makes nothing for any other', () => {
    expect(patternFor('404 resource not found', stored)).toBeNull();
  });
});
