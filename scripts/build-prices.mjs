// Generates the bundled price book from a folder of collected facts:
//   node scripts/build-prices.mjs FACTS_DIR            writes src/data/prices.json and prices-provenance.json
//   node scripts/build-prices.mjs FACTS_DIR --verify   rebuilds every price from the written files and compares
// FACTS_DIR holds prices.json (one entry per model version with its published prices) and
// retail-prices-sample.json (rows of the Azure Retail Prices API, for the regions of the data zones). Nothing
// reads it at run time. prices.json is read at every estimate, so repeated values stand in tables and the rows of
// a model are one text that is read when the model is asked for (src/core/pricing/book-file.ts). What only explains
// a price (which other tables agree with it, when it was seen) is in prices-provenance.json.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Big from 'big.js';
import { createValueTable } from './value-table.mjs';

const SCHEMA = 1;
const SOURCE =
  'Azure Retail Prices API as collected by public repositories, 2025-08 to 2026-10, and for marketplace models ' +
  'community tables, 2026-07 to 2026-08; sources in prices-provenance.json';
/** Newest of the collections; its day is approximate, so the first of its month. */
const DATE = '2026-10-01';
const PER = { '1K': 1_000, '1M': 1_000_000 };
const BILLING = { 'azure-direct': 'azure', marketplace: 'marketplace' };
const SCOPES = {
  commercial: 'commercial',
  'us-eu': 'us-eu',
  apac: 'apac',
  usgov: 'usgov',
  regions: 'listed',
};
const APAC = /^(?:japan|australia|korea|southeastasia|southindia|centralindia|eastasia)/;
const GOVERNMENT = /^usgov/;

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dataPath = (name) => join(root, 'src', 'data', `${name}.json`);

/** Prices stay text: a JSON number would be rounded to binary. */
async function readFacts(path) {
  const text = await readFile(path, 'utf8');
  return JSON.parse(text.replace(/(?<!\\)"retailPrice"\s*:\s*(-?[\d.eE+-]+)/g, '"retailPrice":"$1"'));
}

/** Regions in which the feed lists data zone meters, by group of zones. */
function dataZoneRegions(sample) {
  const seen = new Set(
    sample.CompactRows.filter((row) =>
      /\b(?:d(?:ata)? ?z(?:one|n)?|datazone)\b/i.test(row.meterName),
    ).flatMap((row) => row.regions ?? []),
  );
  const all = [...seen].filter((region) => !GOVERNMENT.test(region)).sort();
  return {
    apac: all.filter((region) => APAC.test(region)),
    usEu: all.filter((region) => !APAC.test(region)),
  };
}

/** The regions of one fact, explicit but for `commercial`. */
function regionsOf(fact, zones) {
  switch (fact.regionClass) {
    case 'commercial':
      return [];
    case 'us-eu':
      return zones.usEu;
    case 'apac':
      return zones.apac;
    case 'usgov':
      return ['usgovarizona', 'usgovvirginia'];
    default:
      return [...fact.regions].sort();
  }
}

/** Published price and its unit; the derived price of the facts must be the same to the last digit. */
function priceOf(fact, where) {
  const derived = fact.usdPer1M ?? new Big(fact.usdPer1KUnits).times(1000).toFixed();
  if (fact.retailPrice === undefined) return { price: new Big(derived).toFixed(), per: 1_000_000 };
  const per = PER[fact.unitOfMeasure];
  const price = new Big(fact.retailPrice).toFixed();
  if (per === undefined) throw new Error(`${where}: unit ${fact.unitOfMeasure}`);
  if (!new Big(price).times(1_000_000 / per).eq(derived))
    throw new Error(`${where}: ${price} is not ${derived}`);
  return { price, per };
}

