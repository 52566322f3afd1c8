import { describe, expect, it } from 'vitest';
import { filterOffers } from '../../../src/core/catalog/filter.js';
import { inListOrder, inVersionOrder } from '../../../src/core/catalog/order.js';
import { offer, sku } from './offers.js';

const DAY = '2026-08-22';
const offers = [
  offer({ name: 'gpt-4o', version: '2024-11-20' }),
  offer({ name: 'old', lifecycle: 'Deprecated', retires: '2025-01-01' }),
  offer({ name: 'going', lifecycle: 'Deprecating', retires: '2027-01-01' }),
  offer({
    name: 'Mistral-Large-3',
    format: 'Mistral AI',
    publisher: 'Mistral AI',
    skus: [sku('DataZoneStandard')],
  }),
  offer({ name: 'gpt-oss-120b', format: 'OpenAI-OSS', capabilities: {} }),
  offer({ name: 'reserved', skus: [sku('ProvisionedManaged')] }),
];

describe('filterOffers', () => {
  it.each([
    ['nothing but the day', {}, ['gpt-4o', 'Mistral-Large-3', 'gpt-oss-120b']],
    [
      'retiring ones included',
      { includeRetiring: true },
      ['gpt-4o', 'going', 'Mistral-Large-3', 'gpt-oss-120b'],
    ],
    ['publisher in another letter case', { publisher: 'mistral ai' }, ['Mistral-Large-3']],
    ['the beginning of a publisher', { publisher: 'mistral' }, ['Mistral-Large-3']],
    ['the end of a publisher', { publisher: 'AI' }, []],
    ['a format', { publisher: 'openai-oss' }, ['gpt-oss-120b']],
    ['a task', { capability: 'chat' }, ['gpt-4o', 'Mistral-Large-3']],
    ['a SKU', { sku: 'datazonestandard' }, ['Mistral-Large-3']],
    ['words that all match', { search: 'OPENAI 2024' }, ['gpt-4o']],
    ['words that do not all match', { search: 'gpt mistral' }, []],
    ['blank words', { search: '  ' }, ['gpt-4o', 'Mistral-Large-3', 'gpt-oss-120b']],
  ])('by %s', (_, filter, expected) => {
    expect(filterOffers(offers, { asOf: DAY, ...filter }).map(({ name }) => name)).toEqual(expected);
  });

  it('leaves out what retires before a later day', () => {
    const soon = offer({ name: 'soon', retires: '2026-12-31' });
    expect(filterOffers([soon], { asOf: '2026-12-30' })).toEqual([soon]);
    expect(filterOffers([soon], { asOf: '2026-12-31' })).toEqual([]);
  });
});

describe('inListOrder', () => {
  it('goes by publisher, name and version, numbers as numbers', () => {
    const rows = [
      offer({ publisher: 'xAI', name: 'grok' }),
      offer({ publisher: 'Meta', name: 'Llama', version: '11' }),
      offer({ publisher: 'Meta', name: 'Llama', version: '9' }),
      offer({ publisher: 'AI21', name: 'jamba' }),
      offer({ publisher: 'Meta', name: 'alpha' }),
    ];
    expect(inListOrder(rows).map((row) => `${row.name} ${row.version}`)).toEqual([
      'jamba 1',
      'alpha 1',
      'Llama 9',
      'Llama 11',
      'grok 1',
    ]);
  });
});

describe('inVersionOrder', () => {
  it('puts the deployable default first, then the longest living, then the higher version text', () => {
    const versions = [
      offer({ version: 'retired-default', isDefault: true, lifecycle: 'Deprecated', retires: '2025-01-01' }),
      offer({ version: '2', retires: '2027-01-01' }),
      offer({ version: '11', retires: '2027-01-01' }),
      offer({ version: 'endless' }),
      offer({ version: 'restricted', lifecycle: 'Deprecating' }),
      offer({ version: 'open-default', isDefault: true, retires: '2026-10-01' }),
    ];
    expect(inVersionOrder(versions, DAY).map(({ version }) => version)).toEqual([
      'open-default',
      'endless',
      '11',
      '2',
      'restricted',
      'retired-default',
    ]);
  });
});
