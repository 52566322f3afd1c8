import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePython, parsePython } from '../../../src/core/sdk/pep440.js';
import { couldResolveBelow } from '../../../src/core/sdk/ranges.js';
import type { Ecosystem } from '../../../src/core/sdk/types.js';
import { compareVersions } from '../../../src/core/sdk/versions.js';

describe('PEP 440', () => {
  // the order that the specification itself gives, with the betas that matter here
  const ORDERED = [
    '1.dev0',
    '1.0.dev456',
    '1.0a1',
    '1.0a2.dev456',
    '1.0a12.dev456',
    '1.0a12',
    '1.0b1.dev456',
    '1.0b2',
    '1.0.0b4',
    '1.0.0b5',
    '1.0.0b9',
    '1.0b10',
    '1.0rc1.dev456',
    '1.0rc1',
    '1.0',
    '1.0.post456.dev34',
    '1.0.post456',
    '1.1.dev1',
    '1.106.0',
    '2!0.1',
  ];
  it('orders as the specification does', () => {
    const shuffled = [...ORDERED].sort().reverse();
    const sorted = shuffled.sort((a, b) => compareVersions('pypi', a, b) ?? Number.NaN);
    expect(sorted).toEqual(ORDERED);
  });

  it.each([
    ['1.0', '1.0.0'],
    ['1.0.0b5', '1.0.0-beta.5'],
    ['v1.0.0B5', '1.0.0.b5'],
    ['1.0.0c1', '1.0.0rc1'],
    ['1.0-1', '1.0.post1'],
    ['1.0.0+local.1', '1.0.0'],
  ])('%s equals %s', (a, b) => {
    expect(compareVersions('pypi', a, b)).toBe(0);
  });

  it.each(['', 'latest', '1.0.x', '==1.0', '1..0', 'git+https://x'])('%j is no version', (text) => {
    expect(parsePython(text)).toBeNull();
  });

  it('compares antisymmetrically whatever the versions', () => {
    const version = fc
      .tuple(
        fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', 'a1', 'b5', 'rc2', 'b10'),
        fc.constantFrom('', '.post1', '.dev3'),
      )
      .map(([release, pre, rest]) => `${release.join('.')}${pre}${rest}`);
    fc.assert(
      fc.property(version, version, (a, b) => {
        const left = parsePython(a);
        const right = parsePython(b);
        if (left === null || right === null) throw new Error(`${a} and ${b} are versions`);
        expect(Math.sign(comparePython(left, right))).toBe(-Math.sign(comparePython(right, left)) + 0);
      }),
    );
  });
});

describe('compareVersions', () => {
  it.each([
    ['npm', '1.0.0-beta.2', '1.0.0-beta.10', -1],
    ['npm', '4.41.0', '4.9.9', 1],
    ['maven', '1.0.0-beta.3', '1.0.0-beta.3', 0],
    ['maven', '1.0.0-beta.16', '1.0.0', -1],
    ['maven', '4.1.0.Final', '4.1.0', 0],
    ['nuget', '1.0.0.0', '1.0.0', 0],
    ['nuget', '2.1', '2.0.9', 1],
    ['nuget', '1.0.0-beta.1', '1.0.0-beta.2', -1],
    ['go', 'v3.0.1', '3.0.0', 1],
    ['npm', 'latest', '1.0.0', null],
    ['npm', 'workspace:*', '1.0.0', null],
  ] as const)('%s %s against %s', (ecosystem, a, b, order) => {
    const answer = compareVersions(ecosystem, a, b);
    expect(answer === null ? null : Math.sign(answer)).toBe(order);
  });
});

describe('couldResolveBelow', () => {
  const ROWS: readonly (readonly [Ecosystem, string, string, string])[] = [
    ['pypi', '==1.0.0b4', '1.0.0b5', 'always'],
    ['pypi', '>=1.0.0b5', '1.0.0b5', 'never'],
    ['pypi', '>=1.0.0b2', '1.0.0b5', 'maybe'],
    ['pypi', '>=1.0.0b1,<1.0.0b5', '1.0.0b5', 'always'],
    ['pypi', '<0.17.0', '1.0.0', 'always'],
    ['pypi', '~=0.28', '1.0.0', 'always'],
    ['pypi', '~=1.40', '1.57.2', 'maybe'],
    ['pypi', '^0.28.1', '1.0.0', 'always'],
    ['pypi', '^1.2', '1.0.0', 'never'],
    ['pypi', '~1.57', '1.106.0', 'always'],
    ['pypi', '==0.*', '1.0.0', 'always'],
    ['pypi', '==1.*', '1.0.0', 'never'],
    ['pypi', '*', '1.0.0', 'maybe'],
    ['pypi', '', '1.0.0', 'maybe'],
    ['pypi', '!=1.5', '1.0.0', 'maybe'],
    ['pypi', '>=1.0 || ==0.28.1', '1.0.0', 'maybe'],
    ['pypi', 'git+https://example.com', '1.0.0', 'unknown'],
    ['npm', '^3.3.0', '4.41.0', 'always'],
    ['npm', '^4.0.0', '4.41.0', 'maybe'],
    ['npm', '^4.41.0', '4.41.0', 'never'],
    ['npm', '1.0.0-beta.1', '1.0.0-beta.2', 'always'],
    ['npm', '^1.0.0-beta.1', '1.0.0-beta.2', 'maybe'],
    ['npm', '^1.0.0-beta.2', '1.0.0-beta.2', 'never'],
    ['npm', '3.x || 6.x', '4.41.0', 'maybe'],
    ['npm', 'latest', '4.41.0', 'unknown'],
    ['npm', 'workspace:^', '4.41.0', 'unknown'],
    ['nuget', '1.0.0-beta.1', '1.0.0-beta.2', 'always'],
    ['nuget', '2.1.0', '2.0.0', 'never'],
    ['nuget', '[1.0.0-beta.1,2.0.0)', '2.0.0', 'always'],
    ['nuget', '[1.0,3.0)', '2.0.0', 'maybe'],
    ['nuget', '(,2.0.0)', '2.0.0', 'always'],
    ['nuget', '2.*', '2.0.0', 'never'],
    ['nuget', '1.*', '2.0.0', 'always'],
    ['nuget', '*', '2.0.0', 'maybe'],
    ['maven', '[1.0.0-beta.2]', '1.0.0-beta.3', 'always'],
    ['maven', '$openai.version', '1.0.0', 'unknown'],
    ['go', 'v3.1.0', '3.0.0', 'never'],
  ];
  it.each(ROWS)('%s %j against %s: %s', (ecosystem, range, minimum, answer) => {
    expect(couldResolveBelow(ecosystem, range, minimum)).toBe(answer);
  });

  it('answers any text, quickly', () => {
    const ecosystem = fc.constantFrom<Ecosystem>('pypi', 'npm', 'nuget', 'maven', 'go');
    fc.assert(
      fc.property(ecosystem, fc.string(), (each, range) => {
        expect(['always', 'maybe', 'never', 'unknown']).toContain(couldResolveBelow(each, range, '1.0.0'));
      }),
      { numRuns: 1000 },
    );
    const start = performance.now();
    for (const piece of ['>=1,', '[', '1.', '||', '^', 'a', '~=']) {
      couldResolveBelow('pypi', piece.repeat(300_000), '1.0.0');
      couldResolveBelow('npm', piece.repeat(300_000), '1.0.0');
      couldResolveBelow('nuget', piece.repeat(300_000), '1.0.0');
    }
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
