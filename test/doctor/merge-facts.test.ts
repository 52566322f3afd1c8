import { describe, expect, it } from 'vitest';
import { mergeFacts, NO_FACTS } from '../../src/doctor/merge-facts.js';

const place = { kind: 'flag', label: '--deployment' } as const;

describe('mergeFacts', () => {
  it('gives empty facts for no parts', () => {
    expect(mergeFacts()).toEqual(NO_FACTS);
  });

  it('joins lists in order and drops only exact repeats of the same place', () => {
    const chat = { value: 'chat', where: place };
    const other = { value: 'chat', where: { kind: 'source', label: 'app.py:3' } } as const;
    expect(mergeFacts({ deployments: [chat] }, { deployments: [chat, other] }).deployments).toEqual([
      chat,
      other,
    ]);
  });

  it('takes the first language, account and list of deployments that is known', () => {
    const merged = mergeFacts(
      { language: null, knownDeployments: null },
      { language: 'js', knownDeployments: [] },
      { language: 'python', knownDeployments: [{ name: 'chat', model: null, state: null }] },
    );
    expect(merged.language).toBe('js');
    expect(merged.knownDeployments).toEqual([]);
  });

  it('keeps every gap', () => {
    const gap = { source: 'dns', reason: 'offline' };
    expect(mergeFacts({ gaps: [gap] }, { gaps: [gap] }).gaps).toEqual([gap, gap]);
  });
});
