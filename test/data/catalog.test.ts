import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { availabilityOf } from '../../src/core/catalog/availability.js';
import { completeEntry, readDetails } from '../../src/core/catalog/details.js';
import { readManagedCompute } from '../../src/core/catalog/managed-compute.js';
import { payAsYouGoSkus } from '../../src/core/catalog/pay-as-you-go.js';
import { readCatalog } from '../../src/core/catalog/read.js';
import { payAsYouGoRegions } from '../../src/core/catalog/regions.js';
import { skuMeaning } from '../../src/core/catalog/sku-meaning.js';
import { taskOf } from '../../src/core/catalog/task.js';
import { termsFor } from '../../src/core/catalog/terms.js';

const DAY = '2026-08-22';

function data(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../src/data/${name}.json`, import.meta.url), 'utf8'));
}

const Header = v.object({ schema: v.literal(1), source: v.string(), retrieved: v.literal(DAY) });
/** What the facts say beside the rows; the program itself judges by the rows alone. */
const Verdicts = v.object({
  sourceCodes: v.record(v.string(), v.string()),
  models: v.record(
    v.string(),
    v.object({
      newDeployment: v.object({
        asOf: v.literal(DAY),
        value: v.picklist(['yes', 'no', 'restricted', 'unlisted']),
      }),
      payAsYouGoSkus: v.array(v.string()),
      sources: v.array(v.string()),
    }),
  ),
});

const alive = readCatalog(data('catalog'));
const retired = readCatalog(data('catalog-retired'));
const entries = [...alive.entries, ...retired.entries];
const verdicts = v.parse(Verdicts, data('catalog-details'));
const detailsOf = readDetails(data('catalog-details'));
const managed = readManagedCompute(data('managed-compute'));

describe('the bundled catalog', () => {
  it.each(['catalog', 'catalog-retired', 'catalog-details', 'managed-compute'])(
    'says in %s where it is from',
    (name) => {
      expect(v.is(Header, data(name))).toBe(true);
    },
  );

  it('holds 303 model versions, each once and each with details', () => {
    const ids = entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(303);
    expect(Object.keys(verdicts.models).sort()).toEqual(ids.sort());
    expect(retired.entries.every(({ lifecycle }) => lifecycle === 'Deprecated')).toBe(true);
    expect(alive.entries.some(({ lifecycle }) => lifecycle === 'Deprecated')).toBe(false);
  });

  it('knows 35 regions and names no other', () => {
    expect(alive.regions).toHaveLength(35);
    const used = new Set(entries.flatMap((entry) => Object.values(entry.regionsBySku).flat()));
    expect([...used].filter((region) => !alive.regions.includes(region))).toEqual([]);
  });

  it('holds only pay-as-you-go SKUs, exactly those that the facts name, each with regions', () => {
    for (const entry of entries.filter(({ evidence }) => evidence === 'arm')) {
      const names = entry.skus.map(({ name }) => name);
      expect([entry.id, [...names].sort()]).toEqual([
        entry.id,
        [...(verdicts.models[entry.id]?.payAsYouGoSkus ?? [])].sort(),
      ]);
      expect(payAsYouGoSkus(entry)).toEqual(entry.skus);
      expect(names.every((name) => (entry.regionsBySku[name]?.length ?? 0) > 0)).toBe(true);
    }
  });

  it('agrees with the facts on what could be deployed that day, except where they do not settle pay-as-you-go', () => {
    const words = {
      yes: ['open'],
      restricted: ['restricted'],
      unlisted: ['unlisted'],
      no: ['retired', 'never'],
    };
    const disagreements = entries.filter((entry) => {
      const verdict = verdicts.models[entry.id]?.newDeployment.value ?? 'no';
      return !words[verdict].includes(availabilityOf(entry, DAY));
    });
    expect(disagreements.map(({ format, payAsYouGo }) => [format, payAsYouGo])).toEqual(
      Array.from({ length: 10 }, () => ['Fireworks', null]),
    );
  });

  it('counts what was open, restricted, unlisted and retired on the day of the facts', () => {
    const counts: Record<string, number> = {};
    for (const entry of entries) {
      const key = `${availabilityOf(entry, DAY)}, ${entry.evidence}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    expect(counts).toEqual({
      'open, arm': 120,
      'open, docs': 5,
      'restricted, arm': 9,
      'unlisted, arm': 2,
      'retired, arm': 144,
      'retired, docs': 3,
      'never, arm': 4,
      'never, docs': 16,
    });
  });

  it('leaves no date of 2099 and no wrong date', () => {
    const dates = entries.flatMap((entry) => [entry.retires, ...entry.skus.map(({ retires }) => retires)]);
    for (const date of dates) if (date !== null) expect(date).toMatch(/^20[2-4]\d-\d{2}-\d{2}$/);
  });

  it('agrees with the facts on who sells, except that Phi is published and sold by Microsoft', () => {
    const other = entries.filter((entry) => {
      const terms = termsFor(entry);
      const facts = detailsOf(entry.id);
      return terms.soldBy !== facts?.soldBy || terms.marketplace !== facts.marketplace;
    });
    expect([...new Set(other.map(({ format }) => format))]).toEqual(['Microsoft']);
    expect(other.every(({ name }) => name.startsWith('Phi-'))).toBe(true);
  });

  it('knows a task for every version that can be deployed', () => {
    const open = entries.filter((entry) => availabilityOf(entry, DAY) === 'open');
    expect(open.filter((entry) => taskOf(entry) === 'other').map(({ id }) => id)).toEqual([]);
  });

  it('completes an entry with its other SKUs, all of which have a known meaning', () => {
    const entry = alive.entries.find(({ id }) => id === 'OpenAI.gpt-4.1.2025-04-14');
    if (entry === undefined) throw new Error('gpt-4.1 is missing');
    const complete = completeEntry(entry, detailsOf(entry.id));
    expect(entry.skus.map(({ name }) => name)).toEqual(['GlobalStandard', 'DataZoneStandard', 'Standard']);
    expect(complete.skus.slice(3).map(({ name }) => name)).toEqual([
      'GlobalBatch',
      'DataZoneBatch',
      'GlobalProvisionedManaged',
      'DataZoneProvisionedManaged',
      'ProvisionedManaged',
      'GlobalStandard',
      'Standard',
      'DeveloperTier',
    ]);
    expect(complete.skus.every(({ name }) => skuMeaning(name).billing !== 'not known')).toBe(true);
    expect(complete.skus.find(({ name }) => name === 'ProvisionedManaged')?.capacity).toEqual({
      minimum: 25,
      maximum: 30_000,
      step: 25,
    });
  });

  it('reads a row as the facts have it', () => {
    const entry = alive.entries.find(({ id }) => id === 'OpenAI-OSS.gpt-oss-120b.1');
    expect(entry).toMatchObject({
      format: 'OpenAI-OSS',
      publisher: 'OpenAI',
      isDefault: true,
      lifecycle: 'GenerallyAvailable',
      retires: null,
      maxContext: 131_072,
      maxOutput: 131_072,
      regionsBySku: { DataZoneStandard: ['centralus', 'eastus2'] },
    });
    expect(entry?.skus[0]).toEqual({
      name: 'GlobalStandard',
      usageName: 'AIServices.GlobalStandard.gpt-oss-120b',
      capacity: { default: 500, maximum: 1_000_000 },
      retires: null,
      rateLimits: [
        { key: 'request', count: 1, renewalPeriodSeconds: 60 },
        { key: 'token', count: 1000, renewalPeriodSeconds: 60 },
      ],
    });
    expect(entry === undefined ? 0 : payAsYouGoRegions(entry).length).toBe(30);
  });

  it('explains every source code of its rows', () => {
    const codes = new Set(
      Object.values(verdicts.models).flatMap(({ sources }) =>
        sources.map((code) => code.replace(/^(FMR|AZD):.*/, '$1')),
      ),
    );
    expect([...codes].filter((code) => !(code in verdicts.sourceCodes))).toEqual([]);
  });

  it('lists 201 entries on managed compute, none of which is offered per token too', () => {
    expect(managed).toHaveLength(201);
    const offered = new Set(entries.map(({ name }) => name.toLowerCase()));
    expect(managed.filter(({ name }) => offered.has(name.toLowerCase()))).toEqual([]);
  });
});

describe('a data file of another schema', () => {
  it.each([
    ['a number', 7],
    ['null', null],
    ['no schema', { models: [] }],
    ['a later schema', { schema: 2, models: [], regionSets: [] }],
  ])('is refused: %s', (_, value) => {
    for (const read of [readCatalog, readDetails, readManagedCompute]) {
      expect(() => read(value)).toThrow('has a shape that this version of aimi does not know');
    }
  });
});
