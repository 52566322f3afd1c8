import { describe, expect, it } from 'vitest';
import { CAUSE_CODES } from '../../../src/core/causes/codes.js';
import { RULES } from '../../../src/doctor/rules/index.js';
import { DERIVED_SIGNALS } from '../../../src/doctor/signals/derived-table.js';
import { MESSAGE_SIGNALS } from '../../../src/doctor/signals/message-table.js';

const SIGNALS = new Set<string>([...Object.keys(DERIVED_SIGNALS), ...MESSAGE_SIGNALS.map(({ id }) => id)]);

describe('rules', () => {
  it('have ids that are not used twice', () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('name signals that exist, ask for one at least, and say their source', () => {
    for (const rule of RULES) {
      const names = [
        ...(rule.all ?? []),
        ...(rule.any ?? []),
        ...(rule.none ?? []),
        ...Object.keys(rule.plus ?? {}),
        ...Object.keys(rule.against ?? {}),
      ];
      expect([rule.id, names.filter((name) => !SIGNALS.has(name))]).toEqual([rule.id, []]);
      expect([rule.id, (rule.all ?? []).length + (rule.any ?? []).length > 0]).toEqual([rule.id, true]);
      expect(rule.confidence).toBeGreaterThan(0);
      expect(rule.confidence).toBeLessThan(1);
      expect(rule.source).not.toBe('');
    }
  });

  it('never ask for and forbid the same signal', () => {
    for (const rule of RULES) {
      const both = (rule.all ?? []).filter((id) => (rule.none ?? []).includes(id));
      expect([rule.id, both]).toEqual([rule.id, []]);
    }
  });

  it('can name every cause', () => {
    const named = new Set(RULES.map(({ cause }) => cause));
    expect(CAUSE_CODES.filter((code) => !named.has(code))).toEqual([]);
  });
});
