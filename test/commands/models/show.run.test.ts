import { describe, expect, it } from 'vitest';
import { type ModelsShowInput, runModelsShow } from '../../../src/commands/models/show.run.js';
import { offer, sku } from '../../core/catalog/offers.js';
import { fakeSession } from './fake-session.js';

const bundled = (name: string, version: string | null = null): ModelsShowInput => ({
  source: { kind: 'bundled', region: null },
  name,
  version,
});
const live = (name: string): ModelsShowInput => ({
  source: { kind: 'region', subscriptionId: 'sub', location: 'eastus2' },
  name,
  version: null,
});

describe('models show', () => {
  it('adds capacity meaning, processing, terms and regions to the row', async () => {
    const { data } = await runModelsShow(fakeSession().session, bundled('GPT-4.1'));
    expect(data.name).toBe('gpt-4.1');
    expect(data.terms.soldBy).toBe('azure');
    expect(data.skus.map(({ name, processedIn }) => [name, processedIn])).toEqual([
      ['GlobalStandard', 'any Azure region'],
      ['DataZoneStandard', "the resource's data zone (EU, US)"],
      ['Standard', "the resource's region"],
    ]);
    expect(data.skus[0]).toMatchObject({
      perUnit: { tokensPerMinute: 1000, requestsPerMinute: 1 },
      byDefault: { tokensPerMinute: 10_000, requestsPerMinute: 10 },
      isPast: false,
    });
    expect(data.skus[0]?.regions).toHaveLength(26);
    expect(data.otherSkus.filter(({ fineTunedOnly }) => fineTunedOnly).map(({ name }) => name)).toEqual([
      'GlobalStandard',
      'Standard',
      'DeveloperTier',
    ]);
  });

  it('shows the default version first and all versions in brief', async () => {
    const { data } = await runModelsShow(fakeSession().session, bundled('model-router'));
    expect(data.version).toBe('2025-11-18');
    expect(data.versions.map(({ version }) => version)).toEqual(['2025-11-18', '2025-08-07', '2025-05-19']);
    expect(data.routesTo.map(({ name }) => name)).toContain('gpt-5.5');
  });

  it('tells the host of each Claude version', async () => {
    const { session } = fakeSession();
    const hostOf = async (version: string) =>
      (await runModelsShow(session, bundled('claude-haiku-4-5', version))).data.hostedOn;
    expect(await hostOf('2')).toBe('azure');
    expect(await hostOf('20251001')).toBe('anthropic');
  });

  it('shows a retired version that is asked for, with its replacement', async () => {
    const { data } = await runModelsShow(fakeSession().session, bundled('gpt-35-turbo', '0125'));
    expect(data).toMatchObject({ availability: 'retired', replacement: { name: 'gpt-4.1-mini' } });
    expect(data.skus.every(({ isPast }) => isPast)).toBe(true);
  });

  it.each([
    ['Llama-2-7b', null, 'model-not-pay-as-you-go', 'managed compute only'],
    ['Azure-AI-Speech', null, 'model-not-pay-as-you-go', 'it is a service'],
    ['gpt-oss-20b', null, 'model-not-pay-as-you-go', 'fine-tuned weights only'],
    ['tsuzumi-7b', null, 'model-not-pay-as-you-go', 'hub project'],
    ['FW-GLM-5', null, 'model-not-pay-as-you-go', 'no source shows'],
    ['gpt-35-turbo', null, 'model-retired', '0125 on 2025-11-14'],
    ['gpt-4.1', '9', 'version-not-found', "no version '9'"],
    ['gpt4o', null, 'model-not-found', 'the bundled catalog of 2026-08-22'],
  ])('refuses %s, version %s, with %s', async (name, version, code, text) => {
    await expect(runModelsShow(fakeSession().session, bundled(name, version))).rejects.toMatchObject({
      code,
      exit: 3,
      message: expect.stringContaining(text),
    });
  });

  it('shows a live offer, its limits and its own replacement', async () => {
    const rateLimits = [{ key: 'request', count: 1, renewalPeriodSeconds: 10 }];
    const offers = [
      offer({
        name: 'wonder-1',
        kind: 'AIServices',
        skus: [sku('DataZoneStandard', { rateLimits, capacity: { maximum: 5 } })],
        capabilities: { area: 'EUR' },
        replacement: { name: 'wonder-2' },
      }),
    ];
    const { data } = await runModelsShow(fakeSession({ offers }).session, live('wonder-1'));
    expect(data.replacement).toEqual({ name: 'wonder-2', version: null, autoUpgradeStart: null });
    expect(data.skus).toMatchObject([
      {
        processedIn: 'the EU data zone',
        perUnit: { tokensPerMinute: null, requestsPerMinute: 6 },
        byDefault: null,
        regions: null,
      },
    ]);
  });

  it.each([
    ['gpt-4.1', 'Regions that had it: '],
    ['grok-4', 'only for subscriptions with access (registration)'],
  ])('says of %s, which a live list lacks, where it may be had', async (name, hint) => {
    await expect(runModelsShow(fakeSession().session, live(name))).rejects.toMatchObject({
      code: 'model-not-found',
      message: `${name} is not in the models list of eastus2`,
      hint: expect.stringContaining(hint),
    });
  });
});
