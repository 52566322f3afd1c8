import { AimiError } from '../../errors.js';
import { limitsFor } from '../catalog/capacity-meaning.js';
import { isRestricted } from '../catalog/pay-as-you-go.js';
import { earlierDay } from '../catalog/retirement.js';
import { skuMeaning } from '../catalog/sku-meaning.js';
import { skuFromWord } from '../catalog/sku-word.js';
import { type ModelTerms, termsFor } from '../catalog/terms.js';
import type {
  Account,
  Deployment,
  DeploymentBody,
  ModelProviderData,
  Usage,
  VersionUpgradeOption,
} from '../control-plane.js';
import { grouped } from '../grouped.js';
import type { ModelOffer, SkuOffer } from '../model.js';
import { chooseSku } from './choose-sku.js';
import { chooseVersion } from './choose-version.js';
import { type Difference, differencesFrom } from './difference.js';
import { checkDeploymentName, defaultDeploymentName } from './name.js';
import { type Quota, quotaOf } from './quota.js';

/** What the user said; null is "choose for me". */
export interface DeploymentWish {
  readonly version: string | null;
  readonly sku: string | null;
  readonly capacity: number | null;
  readonly name: string | null;
  readonly raiPolicy: string | null;
  readonly versionUpgrade: VersionUpgradeOption | null;
  readonly providerData: ModelProviderData | null;
}

