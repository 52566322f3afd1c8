// Generates the bundled catalog from a folder of collected facts:
//   node scripts/build-catalog.mjs FACTS_DIR            writes src/data/catalog*.json and managed-compute.json
//   node scripts/build-catalog.mjs FACTS_DIR --verify   rebuilds every fact from the written files and compares
// FACTS_DIR holds catalog.json (one row per model version) and catalog-managed-compute.json. Nothing reads
// it at run time. The written catalog.json carries what a list needs, with repeated values in tables, because
// it is parsed at every `models list`: the versions that were not retired when the facts were read, and of
// their SKUs the pay-as-you-go ones. catalog-retired.json has the other versions in the same shape;
// catalog-details.json carries all the rest, keyed by id.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { createValueTable } from './value-table.mjs';

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
];
/** A null in these columns means that the fact has no such key; in the others null is the value. */
const ABSENT_AS_NULL = new Set(['capacityMin', 'capacityStep', 'rateLimits']);

const PAY_AS_YOU_GO = new Set(['GlobalStandard', 'DataZoneStandard', 'Standard']);
const isPayAsYouGo = (sku) => PAY_AS_YOU_GO.has(sku.name) && !sku.fineTunedOnly;

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

function split(rows) {
  const retired = rows.filter((row) => row.lifecycle === 'Deprecated');
  const details = {};
  return {
    list: splitList(
      rows.filter((row) => row.lifecycle !== 'Deprecated'),
      details,
    ),
    retired: splitList(retired, details),
    details: {
      schema: SCHEMA,
      source: SOURCE,
      retrieved: RETRIEVED,
      sourceCodes: SOURCE_CODES,
      models: details,
    },
  };
}

/** The list file of some rows; what it leaves out of them goes into `details`. */
function splitList(rows, details) {
  const regions = [...new Set(rows.flatMap((row) => Object.values(row.regionsBySku ?? {}).flat()))].sort();
  const regionSets = createValueTable();
  const capabilities = createValueTable();
  const rateLimits = createValueTable();
  const models = [];
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
    listed.skus = row.skus
      .filter(isPayAsYouGo)
      .map((sku) =>
        SKU_COLUMNS.map((column) =>
          column === 'rateLimits' && sku.rateLimits
            ? rateLimits.place(sku.rateLimits)
            : (sku[column] ?? null),
        ),
      );
    for (const [sku, list] of Object.entries(row.regionsBySku ?? {})) {
      if (!PAY_AS_YOU_GO.has(sku)) continue;
      listed.regions ??= {};
      listed.regions[sku] = regionSets.place(list.map((name) => regions.indexOf(name)));
      delete rest.regionsBySku[sku];
    }
    // Rows that no models list ever held have no SKUs; what the documentation says about them is all there is.
    if (row.skus.length === 0 && row.payAsYouGoSkus.length > 0) listed.documentedSkus = row.payAsYouGoSkus;
    if (row.gated !== undefined) listed.gated = row.gated;
    // A SKU of the details with a name is whole; one without continues the next SKU of the list.
    for (const sku of rest.skus.filter(isPayAsYouGo)) for (const column of SKU_COLUMNS) delete sku[column];
    delete rest.retirement.inference;
    for (const key of ['id', 'publisher', 'capabilities', 'gated']) delete rest[key];
    models.push(listed);
    details[row.id] = rest;
  }
  return {
    schema: SCHEMA,
    source: SOURCE,
    retrieved: RETRIEVED,
    regions,
    regionSets: regionSets.values,
    capabilities: capabilities.values,
    rateLimits: rateLimits.values,
    skuColumns: SKU_COLUMNS,
    models,
  };
}

/** The inverse of `split`: the facts again, by id. */
function rebuild({ list, retired, details }) {
  const rows = [list, retired].flatMap((file) =>
    file.models.map((listed) => rebuildRow(listed, file, details)),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function rebuildRow(listed, file, details) {
  const id = `${listed.format}.${listed.name}.${listed.version}`;
  const row = { id, publisher: listed.format, ...structuredClone(details.models[id]) };
  for (const [key, usual] of Object.entries(LIST_FIELDS)) row[key] = key in listed ? listed[key] : usual;
  if ('publisher' in listed) row.publisher = listed.publisher;
  row.retirement.inference = listed.retires ?? null;
  row.capabilities = file.capabilities[listed.capabilities];
  const tuples = listed.skus.values();
  row.skus = row.skus.map((rest) => {
    if ('name' in rest) return rest;
    const sku = { ...rest };
    const values = tuples.next().value;
    file.skuColumns.forEach((column, place) => {
      const value = values[place];
      if (value === null && ABSENT_AS_NULL.has(column)) return;
      sku[column] = column === 'rateLimits' ? file.rateLimits[value] : value;
    });
    return sku;
  });
  for (const [sku, set] of Object.entries(listed.regions ?? {})) {
    row.regionsBySku[sku] = file.regionSets[set].map((place) => file.regions[place]);
  }
  if ('gated' in listed) row.gated = listed.gated;
  return row;
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
  const { list, retired, details } = split(facts);
  await writeFile(dataPath('catalog'), pretty(list, 'models'));
  await writeFile(dataPath('catalog-retired'), pretty(retired, 'models'));
  await writeFile(dataPath('catalog-details'), pretty(details, 'models'));
  const file = { schema: SCHEMA, source: MANAGED_SOURCE, retrieved: RETRIEVED, models: managed };
  await writeFile(dataPath('managed-compute'), pretty(file, 'models'));
  console.log(`Wrote ${facts.length} model versions and ${managed.length} entries on managed compute.`);
}

async function verify(facts, managed) {
  const rebuilt = rebuild({
    list: await readJson(dataPath('catalog')),
    retired: await readJson(dataPath('catalog-retired')),
    details: await readJson(dataPath('catalog-details')),
  });
  const kept = (await readJson(dataPath('managed-compute'))).models;
  const inOrder = facts.map((row) => rebuilt.get(row.id));
  const differences = [...compare(facts, inOrder), ...compare(managed, kept)];
  if (rebuilt.size !== facts.length) differences.push(`${facts.length} facts, ${rebuilt.size} rows`);
  for (const line of differences) console.error(line);
  if (differences.length > 0) process.exitCode = 1;
  else console.log(`Equal: ${rebuilt.size} model versions and ${kept.length} entries on managed compute.`);
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
