import { describe, expect, it } from 'vitest';
import { deploymentChoices } from '../../../src/render/deployments/deployment-choices.js';
import { type ModelLine, modelChoices } from '../../../src/render/deployments/model-choices.js';
import { type SkuLine, skuChoice } from '../../../src/render/deployments/sku-choice.js';
import { deployment } from '../../helpers/offers.js';

const LONG = 'Llama-4-Maverick-17B-128E-Instruct-FP8';
const MODELS: readonly ModelLine[] = [
  {
    name: 'gpt-4.1-mini',
    publisher: 'OpenAI',
    price: '$0.40 / $1.60',
    retires: '2027-04-14',
    task: 'chat',
    skus: ['GlobalStandard', 'Standard'],
    isUsedUp: false,
  },
  {
    name: LONG,
    publisher: 'Black Forest Labs',
    price: '',
    retires: null,
    task: 'image',
    skus: ['GlobalStandard'],
    isUsedUp: true,
  },
];

describe('modelChoices', () => {
  it('aligns name, publisher, price and retirement in 80 columns', () => {
    expect(modelChoices(MODELS, 80, '…').map((choice) => choice.name)).toEqual([
      `${'gpt-4.1-mini'.padEnd(37)}  ${'OpenAI'.padEnd(12)}  $0.40 / $1.60  2027-04-14`,
      `${'Llama-4-Maverick-17B-128E-Instruct-F…'.padEnd(37)}  Black Fores…`,
    ]);
  });

  it('leaves two columns for the cursor', () => {
    for (const columns of [72, 80, 100]) {
      for (const { name } of modelChoices(MODELS, columns, '…')) {
        expect(name === LONG || name.length <= columns - 2, name).toBe(true);
      }
    }
  });

  it('puts everything but the name under it in 40 columns', () => {
    expect(modelChoices(MODELS, 40, '…').map(({ name }) => name.split(/ {4,}/))).toEqual([
      ['gpt-4.1-mini', 'OpenAI  $0.40 / $1.60  2027-04-14'],
      [LONG, 'Black Forest Labs'],
    ]);
  });

  it('says in the description what the line has no room for', () => {
    expect(modelChoices(MODELS, 80, '…').map((choice) => choice.description)).toEqual([
      'gpt-4.1-mini, chat, GlobalStandard Standard',
      `${LONG}, image, GlobalStandard, no quota left in this region`,
    ]);
  });
});

const SKU: SkuLine = {
  name: 'GlobalStandard',
  price: '$0.40 / $1.60',
  processedIn: 'any Azure region',
  free: 4990,
  limit: 5000,
  closes: null,
  refusal: null,
  room: [],
};
const ROOM = [
  { location: 'swedencentral', available: 1200 },
  { location: 'westus3', available: 3 },
];

describe('skuChoice', () => {
  it.each<[string, Partial<SkuLine>, string, boolean]>([
    ['room', {}, 'processed in any Azure region; 4,990 of 5,000 units free', false],
    [
      'an end of its own',
      { closes: '2027-01-01' },
      'processed in any Azure region; 4,990 of 5,000 units free; closes 2027-01-01',
      false,
    ],
    ['quota unknown', { free: null, limit: null }, 'processed in any Azure region; quota not known', false],
    [
      'no quota, room elsewhere',
      { free: 0, refusal: 'quota', room: ROOM },
      'processed in any Azure region; no quota left (5,000 units used); room in swedencentral (1,200), westus3 (3)',
      true,
    ],
    [
      'no quota anywhere',
      { free: 0, refusal: 'quota' },
      'processed in any Azure region; no quota left (5,000 units used); no region with room is known',
      true,
    ],
    [
      'too little for --capacity',
      { free: 10, refusal: 'quota', room: ROOM.slice(0, 1) },
      'processed in any Azure region; only 10 of 5,000 units free; room in swedencentral (1,200)',
      true,
    ],
    [
      'another reason',
      { refusal: 'It takes 1 to 50.' },
      'processed in any Azure region; It takes 1 to 50',
      true,
    ],
  ])('says %s', (_, facts, more, isDisabled) => {
    const choice = skuChoice({ ...SKU, ...facts }, 80);
    expect(choice.isDisabled).toBe(isDisabled);
    expect(choice.name.replace(/\s{3,}/g, ' ')).toBe(
      `GlobalStandard  $0.40 / $1.60 per 1M tokens in / out ${more}`,
    );
  });

  it('has the price under the name on a narrow terminal, and says when there is none', () => {
    expect(skuChoice(SKU, 40).name.split(/ {3,}/)).toEqual([
      'GlobalStandard',
      '$0.40 / $1.60 per 1M tokens in /',
      'out; processed in any Azure region;',
      '4,990 of 5,000 units free',
    ]);
    expect(skuChoice({ ...SKU, price: '' }, 80).name).toMatch(/^GlobalStandard {2}no published price {3}/);
    expect(skuChoice({ ...SKU, price: '$2.00/1K searches' }, 80).name).toMatch(
      /^GlobalStandard {2}\$2\.00\/1K searches {3}/,
    );
  });
});

describe('deploymentChoices', () => {
  const all = [
    deployment({ name: 'chat' }),
    deployment({ name: 'a-longer-name', provisioningState: 'Failed' }),
  ];

  it('aligns model, SKU and capacity behind the name', () => {
    const [first, second] = deploymentChoices(all, 80, 'unicode');
    expect(first?.name).toMatch(/^chat {11}\S+ \S+, GlobalStandard, \d+ units$/);
    expect(second?.name).toMatch(/^a-longer-name {2}.*, Failed$/);
  });

  it('puts them under it when one line is too short', () => {
    for (const symbols of ['unicode', 'ascii'] as const) {
      const [first] = deploymentChoices(all, 40, symbols);
      const before = symbols === 'unicode' ? 3 : 5;
      // The cursor and the box are in the first line.
      expect(first?.name.slice(40 - before)).toMatch(/^ {4}\S+ \S+/);
      expect(first?.name).toMatch(/^chat {4,}.*GlobalStandard, +\d+ units$/);
    }
  });
});
