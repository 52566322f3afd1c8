import { describe, expect, it } from 'vitest';
import {
  deployableSkus,
  foundryOffers,
  isPayAsYouGoSku,
  payAsYouGoSkus,
} from '../../../src/core/catalog/pay-as-you-go.js';
import { offer, sku } from './offers.js';

const DAY = '2026-08-22';

describe('isPayAsYouGoSku', () => {
  it.each([
    ['GlobalStandard', 'OpenAI.GlobalStandard.gpt4.1', true],
    ['DataZoneStandard', 'OpenAI.DatazoneStandard.gpt-5.3-codex', true],
    ['Standard', 'OpenAI.Standard.Dalle', true],
    ['GlobalStandard', 'OpenAI.GlobalStandard.gpt4.1-finetune', false],
    ['GlobalStandard', 'AIServices.GlobalStandard.GPT-OSS-20B-Finetune', false],
    ['GlobalStandard', 'AIServices.GlobalStandard.X-FINETUNE', false],
    ['Standard', 'OpenAI.Standard.text-davinci-fine-tune-002', false],
    ['Standard', 'OpenAI.Standard.finetuner', true],
    ['GlobalBatch', 'OpenAI.GlobalBatch.gpt-4.1', false],
    ['ProvisionedManaged', 'OpenAI.ProvisionedManaged', false],
    ['DeveloperTier', 'OpenAI.DeveloperTier.gpt-4.1-finetune', false],
    ['globalstandard', 'OpenAI.GlobalStandard.x', false],
    ['SomethingNew', 'OpenAI.SomethingNew.x', false],
  ])('answers for %s with quota name %s: %s', (name, usageName, expected) => {
    expect(isPayAsYouGoSku({ name, usageName })).toBe(expected);
  });

  it('keeps the base one of two SKUs with the same name', () => {
    const base = sku('GlobalStandard', { usageName: 'OpenAI.GlobalStandard.gpt-4o' });
    const fineTuned = sku('GlobalStandard', { usageName: 'OpenAI.GlobalStandard.gpt-4o-finetune' });
    expect(payAsYouGoSkus(offer({ skus: [fineTuned, base] }))).toEqual([base]);
  });
});

describe('deployableSkus', () => {
  it.each([
    ['no dates', {}, {}, ['GlobalStandard']],
    ['a SKU date in the future', {}, { retires: '2026-08-23' }, ['GlobalStandard']],
    ['a SKU date that is the day itself', {}, { retires: DAY }, []],
    [
      'a SKU date in the past and a model date in the future',
      { retires: '2027-09-30' },
      { retires: '2026-03-31' },
      [],
    ],
    ['a model date in the past and no SKU date', { retires: '2026-08-01' }, {}, []],
    ['Preview five weeks after its date', { lifecycle: 'Preview', retires: '2026-07-15' }, {}, []],
    ['Deprecated with a date in the future', { lifecycle: 'Deprecated', retires: '2027-01-01' }, {}, []],
    ['Deprecating', { lifecycle: 'Deprecating', retires: '2027-01-01' }, {}, []],
    ['Legacy', { lifecycle: 'Legacy', retires: '2027-01-01' }, {}, ['GlobalStandard']],
    ['an unknown lifecycle word', { lifecycle: 'Sunsetting' }, {}, ['GlobalStandard']],
  ])('decides a model with %s', (_, model, skuChanges, expected) => {
    const found = deployableSkus(offer({ ...model, skus: [sku('GlobalStandard', skuChanges)] }), DAY);
    expect(found.map(({ name }) => name)).toEqual(expected);
  });

  it('keeps what only existing customers can deploy when asked to, but not what is retired', () => {
    const options = { includeRetiring: true };
    expect(deployableSkus(offer({ lifecycle: 'Deprecating' }), DAY, options)).toHaveLength(1);
    expect(deployableSkus(offer({ lifecycle: 'Deprecated' }), DAY, options)).toEqual([]);
    expect(deployableSkus(offer({ lifecycle: 'Deprecating', retires: DAY }), DAY, options)).toEqual([]);
  });

  it('judges every SKU by its own date', () => {
    const skus = [
      sku('Standard', { retires: '2026-03-31' }),
      sku('GlobalStandard', { retires: '2026-10-01' }),
    ];
    expect(deployableSkus(offer({ skus, retires: '2026-10-01' }), DAY)).toEqual([skus[1]]);
  });

  it('finds nothing in a model without SKUs', () => {
    expect(deployableSkus(offer({ skus: [] }), DAY)).toEqual([]);
  });
});

describe('foundryOffers', () => {
  it('takes a model that is listed under several kinds once, as AIServices', () => {
    const rows = [
      offer({ kind: 'OpenAI' }),
      offer({ kind: 'AIServices' }),
      offer({ kind: 'AIServices' }),
      offer({ kind: 'MaaS', name: 'other' }),
      offer({ kind: 'AIServices', version: '2' }),
    ];
    expect(foundryOffers(rows)).toEqual([rows[1], rows[4]]);
  });

  it('takes all of a list without kinds', () => {
    const rows = [offer(), offer({ version: '2' })];
    expect(foundryOffers(rows)).toEqual(rows);
  });

  it('keeps equal names of different formats apart', () => {
    const rows = [offer({ format: 'OpenAI' }), offer({ format: 'OpenAI-OSS' })];
    expect(foundryOffers(rows)).toHaveLength(2);
  });
});
