// Makes src/data/sandbox-models.json and src/data/quota-names.json: what the sandbox answers on models and
// quota. Run `node scripts/build-sandbox-data.mjs FACTS_DIR`, where FACTS_DIR holds data/catalog.json (model
// facts with regions per SKU) and recordings/*.json (public recordings of Azure Resource Manager).
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const facts = process.argv[2];
if (facts === undefined) throw new Error('usage: node scripts/build-sandbox-data.mjs FACTS_DIR');
const out = resolve(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'data');
const RETRIEVED = '2026-08-22';
const NONE = '2099-12-31';
const KEYS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Regions as the service spells them in models lists. */
const SPELLED =
  'AustraliaEast BrazilSouth CanadaCentral CanadaEast CentralIndia CentralUS EastAsia EastUS EastUS2 FranceCentral GermanyWestCentral ItalyNorth JapanEast JapanWest KoreaCentral NorthCentralUS NorthEurope NorwayEast PolandCentral QatarCentral SouthAfricaNorth SouthCentralUS SoutheastAsia SouthIndia SpainCentral SwedenCentral SwitzerlandNorth UAENorth UKSouth UKWest WestCentralUS WestEurope WestUS WestUS2 WestUS3'.split(
    ' ',
  );
const spelled = (region) => SPELLED.find((name) => name.toLowerCase() === region) ?? region;

const readJson = async (...parts) => JSON.parse(await readFile(join(facts, ...parts), 'utf8'));
const recording = (name) => readJson('recordings', name);

const catalog = (await readJson('data', 'catalog.json')).filter((model) => model.evidence === 'arm');
const lists = [
  ...(await recording('azd-2026-04-locations-models-eastus2.json')),
  ...(await recording('azd-2026-04-locations-models-swedencentral.json')),
  ...(await recording('azd-2026-06-locations-models-trimmed-5-regions.json')),
].map(({ request, response }, index) => ({
  region: /locations\/([^/]+)\//.exec(request.uri)[1].toLowerCase(),
  rows: response.body.value,
  // The trimmed lists were seen from a subscription with internal SKUs: not what a customer sees.
  isComplete: index < 2,
}));
const northEurope = await recording('models-list-northeurope.json');
lists.push({ region: 'northeurope', rows: northEurope.value, isComplete: true, isDateAhead: true });

/** Every recorded row of a model, with its region. */
const recorded = new Map();
const keyOf = (model) => `${model.format}.${model.name}.${model.version}`.toLowerCase();
for (const list of lists) {
  if (!list.isComplete) continue;
  for (const row of list.rows) {
    const key = keyOf(row.model);
    recorded.set(key, [
      ...(recorded.get(key) ?? []),
      { region: list.region, kind: row.kind, model: row.model },
    ]);
  }
}

const skuRows = (await recording('azd-2026-06-resource-skus.json'))[0].response.body.value;
const skuRegions = (kind) =>
  skuRows.filter((row) => row.kind === kind && row.name === 'S0').map((row) => row.locations[0]);
const modelRegions = new Set(catalog.flatMap((model) => Object.values(model.regionsBySku ?? {}).flat()));
const regions = [...modelRegions].sort();
const encode = (names) =>
  names
    .map((name) => KEYS[regions.indexOf(name)])
    .filter(Boolean)
    .sort()
    .join('');

/** Regions in which a SKU is offered: the catalog's, or where a recording shows it (fine-tuned SKUs). */
function skuRegionNames(model, sku, rows) {
  const seen = [
    ...new Set(
      rows
        .filter((row) => row.model.skus.some((x) => x.name === sku.name && x.usageName === sku.usageName))
        .map((row) => row.region),
    ),
  ];
  const known = model.regionsBySku?.[sku.name] ?? [];
  if (!sku.fineTunedOnly)
    return known.length > 0 ? [...new Set([...known, ...extraRegions(model, sku)])] : seen;
  return seen.length > 0
    ? seen
    : ['eastus2', 'swedencentral'].filter((name) => known.length === 0 || known.includes(name));
}

/** The recorded life of a deployment (2025-10-28) shows this SKU in Japan East, before its retirement. */
function extraRegions(model, sku) {
  return keyOf(model) === 'openai.gpt-35-turbo.0125' && sku.name === 'Standard' ? ['japaneast'] : [];
}

function day(text) {
  return text === null || text === undefined ? NONE : text.slice(0, 10);
}

const withoutUndefined = (value) => JSON.parse(JSON.stringify(value));

