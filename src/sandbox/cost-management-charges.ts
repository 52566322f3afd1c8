import { amountOf } from '../core/money/decimal.js';
import { lookupPrice } from '../core/pricing/lookup.js';
import { PRICE_SKUS, type PriceKind, type PriceRow, type PriceSku } from '../core/pricing/types.js';
import type { SandboxCatalog } from './catalog.js';
import { isPayAsYouGoRow, tokensOf } from './cost-management-usage.js';
import { accountId } from './exchange.js';
import { guidFrom } from './reply.js';
import { keyOf, type SandboxAccount, type SandboxDeployment, type SandboxState } from './state.js';

/** One charge of one day, in the words that a query can group and filter by (lower case). */
export interface Charge {
  readonly day: string;
  /** Decimal text in USD. */
  readonly cost: string;
  /** Decimal text in units of the meter. */
  readonly quantity: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

const KINDS: readonly PriceKind[] = ['input', 'cachedInput', 'output'];
/** What the sandbox bills for a model that the price book does not have, per million tokens. Its own invention. */
const PRICE_OF_ITS_OWN = '0.05';

/** What every deployment was billed on the days given, from its seeded usage and the price book. */
export function chargesOn(
  state: SandboxState,
  catalog: SandboxCatalog,
  days: readonly string[],
): readonly Charge[] {
  return state.accounts.flatMap((account) =>
    state.deployments
      .filter((one) => one.account === keyOf(account) && isPayAsYouGoRow(one))
      .flatMap((one) =>
        days.flatMap((day) => KINDS.flatMap((kind) => chargeOf(account, one, day, kind, catalog))),
      ),
  );
}

function chargeOf(
  account: SandboxAccount,
  deployment: SandboxDeployment,
  day: string,
  kind: PriceKind,
  catalog: SandboxCatalog,
): readonly Charge[] {
  const isEmbedding = deployment.capabilities.embeddings === 'true';
  if (isEmbedding && kind !== 'input') return [];
  const price = priceOf(deployment, day, kind, catalog);
  const hasCache = !isEmbedding && priceOf(deployment, day, 'cachedInput', catalog) !== null;
  if (kind === 'cachedInput' && !hasCache) return [];
  const tokens = tokensOf(deployment, day, kind, hasCache);
  const per = price?.per ?? 1_000_000;
  return [
    {
      day,
      cost: amountOf(tokens, price?.price ?? PRICE_OF_ITS_OWN, per),
      quantity: amountOf(tokens, '1', per),
      dimensions:
        price?.billing === 'marketplace'
          ? marketplace(account, deployment, kind)
          : azure(account, deployment, kind, price),
      tags: { ...account.tags, ...deployment.tags },
    },
  ];
}

function priceOf(
  { model, sku, region }: SandboxDeployment,
  day: string,
  kind: PriceKind,
  catalog: SandboxCatalog,
): PriceRow | null {
  const isBatch = sku.name.endsWith('Batch');
  const name = isBatch ? sku.name.replace(/Batch$/, 'Standard') : sku.name;
  const priced: PriceSku = PRICE_SKUS.find((known) => known === name) ?? 'GlobalStandard';
  const answer = lookupPrice(catalog.prices, {
    model: model.name,
    version: model.version,
    sku: priced,
    region,
    mode: isBatch ? 'batch' : 'standard',
    context: 'short',
    kind,
    modality: 'text',
    asOf: day,
  });
  return answer.found ? answer.row : null;
}

function azure(
  account: SandboxAccount,
  deployment: SandboxDeployment,
  kind: PriceKind,
  price: PriceRow | null,
): Readonly<Record<string, string>> {
  const word = kind === 'output' ? 'Outp' : 'Inp';
  return {
    ...common(account),
    resourceid: accountId(account),
    resourcetype: 'Microsoft.CognitiveServices/accounts',
    servicename: 'Foundry Models',
    metercategory: 'Foundry Models',
    metersubcategory: price?.productName ?? 'Azure OpenAI',
    meter: price?.meterName ?? `${deployment.model.name} ${word} glbl Tokens`,
    publishertype: 'Microsoft',
  };
}

/** A partner's model: a resource of its own, called `[model]-[GUID]`, and meters that do not name the model. */
function marketplace(
  account: SandboxAccount,
  { model, name }: SandboxDeployment,
  kind: PriceKind,
): Readonly<Record<string, string>> {
  const resource = `${model.name}-${guidFrom('saas', keyOf(account), name)}`;
  return {
    ...common(account),
    resourceid: `/subscriptions/${account.subscriptionId}/resourceGroups/${account.resourceGroup}/providers/Microsoft.SaaS/resources/${resource}`,
    resourcetype: 'Microsoft.SaaS/resources',
    servicename: 'SaaS',
    metercategory: 'SaaS',
    metersubcategory: model.name,
    meter: `paygo-inference-${kind === 'output' ? 'output' : 'input'}-tokens`,
    publishertype: 'Marketplace',
  };
}

function common(account: SandboxAccount): Readonly<Record<string, string>> {
  return {
    subscriptionid: account.subscriptionId,
    resourcegroup: account.resourceGroup.toLowerCase(),
    resourcegroupname: account.resourceGroup.toLowerCase(),
    resourcelocation: account.location.toLowerCase(),
    chargetype: 'Usage',
  };
}
