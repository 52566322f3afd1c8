// Generates the bundled catalog from a folder of collected facts:
//   node scripts/build-catalog.mjs FACTS_DIR            writes src/data/catalog*.json, managed-compute.json
//   node scripts/build-catalog.mjs FACTS_DIR --verify   rebuilds every fact from the written files and compares
// FACTS_DIR holds catalog.json (one row per model version) and catalog-managed-compute.json. Nothing reads
// it at run time. catalog.json (written) carries what a list needs, with repeated values in tables, because
// it is parsed at every `models list`; catalog-details.json carries the rest, keyed by id.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';

const SCHEMA = 1;
const RETRIEVED = '2026-08-22';
const SOURCE =
  'Models lists of Microsoft.CognitiveServices in 35 regions (devndive/foundry-model-regions@c7c86b1, to 2026-08-22; ' +
  'Azure/azure-dev@ae35809, recorded 2026-04-23) with limits, terms and dates of MicrosoftDocs/azure-ai-docs';
const MANAGED_SOURCE =
  'Azure/azureml-assets@4b41f8c assets/models/system, dotnet/aspire@d44e195 FoundryModel.Generated.cs and ' +
  'MicrosoftDocs/azure-ai-docs (managed compute pages)';

/** What the codes in `sources` stand for. */
const SOURCE_CODES = {
  FMR: 'devndive/foundry-model-regions@c7c86b1, packages/pipeline/cache, the list of that date',
  AZD: 'Azure/azure-dev@ae35809, raw models list of that region, recorded 2026-04-23',
  ASPIRE: 'dotnet/aspire@d44e195, src/Aspire.Hosting.Foundry/FoundryModel.Generated.cs',
  AMLASSETS: 'Azure/azureml-assets@4b41f8c',
  'NOTE:catalog-discover': 'public design note on the catalog API, 2026',
  'NOTE:hf-template': 'public repository quoting a managed-compute deployment template, 2026',
  'DOC:azure-sold': 'MicrosoftDocs/azure-ai-docs, foundry-models/includes/models-azure-direct-others.md',
  'DOC:fireworks': 'MicrosoftDocs/azure-ai-docs, foundry-models/concepts/fireworks-models.md',
  'DOC:lifecycle':
    'MicrosoftDocs/azure-ai-docs, foundry/includes/concepts-model-lifecycle-retirement-content.md (2026-03-31)',
  'DOC:managed-compute-overview': 'MicrosoftDocs/azure-ai-docs, foundry/concepts/managed-compute-overview.md',
  'DOC:managed-pay-go': 'MicrosoftDocs/azure-ai-docs, foundry-classic/how-to/deploy-models-managed-pay-go.md',
  'DOC:models-2025-07': 'MicrosoftDocs/azure-ai-docs, ai-foundry/foundry-models/concepts/models.md (2025-07)',
  'DOC:openai': 'MicrosoftDocs/azure-ai-docs, foundry/openai/includes/models-azure-direct-openai.md',
  'DOC:partners': 'MicrosoftDocs/azure-ai-docs, foundry-models/concepts/models-from-partners.md',
  'DOC:retirement-schedule':
    'MicrosoftDocs/azure-ai-docs, openai/includes/concepts-model-retirement-schedule-content.md (2026-07-07)',
  'DOC:serverless-regions': 'MicrosoftDocs/azure-ai-docs, ai-foundry/includes/region-availability-maas.md',
};

/** SKU facts of the list file, by position; the same names as in the facts. */
const SKU_COLUMNS = [
  'name',
  'usageName',
  'capacityMin',
  'capacityDefault',
  'capacityMax',
  'capacityStep',
  'deprecation',
  'rateLimits',
  'fineTunedOnly',
];
/** A null in these columns means that the fact has no such key; in the others null is the value. */
const ABSENT_AS_NULL = new Set(['capacityMin', 'capacityStep', 'rateLimits', 'fineTunedOnly']);

/** Row facts of the list file, each with the value that is left out because nearly every row has it. */
const LIST_FIELDS = {
  name: undefined,
  format: undefined,
  version: undefined,
  isDefault: false,
  lifecycle: undefined,
  evidence: 'arm',
  listed: true,
  payAsYouGo: true,
  deployableOn: 'foundry-resource',
  maxContext: null,
  maxOutput: null,
};

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dataPath = (name) => join(root, 'src', 'data', `${name}.json`);
const readJson = async (path) => JSON.parse(await readFile(path, 'utf8'));

/** Equal values share one place; returns the place. */
function createTable() {
  const values = [];
  const places = new Map();
  return {
    values,
    place(value) {
      const key = JSON.stringify(value);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, values.length);
      return values.push(value) - 1;
    },
  };
}

