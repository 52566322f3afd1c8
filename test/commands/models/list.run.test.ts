import { describe, expect, it } from 'vitest';
import { type ModelsListInput, runModelsList } from '../../../src/commands/models/list.run.js';
import { offer, sku } from '../../core/catalog/offers.js';
import { fakeSession } from './fake-session.js';

const input = (changes: Partial<ModelsListInput> = {}): ModelsListInput => ({
  source: { kind: 'bundled', region: null },
  publisher: null,
  capability: null,
  sku: null,
  search: null,
  asOf: null,
  includeRetiring: false,
  ...changes,
});
const live: ModelsListInput['source'] = { kind: 'region', subscriptionId: 'sub', location: 'eastus2' };

describe('models list from the bundled catalog', () => {
  it('has a row per version that could be deployed on the day, and reads one file', async () => {
    const { session, read, said } = fakeSession();
    const { data } = await runModelsList(session, input());
    expect(data).toHaveLength(125);
    expect(read).toEqual(['catalog']);
    expect(said).toEqual([
      'Bundled catalog of 2026-08-22; for live data add --location REGION (needs a subscription).',
      '125 versions of 102 pay-as-you-go models (* = default version).',
    ]);
  });

  it('says how old it is and leaves out what has retired since', async () => {
    const { session, said } = fakeSession({ day: '2026-11-22' });
    const { data } = await runModelsList(session, input());
    expect(said[0]).toContain('2026-08-22, 92 days old');
    expect(data.some(({ name }) => name === 'claude-haiku-4-5')).toBe(false);
    expect(data.every(({ retires }) => retires === null || retires > '2026-11-22')).toBe(true);
  });

  it('gives a row all its keys', async () => {
    const { session } = fakeSession();
    const { data } = await runModelsList(session, input({ search: 'gpt-4.1' }));
    const row = data.find(({ name }) => name === 'gpt-4.1');
    expect(row).toMatchObject({
      name: 'gpt-4.1',
      format: 'OpenAI',
      publisher: 'OpenAI',
      version: '2025-04-14',
      availability: 'open',
      task: 'chat',
      context: { input: 1_047_576, output: 32_768 },
      gated: null,
    });
    expect(row?.skus[0]).toEqual({
      name: 'GlobalStandard',
      usageName: 'OpenAI.GlobalStandard.gpt4.1',
      capacity: { default: 10, maximum: 1_000_000 },
      retires: '2027-04-14',
    });
    expect(row?.regions?.length).toBeGreaterThan(10);
  });

  it('lists a gated model by its documented SKU, without a quota name', async () => {
    const { session } = fakeSession();
    const { data } = await runModelsList(session, input({ search: 'grok-code-fast-1' }));
    expect(data).toMatchObject([
      { gated: 'registration', skus: [{ name: 'GlobalStandard', usageName: null }], regions: [] },
    ]);
  });

  it('narrows SKUs and regions to one region', async () => {
    const { session } = fakeSession();
    const source: ModelsListInput['source'] = { kind: 'bundled', region: 'Canada East' };
    const { data } = await runModelsList(session, input({ source, search: 'gpt-4.1 2025-04-14' }));
    const row = data.find(({ name }) => name === 'gpt-4.1');
    expect(row?.skus.map(({ name }) => name)).toEqual(['GlobalStandard']);
    expect(row?.regions).toEqual(['canadaeast']);
  });

  it('adds what only existing customers can deploy when asked to', async () => {
    const { session } = fakeSession();
    const { data } = await runModelsList(session, input({ includeRetiring: true }));
    expect(data).toHaveLength(134);
    expect(data.filter(({ availability }) => availability === 'restricted')).toHaveLength(9);
  });

  it('judges by a later day when asked to', async () => {
    const { session, said } = fakeSession();
    const { data } = await runModelsList(session, input({ asOf: '2028-01-01', search: 'gpt' }));
    expect(data.some(({ name }) => name === 'gpt-4.1')).toBe(false);
    expect(said[1]).toContain('deployable on 2028-01-01');
  });

  it.each([
    [
      'publisher',
      { publisher: 'Antropic' },
      "No pay-as-you-go model of publisher 'Antropic'. Did you mean Anthropic?",
    ],
    ['capability', { capability: 'embedings' }, 'Did you mean embeddings'],
    ['search', { search: 'no such thing' }, 'No pay-as-you-go model matches.'],
  ])('is empty and says why when the %s fits nothing', async (_, changes, text) => {
    const { session, said } = fakeSession();
    expect((await runModelsList(session, input(changes))).data).toEqual([]);
    expect(said[1]).toContain(text);
  });
});

describe('models list with a value that cannot be used', () => {
  it.each([
    ['a day that does not exist', { asOf: '2027-02-30' }, 'invalid-value', 'is not a date'],
    ['another word for a day', { asOf: 'tomorrow' }, 'invalid-value', 'is not a date'],
    ['a day before the facts', { asOf: '2026-01-01' }, 'invalid-value', 'is before 2026-08-22'],
    [
      'a provisioned SKU',
      { sku: 'GlobalProvisionedManaged' },
      'invalid-value',
      'billed per provisioned unit and hour',
    ],
    ['an unknown SKU', { sku: 'Gold' }, 'invalid-value', "--sku 'Gold'"],
    [
      'an unknown region',
      { source: { kind: 'bundled', region: 'eastus3' } },
      'region-not-found',
      "'eastus3'",
    ],
  ] as const)('refuses %s', async (_, changes, code, text) => {
    const { session } = fakeSession();
    await expect(runModelsList(session, input(changes))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(text),
    });
  });

  it('refuses a wrong day or SKU before any request', async () => {
    const { session, requests } = fakeSession();
    await expect(runModelsList(session, input({ source: live, asOf: '2026-08-21' }))).rejects.toThrow(
      'before',
    );
    await expect(runModelsList(session, input({ source: live, sku: 'Gold' }))).rejects.toThrow('Gold');
    expect(requests).toEqual([]);
  });
});

describe('models list from Azure', () => {
  const offers = [
    offer({ name: 'gpt-4o', kind: 'OpenAI' }),
    offer({ name: 'gpt-4o', kind: 'AIServices', isDefault: true }),
    offer({ name: 'reserved', kind: 'AIServices', skus: [sku('ProvisionedManaged')] }),
    offer({ name: 'gone', kind: 'AIServices', retires: '2026-08-22' }),
  ];

  it('reads the region, takes each version once and knows no further regions', async () => {
    const { session, requests, read } = fakeSession({ offers });
    const { data } = await runModelsList(session, input({ source: live }));
    expect(data.map(({ name, isDefault, regions }) => [name, isDefault, regions])).toEqual([
      ['gpt-4o', true, null],
    ]);
    expect(requests).toEqual(['region sub eastus2']);
    expect(read).toEqual([]);
  });

  it('reads the account when one is named', async () => {
    const { session, requests } = fakeSession({ offers: offers.map(({ kind, ...rest }) => rest) });
    const ref = { subscriptionId: 'sub', resourceGroup: 'rg', account: 'contoso-ai' };
    const { data } = await runModelsList(session, input({ source: { kind: 'account', ref } }));
    expect(data.map(({ name }) => name)).toEqual(['gpt-4o']);
    expect(requests).toEqual(['account contoso-ai']);
  });
});