/** What the service knows, read before anything is decided. */
export interface PlanFacts {
  readonly account: Account;
  /** All versions of the one model. */
  readonly offers: readonly ModelOffer[];
  readonly deployments: readonly Deployment[];
  /** Empty when quota could not be read. */
  readonly usages: readonly Usage[];
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** Everything a person should know before saying yes, and the exact body that will be sent. */
export interface DeploymentPlan {
  /** `create`, or `none` when an equal deployment exists already. */
  readonly action: 'create' | 'none';
  readonly name: string;
  readonly account: string;
  readonly resourceGroup: string;
  readonly subscriptionId: string;
  readonly location: string;
  readonly model: {
    readonly name: string;
    readonly version: string;
    readonly format: string;
    readonly publisher: string;
  };
  readonly lifecycle: string;
  readonly sku: string;
  readonly capacity: number;
  /** Null where the service publishes no limit per unit. */
  readonly tokensPerMinute: number | null;
  readonly requestsPerMinute: number | null;
  /** Before this deployment; null when unknown. */
  readonly quota: Quota | null;
  /** Where prompts are processed. */
  readonly processedIn: string;
  readonly terms: ModelTerms;
  /** The earlier of the SKU's and the model's date, or null. */
  readonly retires: string | null;
  /** Why each choice was made that the user left open. */
  readonly reasons: readonly string[];
  readonly body: DeploymentBody;
}

/**
 * Decides everything that the wish leaves open. Pure: the same facts give the same plan, which is what
 * `--dry-run` prints and the confirmation shows. Throws the refusals of its parts, and `deployment-differs`
 * when the name is taken by another deployment.
 */
export function planDeployment(wish: DeploymentWish, facts: PlanFacts): DeploymentPlan {
  const name = checkDeploymentName(wish.name ?? defaultDeploymentName(facts.offers[0]?.name ?? ''));
  const existing = facts.deployments.find(
    (deployment) => deployment.name.toLowerCase() === name.toLowerCase(),
  );
  return existing === undefined ? planNew(name, wish, facts) : planRepeat(existing, wish, facts);
}

function planNew(name: string, wish: DeploymentWish, facts: PlanFacts): DeploymentPlan {
  const version = chooseVersion(facts.offers, wish.version, facts.today);
  const { offer } = version;
  const choice = chooseSku(
    offer,
    { sku: wish.sku, capacity: wish.capacity, allowsRestricted: wish.version !== null },
    facts.usages,
    facts.today,
  );
  requireProviderData(offer, wish);
  const body = bodyOf(wish, offer, choice.sku.name, choice.capacity.capacity);
  const reasons = [
    ...(isRestricted(offer) ? ['this version is being retired: only existing customers may deploy it'] : []),
    ...(version.reason === null ? [] : [`version ${offer.version}: ${version.reason}`]),
    ...(choice.reason === null ? [] : [`${choice.sku.name}: ${choice.reason}`]),
    ...(choice.capacity.reason === null
      ? []
      : [`capacity ${grouped(choice.capacity.capacity)}: ${choice.capacity.reason}`]),
  ];
  return describe('create', name, facts.account, offer, body, choice.sku, choice.quota, reasons);
}

/** The name is taken: either by what was asked for (what was left open means what is there), or by another. */
function planRepeat(existing: Deployment, wish: DeploymentWish, facts: PlanFacts): DeploymentPlan {
  const sameModel = facts.offers.filter((offer) => offer.name === existing.model.name);
  const version = wish.version ?? existing.model.version;
  const offer =
    sameModel.find((candidate) => candidate.version === version) ?? sameModel[0] ?? facts.offers[0];
  if (offer === undefined) throw new AimiError('internal', { message: 'A plan needs an offer.' });
  const wanted = bodyOf(
    wish,
    { ...offer, version },
    wish.sku === null ? existing.sku.name : (skuFromWord(wish.sku) ?? wish.sku),
    wish.capacity ?? existing.sku.capacity,
  );
  refuseOther(existing, facts.account, differencesFrom(existing, wanted));
  const sku = offer.skus.find((candidate) => candidate.name === existing.sku.name) ?? null;
  const quota = sku === null ? null : quotaOf(sku, facts.usages);
  return describe('none', existing.name, facts.account, { ...offer, version }, wanted, sku, quota, []);
}

function bodyOf(
  wish: DeploymentWish,
  offer: Pick<ModelOffer, 'format' | 'name' | 'version'>,
  sku: string,
  capacity: number,
): DeploymentBody {
  return {
    sku: { name: sku, capacity },
    properties: {
      model: { format: offer.format, name: offer.name, version: offer.version },
      raiPolicyName: wish.raiPolicy ?? undefined,
      versionUpgradeOption: wish.versionUpgrade ?? undefined,
      modelProviderData: wish.providerData ?? undefined,
    },
  };
}

function describe(
  action: DeploymentPlan['action'],
  name: string,
  account: Account,
  offer: ModelOffer,
  body: DeploymentBody,
  sku: SkuOffer | null,
  quota: Quota | null,
  reasons: readonly string[],
): DeploymentPlan {
  const limits = sku === null ? null : limitsFor(sku, body.sku.capacity);
  return {
    action,
    name,
    account: account.account,
    resourceGroup: account.resourceGroup,
    subscriptionId: account.subscriptionId,
    location: account.location,
    model: { name: offer.name, version: offer.version, format: offer.format, publisher: offer.publisher },
    lifecycle: offer.lifecycle,
    sku: body.sku.name,
    capacity: body.sku.capacity,
    tokensPerMinute: limits?.tokensPerMinute ?? null,
    requestsPerMinute: limits?.requestsPerMinute ?? null,
    quota,
    processedIn: skuMeaning(body.sku.name).processedIn,
    terms: termsFor(offer),
    retires: earlierDay(sku?.retires ?? null, offer.retires),
    reasons,
    body,
  };
}

function refuseOther(existing: Deployment, account: Account, differences: readonly Difference[]): void {
  if (differences.length === 0) return;
  const list = differences.map((row) => `${row.field} ${row.existing}, not ${row.wanted}`).join('; ');
  const only = differences.every((row) => row.field === 'capacity' || row.field === 'version');
  throw new AimiError('deployment-differs', {
    message: `${account.account} has a deployment '${existing.name}' already, and it differs: ${list}.`,
    hint: only
      ? `aimi deployments update ${existing.name} changes it; --name OTHER makes a second one`
      : `--name OTHER makes a second one; aimi deployments delete ${existing.name} removes this one`,
    details: { deployment: existing.name, account: account.account, differences },
  });
}

/**
 * Anthropic's PUT needs an attestation of the buyer.
 * Source: Azure/azure-rest-api-specs issue 43610, 2026; message InvalidModelProviderData.
 */
function requireProviderData(offer: ModelOffer, wish: DeploymentWish): void {
  if (offer.format !== 'Anthropic' || wish.providerData !== null) return;
  throw new AimiError('provider-data-needed', {
    message: `Anthropic asks who deploys ${offer.name}: organization, country and industry.`,
    hint: 'Add --organization NAME --country CC (two letters) --industry WORD (technology, finance, healthcare, ...)',
    details: { model: offer.name, needed: ['organization', 'country', 'industry'] },
  });
}
