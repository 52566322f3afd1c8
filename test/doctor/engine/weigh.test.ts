import { describe, expect, it } from 'vitest';
import { holds, weigh } from '../../../src/doctor/engine/weigh.js';
import type { Rule } from '../../../src/doctor/rules/rule.js';
import { collectSignals, type SignalId } from '../../../src/doctor/signals/signal-set.js';

const seen = (...ids: SignalId[]) => collectSignals(ids.map((id) => ({ id, text: id, where: null })));
const rule = (fields: Partial<Rule>): Rule => ({
  id: 'r',
  cause: 'endpoint.wrong-style',
  confidence: 0.5,
  source: 'test',
  ...fields,
});

describe('a rule', () => {
  it.each<[string, Partial<Rule>, SignalId[], boolean]>([
    ['holds when all of all are seen', { all: ['not-found', 'base-root'] }, ['not-found', 'base-root'], true],
    ['does not hold when one of all is not', { all: ['not-found', 'base-root'] }, ['not-found'], false],
    ['holds when one of any is seen', { any: ['not-found', 'base-root'] }, ['base-root'], true],
    ['does not hold when none of any is', { any: ['not-found'] }, ['base-root'], false],
    [
      'does not hold when one of none is seen',
      { all: ['not-found'], none: ['rate-limited'] },
      ['not-found', 'rate-limited'],
      false,
    ],
  ])('%s', (_name, fields, ids, expected) => {
    expect(holds(rule(fields), seen(...ids))).toBe(expected);
  });
});

describe('weigh', () => {
  it('ranks causes by confidence and keeps the order of the rules when equal', () => {
    const rules = [
      rule({ id: 'a', cause: 'auth.key-invalid', all: ['not-found'], confidence: 0.4 }),
      rule({ id: 'b', cause: 'endpoint.extra-path', all: ['not-found'], confidence: 0.7 }),
      rule({ id: 'c', cause: 'sdk.too-old', all: ['not-found'], confidence: 0.4 }),
    ];
    expect(weigh(rules, seen('not-found')).map(({ code }) => code)).toEqual([
      'endpoint.extra-path',
      'auth.key-invalid',
      'sdk.too-old',
    ]);
  });

  it('raises by what speaks for it and lowers by what speaks against it', () => {
    const plain = rule({
      all: ['not-found'],
      plus: { 'base-root': 0.2 },
      against: { 'status-success': 0.3 },
    });
    const confidence = (...ids: SignalId[]) => weigh([plain], seen('not-found', ...ids))[0]?.confidence;
    expect(confidence()).toBeCloseTo(0.5);
    expect(confidence('base-root')).toBeCloseTo(0.7);
    expect(confidence('status-success')).toBeCloseTo(0.2);
  });

  it('counts a second rule of the same cause a little, and never reaches certainty', () => {
    const rules = [rule({ id: 'a', all: ['not-found'] }), rule({ id: 'b', all: ['base-root'] })];
    const [both] = weigh(rules, seen('not-found', 'base-root'));
    expect(both?.confidence).toBeGreaterThan(0.5);
    expect(both?.confidence).toBeLessThan(0.6);
    const [sure] = weigh(
      [rule({ all: ['not-found'], confidence: 0.97, plus: { 'base-root': 0.5 } })],
      seen('not-found', 'base-root'),
    );
    expect(sure?.confidence).toBe(0.98);
  });

  it('leaves out what is hardly likely', () => {
    expect(weigh([rule({ all: ['not-found'], confidence: 0.1 })], seen('not-found'))).toEqual([]);
  });
});
