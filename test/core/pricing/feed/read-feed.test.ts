import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../../src/core/pricing/feed/page.js';
import { readFeed } from '../../../../src/core/pricing/feed/read-feed.js';
import { KNOWN } from '../known.js';
import { item } from './items.js';

const read = (...items: readonly FeedItem[]) => readFeed(items, KNOWN, 'https://prices.example');
const meter = (name: string, price: string, change: Partial<FeedItem> = {}) =>
  item({ meterName: `${name} Tokens`, price, ...change });

describe('readFeed', () => {
  it('makes one row of a meter that is listed once per region', () => {
    const { rows } = read(item(), item({ region: 'westus3' }), item({ region: 'uksouth' }));
    expect(rows).toEqual([
      {
        model: 'gpt-4.1',
        version: null,
        publisher: 'OpenAI',
        billing: 'azure',
        sku: 'GlobalStandard',
        mode: 'standard',
        context: 'any',
        kind: 'input',
        modality: 'text',
        regionScope: 'listed',
        regions: ['eastus2', 'uksouth', 'westus3'],
        price: '0.002',
        per: 1_000,
        currency: 'USD',
        meterName: 'gpt 4.1 Inp glbl Tokens',
        productName: 'Azure OpenAI',
        effectiveFrom: '2026-06-01',
        effectiveTo: null,
        source: 'https://prices.example',
      },
    ]);
  });

  it('keeps superseded and future prices, told apart by their day', () => {
    const { rows } = read(item(), item({ price: '0.001', effectiveFrom: '2027-01-01' }));
    expect(rows.map((row) => [row.effectiveFrom, row.price])).toEqual([
      ['2026-06-01', '0.002'],
      ['2027-01-01', '0.001'],
    ]);
  });

  it('sets aside what is no token price of a base model, and counts it', () => {
    const { rows, setAside, unread } = read(
      item({ type: 'Reservation' }),
      item({ meterName: 'gpt-4.1-ft input global Tokens' }),
      item({ meterName: 'Sora 2 glbl Second', unitOfMeasure: '1' }),
      item({ meterName: 'Provisioned Managed Global Unit', unitOfMeasure: '1/Hour' }),
    );
    expect([rows, unread]).toEqual([[], []]);
    expect(setAside).toEqual({ Reservation: 1, 'finetune-inference': 1, media: 1, provisioned: 1 });
  });

  it('lists names that it does not understand, with the number of their rows', () => {
    const placeholder = { productName: 'Azure Kimi', meterName: 'Model 7 Inp glbl Tokens' };
    const { rows, unread } = read(item(placeholder), item({ ...placeholder, region: 'westus3' }));
    expect(rows).toEqual([]);
    expect(unread).toEqual([{ ...placeholder, reason: 'the words name no model for certain', rows: 2 }]);
  });

  it.each<readonly [string, readonly FeedItem[], readonly string[], string]>([
    [
      'two prices for one day',
      [item(), item({ price: '0.003' })],
      [],
      'several prices for one day: 2 and 3 per million',
    ],
    [
      'an output price below its input price',
      [item(), meter('gpt 4.1 Outp glbl', '0.001')],
      [],
      'output 1 beside input 2 per million',
    ],
    [
      'a cached price above its input price',
      [item(), meter('gpt 4.1 cached Inp glbl', '0.003')],
      ['0.002'],
      'cached input 3 beside input 2 per million',
    ],
    [
      'a data zone price out of proportion to its siblings',
      [
        item(),
        meter('gpt 4.1 Outp glbl', '0.008'),
        meter('gpt 4.1 Inp DZ', '0.0022'),
        meter('gpt 4.1 Outp DZ', '0.01'),
      ],
      ['0.0022', '0.002', '0.008'],
      '10 per million beside Global 8 is out of proportion',
    ],
    [
      'a region that stayed behind when the others changed',
      [
        item(),
        item({ region: 'polandcentral' }),
        meter('gpt 4.1 Inp DZ', '0.0022'),
        meter('gpt 4.1 Inp DZ', '0.0044', { region: 'polandcentral', effectiveFrom: '2025-01-01' }),
      ],
      ['0.002', '0.0022'],
      '4.4 per million beside Global 2 is out of proportion',
    ],
    ['a price of zero', [item({ price: '0' })], [], 'it is not above zero'],
    [
      'a price tier',
      [item(), item({ price: '0.001', tierMinimum: '1000' })],
      ['0.002'],
      'it holds from 1000 units on',
    ],
    ['a unit that is not 1K or 1M', [item({ unitOfMeasure: '10K' })], [], 'neither 1K nor 1M'],
  ])('rejects %s and says why', (_, items, kept, reason) => {
    const { rows, rejected } = read(...items);
    expect(rows.map((row) => row.price).sort()).toEqual([...kept].sort());
    expect(rejected.map((entry) => entry.reason).join('; ')).toContain(reason);
  });

  it('takes the finer of two twins that differ in rounding alone', () => {
    const twins = [
      item({
        productName: 'Azure OpenAI GPT5',
        meterName: 'gpt-5-codex-ccchd-inp-dzone Tokens',
        price: '0.000138',
      }),
      item({
        productName: 'Azure OpenAI GPT5',
        meterName: '5 codex cd inp Dz 1M Tokens',
        price: '0.1375',
        unitOfMeasure: '1M',
      }),
    ];
    const { rows, rejected } = read(...twins);
    expect(rejected).toEqual([]);
    expect(rows.map((row) => row.price)).toEqual(['0.1375']);
  });

  it('keeps a model whose kinds all stand in another proportion: that is a price list', () => {
    const { rows, rejected } = read(
      item(),
      meter('gpt 4.1 Outp glbl', '0.008'),
      meter('gpt 4.1 Inp DZ', '0.003'),
      meter('gpt 4.1 Outp DZ', '0.012'),
    );
    expect([rows.length, rejected]).toEqual([4, []]);
  });
});