function split(rows) {
  const regions = [...new Set(rows.flatMap((row) => Object.values(row.regionsBySku ?? {}).flat()))].sort();
  const regionSets = createTable();
  const capabilities = createTable();
  const rateLimits = createTable();
  const models = [];
  const details = {};
  for (const row of rows) {
    const rest = structuredClone(row);
    const listed = {};
    for (const [key, usual] of Object.entries(LIST_FIELDS)) {
      if (row[key] !== usual) listed[key] = row[key];
      delete rest[key];
    }
    if (row.publisher !== row.format) listed.publisher = row.publisher;
    if (row.retirement.inference !== null) listed.retires = row.retirement.inference;
    listed.capabilities = capabilities.place(row.capabilities);
    const base = row.skus.filter((sku) => !sku.fineTunedOnly);
    listed.skus = row.skus.map((sku) =>
      SKU_COLUMNS.map((column) =>
        column === 'rateLimits' && sku.rateLimits ? rateLimits.place(sku.rateLimits) : (sku[column] ?? null),
      ),
    );
    if (row.regionsBySku) {
      listed.regions = Object.fromEntries(
        Object.entries(row.regionsBySku).map(([sku, list]) => [
          sku,
          regionSets.place(list.map((name) => regions.indexOf(name))),
        ]),
      );
    }
    // Rows that no models list ever held have no SKUs; what the documentation says about them is all there is.
    if (base.length === 0 && row.payAsYouGoSkus.length > 0) listed.documentedSkus = row.payAsYouGoSkus;
    if (row.gated !== undefined) listed.gated = row.gated;
    rest.skus = rest.skus.map((sku) => {
      for (const column of SKU_COLUMNS) delete sku[column];
      return sku;
    });
    delete rest.retirement.inference;
    for (const key of ['id', 'publisher', 'capabilities', 'regionsBySku', 'gated']) delete rest[key];
    models.push(listed);
    details[row.id] = rest;
  }
  return {
    list: {
      schema: SCHEMA,
      source: SOURCE,
      retrieved: RETRIEVED,
      regions,
      regionSets: regionSets.values,
      capabilities: capabilities.values,
      rateLimits: rateLimits.values,
      skuColumns: SKU_COLUMNS,
      models,
    },
    details: {
      schema: SCHEMA,
      source: SOURCE,
      retrieved: RETRIEVED,
      sourceCodes: SOURCE_CODES,
      models: details,
    },
  };
}

/** The inverse of `split`: the facts again. */
function rebuild({ list, details }) {
  return list.models.map((listed) => {
    const id = `${listed.format}.${listed.name}.${listed.version}`;
    const rest = details.models[id];
    const row = { id, publisher: listed.format, ...structuredClone(rest) };
    for (const [key, usual] of Object.entries(LIST_FIELDS)) row[key] = key in listed ? listed[key] : usual;
    if ('publisher' in listed) row.publisher = listed.publisher;
    row.retirement.inference = listed.retires ?? null;
    row.capabilities = list.capabilities[listed.capabilities];
    row.skus = listed.skus.map((values, index) => {
      const sku = { ...rest.skus[index] };
      list.skuColumns.forEach((column, place) => {
        const value = values[place];
        if (value === null && ABSENT_AS_NULL.has(column)) return;
        sku[column] = column === 'rateLimits' ? list.rateLimits[value] : value;
      });
      return sku;
    });
    if (listed.regions) {
      row.regionsBySku = Object.fromEntries(
        Object.entries(listed.regions).map(([sku, set]) => [
          sku,
          list.regionSets[set].map((place) => list.regions[place]),
        ]),
      );
    }
    if ('gated' in listed) row.gated = listed.gated;
    return row;
  });
}

/** One row a line, so that a change of the facts reads well as a difference. */
function pretty(value, rowsKey) {
  const { [rowsKey]: rows, ...head } = value;
  const lines = Array.isArray(rows)
    ? rows.map((row) => JSON.stringify(row))
    : Object.entries(rows).map(([key, row]) => `${JSON.stringify(key)}:${JSON.stringify(row)}`);
  const [open, close] = Array.isArray(rows) ? ['[', ']'] : ['{', '}'];
  const top = Object.entries(head).map(([key, part]) => `${JSON.stringify(key)}:${JSON.stringify(part)},`);
  return `{\n${top.join('\n')}\n"${rowsKey}":${open}\n${lines.join(',\n')}\n${close}\n}\n`;
}

async function write(facts, managed) {
  const { list, details } = split(facts);
  await writeFile(dataPath('catalog'), pretty(list, 'models'));
  await writeFile(dataPath('catalog-details'), pretty(details, 'models'));
  const file = { schema: SCHEMA, source: MANAGED_SOURCE, retrieved: RETRIEVED, models: managed };
  await writeFile(dataPath('managed-compute'), pretty(file, 'models'));
  console.log(`Wrote ${facts.length} model versions and ${managed.length} entries on managed compute.`);
}

async function verify(facts, managed) {
  const rebuilt = rebuild({
    list: await readJson(dataPath('catalog')),
    details: await readJson(dataPath('catalog-details')),
  });
  const kept = (await readJson(dataPath('managed-compute'))).models;
  const differences = [...compare(facts, rebuilt), ...compare(managed, kept)];
  for (const line of differences) console.error(line);
  if (differences.length > 0) process.exitCode = 1;
  else console.log(`Equal: ${rebuilt.length} model versions and ${kept.length} entries on managed compute.`);
}

function* compare(facts, rebuilt) {
  if (facts.length !== rebuilt.length)
    yield `${facts.length} rows in the facts, ${rebuilt.length} in the data`;
  for (const [place, row] of facts.entries()) {
    if (!isDeepStrictEqual(row, rebuilt[place])) yield `${row.id ?? row.name} differs`;
  }
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { verify: { type: 'boolean' } },
});
const folder = positionals[0];
if (folder === undefined) throw new Error('usage: node scripts/build-catalog.mjs FACTS_DIR [--verify]');
const facts = await readJson(join(folder, 'catalog.json'));
const managed = await readJson(join(folder, 'catalog-managed-compute.json'));
await (values.verify ? verify(facts, managed) : write(facts, managed));