const models = catalog.map((model) => {
  const rows = recorded.get(keyOf(model)) ?? [];
  const first = rows[0]?.model;
  const nulls = Object.entries(first?.capabilities ?? {}).filter(([, value]) => value === null);
  return withoutUndefined({
    format: model.format,
    name: model.name,
    version: model.version,
    publisher:
      first === undefined
        ? model.format === 'OpenAI'
          ? undefined
          : model.publisher
        : (first.publisher ?? (model.format === 'OpenAI' ? undefined : model.publisher)),
    isDefault: model.isDefault === true ? true : undefined,
    lifecycle: model.lifecycle,
    marketplace: model.marketplace ? true : undefined,
    lastSeen: model.listed ? undefined : model.lastSeen,
    kinds: model.kind,
    inference: day(model.retirement.inference) === NONE ? undefined : day(model.retirement.inference),
    fineTune:
      first?.deprecation?.fineTune === undefined
        ? undefined
        : day(model.retirement.fineTune ?? first.deprecation.fineTune),
    description: first?.description,
    maxCapacity: first?.maxCapacity === 3 ? undefined : first?.maxCapacity,
    capabilities: { ...model.capabilities, ...Object.fromEntries(nulls) },
    finetuneCapabilities: rows.find((row) => row.model.finetuneCapabilities)?.model.finetuneCapabilities,
    created: first === undefined ? undefined : day(first.systemData.createdAt),
    assetId: model.assetId ?? undefined,
    replacement:
      model.replacement?.from === 'arm'
        ? {
            targetModelName: model.replacement.model,
            targetModelVersion: model.replacement.version,
            autoUpgradeStartDate: model.replacement.autoUpgradeStart,
            upgradeOnExpiryLeadTimeDays: model.replacement.leadDays,
          }
        : undefined,
    bare:
      encode([...new Set(rows.filter((row) => row.model.skus.length === 0).map((row) => row.region))]) ||
      undefined,
    skus: model.skus
      .map((sku) => ({
        name: sku.name,
        usageName: sku.usageName,
        min: sku.capacityMin,
        max: sku.capacityMax ?? undefined,
        step: sku.capacityStep,
        default: sku.capacityDefault ?? undefined,
        retires: sku.deprecation === null || sku.deprecation === NONE ? undefined : sku.deprecation,
        rates: sku.rateLimits?.map((rate) => [rate.key, rate.count, rate.renewalPeriod]),
        costs: sku.costs?.map((cost) =>
          cost.meterId === undefined ? [cost.name, cost.unit] : [cost.name, cost.unit, cost.meterId],
        ),
        regions: encode(skuRegionNames(model, sku, rows)),
      }))
      .filter((sku) => sku.regions !== ''),
  });
});

const usageLists = [
  (await recording('azd-2026-04-locations-usages-eastus2.json'))[0],
  (await recording('azd-2026-04-locations-usages-swedencentral.json'))[0],
  (await recording('azd-2026-06-foundry-account.json')).find((exchange) =>
    exchange.request.uri.includes('/usages'),
  ),
].map((exchange) => exchange.response.body.value);
const names = {};
for (const { name, limit } of usageLists.flat()) {
  const before = names[name.value]?.limit ?? 0;
  names[name.value] = { localizedValue: name.localizedValue, limit: Math.max(before, limit) };
}
const sweden = lists.find((list) => list.region === 'swedencentral');
const withoutQuotaRow = [...new Set(sweden.rows.flatMap((row) => row.model.skus.map((sku) => sku.usageName)))]
  .filter((name) => names[name] === undefined)
  .sort();

const sourceText =
  'Model facts collected from models lists of Microsoft.CognitiveServices (2026-04-23 to 2026-08-22); costs, descriptions and system data from recordings of Azure/azure-dev @ ae35809f (2026-04-23)';
await writeLines('sandbox-models.json', {
  source: sourceText,
  retrieved: RETRIEVED,
  regionKeys: KEYS.slice(0, regions.length),
  regions: regions.map(spelled),
  accountRegions: { AIServices: skuRegions('AIServices'), OpenAI: skuRegions('OpenAI') },
  withoutQuotaRow,
  models,
});
await writeLines('quota-names.json', {
  source:
    'Usages lists of eastus2 and swedencentral (2026-04-23) and canadacentral (2026-06-22), recordings of Azure/azure-dev @ ae35809f; limit is the largest one seen',
  retrieved: '2026-06-22',
  names: Object.fromEntries(Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1))),
});

/** One entry per line, so that a change can be read. */
async function writeLines(name, value) {
  const parts = Object.entries(value).map(([key, part]) => {
    if (Array.isArray(part) && typeof part[0] === 'object') {
      return `"${key}": [\n${part.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
    }
    if (key === 'names') {
      const rows = Object.entries(part).map(([k, v]) => `${JSON.stringify(k)}: ${JSON.stringify(v)}`);
      return `"${key}": {\n${rows.join(',\n')}\n}`;
    }
    return `"${key}": ${JSON.stringify(part)}`;
  });
  await writeFile(join(out, name), `{\n${parts.join(',\n')}\n}\n`);
}