function build(facts, sample) {
  const zones = dataZoneRegions(sample);
  const regions = [...new Set([...zones.apac, ...zones.usEu, ...allListed(facts)])].sort();
  const tables = {
    attributes: createValueTable(),
    regionSets: createValueTable(),
    products: createValueTable(),
    days: createValueTable(),
    sources: createValueTable(),
  };
  const models = {};
  const provenance = {};
  for (const entry of facts.models) {
    models[entry.id] ??= { publisher: entry.publisher, billing: BILLING[entry.billing], rows: [] };
    provenance[entry.id] ??= [];
    const model = models[entry.id];
    const notes = provenance[entry.id];
    const version = entry.version ?? null;
    for (const fact of entry.prices) {
      const where = `${entry.id} ${fact.meterName ?? fact.kind}`;
      const set = regionsOf(fact, zones).map((name) => regions.indexOf(name));
      const row = (price, per, effectiveFrom) =>
        [
          tables.attributes.place([
            version,
            fact.sku === 'Unspecified' ? null : fact.sku,
            fact.mode,
            fact.context,
            fact.kind,
            fact.modality,
          ]),
          tables.regionSets.place([SCOPES[fact.regionClass], ...set]),
          price,
          per === 1_000 ? 'K' : 'M',
          effectiveFrom === null ? '' : tables.days.place(effectiveFrom),
          fact.productName === undefined ? '' : tables.products.place(fact.productName),
          tables.sources.place(fact.source),
          fact.meterName ?? '',
        ].join('~');
      const { price, per } = priceOf(fact, where);
      model.rows.push(row(price, per, fact.effectiveFrom ?? null));
      notes.push(noteOf(fact));
      for (const change of changesOf(entry, fact)) {
        const earlier = new Big(change.usdPer1M).times(new Big(per).div(1_000_000)).toFixed();
        model.rows.push(row(earlier, per, change.effectiveFrom));
        notes.push({ superseded: true });
      }
    }
  }
  for (const model of Object.values(models)) model.rows = model.rows.join('|');
  const head = { schema: SCHEMA, source: SOURCE, date: DATE, currency: facts.currency };
  return {
    book: {
      ...head,
      origin: 'bundled',
      regions,
      ...Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, table.values])),
      models,
    },
    provenance: {
      schema: SCHEMA,
      source: SOURCE,
      retrieved: facts.generated,
      sources: facts.sources,
      notes: facts.notes,
      rows: provenance,
    },
  };
}

function allListed(facts) {
  return facts.models.flatMap(({ prices }) =>
    prices.flatMap((fact) => regionsOf(fact, { apac: [], usEu: [] })),
  );
}

/** Earlier prices of the same meter. */
function changesOf(entry, fact) {
  if (fact.regionClass !== 'commercial') return [];
  const same = ['sku', 'mode', 'context', 'kind', 'modality'];
  const history = (entry.history ?? []).find((item) => same.every((name) => item[name] === fact[name]));
  return (history?.changes ?? []).filter(({ effectiveFrom }) => effectiveFrom < fact.effectiveFrom);
}

/** What stands behind a row; rows have the order of the book. */
function noteOf(fact) {
  const note = {};
  for (const name of ['observed', 'agreedBy', 'disagreedBy', 'note']) {
    if (fact[name] !== undefined) note[name] = fact[name];
  }
  return note;
}

/** One line per model keeps differences readable. */
function text(value, listKey) {
  const { [listKey]: list, ...head } = value;
  const lines = Object.entries(head).map(([key, part]) => `${JSON.stringify(key)}:${JSON.stringify(part)}`);
  const rows = Object.entries(list).map(([key, part]) => `${JSON.stringify(key)}:${JSON.stringify(part)}`);
  return `{\n${lines.join(',\n')},\n"${listKey}":{\n${rows.join(',\n')}\n}\n}\n`;
}

const { values: options, positionals } = parseArgs({
  options: { verify: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const factsDirectory = positionals[0];
if (factsDirectory === undefined)
  throw new Error('Usage: node scripts/build-prices.mjs FACTS_DIR [--verify]');
const facts = await readFacts(join(factsDirectory, 'prices.json'));
const sample = await readFacts(join(factsDirectory, 'retail-prices-sample.json'));
const { book, provenance } = build(facts, sample);
const files = { prices: text(book, 'models'), 'prices-provenance': text(provenance, 'rows') };
for (const [name, content] of Object.entries(files)) {
  if (!options.verify) await writeFile(dataPath(name), content);
  else if ((await readFile(dataPath(name), 'utf8')) !== content)
    throw new Error(`${name}.json differs from the facts`);
}
const rows = Object.values(book.models).reduce((sum, model) => sum + model.rows.split('|').length, 0);
console.log(`${Object.keys(book.models).length} models, ${rows} prices`);
