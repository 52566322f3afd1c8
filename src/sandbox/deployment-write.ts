import * as v from 'valibot';
import { SKU_CAPACITY_SINCE } from './api-versions.js';
import type { CatalogModel, CatalogSku } from './catalog.js';
import { answerWrite } from './deployment-answer.js';
import { requireCapacity, requireModel, requireSku } from './deployment-rules.js';
import { findDeployment, requireDeployment } from './deployments.js';
import {
  type Answer,
  accountId,
  type Exchange,
  type Handler,
  param,
  requireAccount,
  requireParentAccount,
} from './exchange.js';
import { modelFault } from './faults.js';
import { refusals } from './refusals.js';
import { armTime, guidFrom } from './reply.js';
import { spendScenario } from './scenarios.js';
import { isBusy } from './settle.js';
import { foldRegion, keyOf, type SandboxAccount, type SandboxDeployment } from './state.js';

/** learn.microsoft.com, "quotas and limits" of Foundry Models (2026): 32 per resource. */
export const MAX_DEPLOYMENTS = 32;
const TYPE = 'accounts/deployments';

const Tags = v.optional(v.nullable(v.record(v.string(), v.string())));
const Sku = v.object({ name: v.string(), capacity: v.optional(v.nullable(v.number())) });
const filled = v.pipe(v.string(), v.minLength(1));
const PutBody = v.object({
  sku: v.optional(v.nullable(Sku)),
  tags: Tags,
  properties: v.object({
    model: v.object({ format: filled, name: filled, version: v.optional(v.nullable(v.string())) }),
    raiPolicyName: v.optional(v.nullable(v.string())),
    versionUpgradeOption: v.optional(v.nullable(v.string())),
    scaleSettings: v.optional(
      v.nullable(
        v.object({ scaleType: v.optional(v.string()), capacity: v.optional(v.nullable(v.number())) }),
      ),
    ),
    modelProviderData: v.optional(
      v.nullable(v.object({ organizationName: filled, countryCode: filled, industry: filled })),
    ),
  }),
});
const PatchBody = v.object({ sku: v.optional(v.nullable(Sku)), tags: Tags });
type PutInput = v.InferOutput<typeof PutBody>;

/** PUT: create (201) or replace (200). */
export const putDeployment: Handler = (exchange): Answer => {
  const account = requireParentAccount(exchange, TYPE);
  const name = param(exchange, 'deployment');
  // The message names letters, digits, `_` and `-`; names with a period such as gpt-4.1 are in real use.
  if (!/^[A-Za-z0-9_.-]{2,64}$/.test(name)) throw refusals.invalidResourceName();
  const body = readPut(exchange);
  requireReady(exchange, account);

  const before = findDeployment(exchange, account);
  const wanted = body.properties.model;
  const model = requireModel(exchange, account, { ...wanted, version: wanted.version ?? undefined });
  const isNew = before?.model.name !== model.name || before.model.version !== model.version;
  const asked = askedSku(exchange, body);
  const sku = requireSku(exchange, account, model, asked.name, isNew);
  const capacity = asked.capacity ?? (sku.max === 1 ? 1 : (sku.min ?? 1));
  if (model.format === 'Anthropic' && isNew && !body.properties.modelProviderData)
    throw refusals.providerDataMissing();
  const count = exchange.state.deployments.filter((one) => one.account === keyOf(account)).length;
  if (before === undefined && count >= MAX_DEPLOYMENTS) throw refusals.tooManyDeployments(MAX_DEPLOYMENTS);
  const fault = modelFault(exchange, model);
  if (fault !== null) {
    return { state: spendScenario(exchange.state, fault.id), reply: fault.refusal.reply };
  }
  requireCapacity(exchange, account, sku, capacity, before);

  const deployment: SandboxDeployment = {
    ...stamp(exchange, account, before, name),
    ...deployed(model, sku, capacity),
    region: foldRegion(account.location),
    raiPolicyName: body.properties.raiPolicyName ?? null,
    versionUpgradeOption: body.properties.versionUpgradeOption ?? 'OnceNewDefaultVersionAvailable',
    provisioningState: 'Succeeded',
    tags: body.tags ?? null,
  };
  return answerWrite(exchange, account, deployment, before === undefined ? 'create' : 'replace');
};

/** PATCH: SKU capacity and tags only. */
export const patchDeployment: Handler = (exchange): Answer => {
  const account = requireParentAccount(exchange, TYPE);
  const input = v.safeParse(PatchBody, exchange.body);
  if (!input.success) throw refusals.badContent(input.issues[0].message);
  const before = requireDeployment(exchange, account);
  requireReady(exchange, account);
  const { sku: asked, tags } = input.output;
  const model = requireModel(exchange, account, before.model);
  const skuName = asked?.name ?? before.sku.name;
  const capacity = asked?.capacity ?? before.sku.capacity;
  const isSame = skuName === before.sku.name && capacity === before.sku.capacity;
  const changed = isSame ? {} : resized(exchange, account, model, skuName, capacity, before);
  const deployment: SandboxDeployment = {
    ...before,
    ...changed,
    ...stamp(exchange, account, before, before.name),
    tags: tags === undefined ? before.tags : tags,
    provisioningState: 'Succeeded',
  };
  return answerWrite(exchange, account, deployment, 'patch');
};

/** DELETE: 200 with an empty body; 204 for a missing one (ARM's convention). */
export const deleteDeployment: Handler = (exchange): Answer => {
  const account = requireAccount(exchange);
  const before = findDeployment(exchange, account);
  if (before === undefined) return { state: exchange.state, reply: { status: 204, body: null } };
  requireReady(exchange, account);
  return answerWrite(exchange, account, before, 'delete');
};

function resized(
  exchange: Exchange,
  account: SandboxAccount,
  model: CatalogModel,
  skuName: string,
  capacity: number,
  before: SandboxDeployment,
): Pick<SandboxDeployment, 'sku' | 'model' | 'usageName' | 'rateLimits' | 'capabilities'> {
  const sku = requireSku(exchange, account, model, skuName, false);
  requireCapacity(exchange, account, sku, capacity, before);
  return deployed(model, sku, capacity);
}

function readPut(exchange: Exchange): PutInput {
  const input = v.safeParse(PutBody, exchange.body);
  if (input.success) return input.output;
  const path = input.issues[0].path?.map((item) => String(item.key)).join('.') ?? '';
  if (path.startsWith('properties.modelProviderData')) throw refusals.providerDataMissing();
  throw refusals.badContent(`${path}: ${input.issues[0].message}`);
}

/** Before 2023-05-01 the SKU came as scaleSettings, and its capacity had to be absent. */
function askedSku(exchange: Exchange, body: PutInput): { name: string; capacity: number | undefined } {
  if (body.sku) return { name: body.sku.name, capacity: body.sku.capacity ?? undefined };
  const scale = body.properties.scaleSettings;
  if (exchange.apiVersion < SKU_CAPACITY_SINCE && typeof scale?.capacity === 'number')
    throw refusals.capacityNotNull();
  return { name: scale?.scaleType ?? 'Standard', capacity: undefined };
}

function requireReady(exchange: Exchange, account: SandboxAccount): void {
  const isReady = account.provisioningState === 'Succeeded';
  if (!isReady) throw refusals.accountNotReady(accountId(account), account.provisioningState);
  if (isBusy(exchange.state, keyOf(account))) throw refusals.conflict(accountId(account));
}

function stamp(
  exchange: Exchange,
  account: SandboxAccount,
  before: SandboxDeployment | undefined,
  name: string,
): Pick<SandboxDeployment, 'account' | 'name' | 'etag' | 'audit'> {
  const time = armTime(exchange.now);
  return {
    account: keyOf(account),
    name: before?.name ?? name,
    etag: `"${guidFrom('etag', keyOf(account), name, time, before?.etag ?? '')}"`,
    audit: {
      by: 'sandbox-user@contoso.example',
      createdAt: before?.audit.createdAt ?? time,
      modifiedAt: time,
    },
  };
}

/** What the service fills in from the model: limits are multiplied by the capacity. */
function deployed(
  model: CatalogModel,
  sku: CatalogSku,
  capacity: number,
): Pick<SandboxDeployment, 'sku' | 'model' | 'usageName' | 'rateLimits' | 'capabilities'> {
  return {
    sku: { name: sku.name, capacity },
    model: {
      format: model.format,
      name: model.name,
      version: model.version,
      ...(model.publisher === undefined ? {} : { publisher: model.publisher }),
    },
    usageName: sku.usageName,
    rateLimits: (sku.rates ?? []).map(([key, count, renewalPeriod]) => ({
      key,
      renewalPeriod,
      count: count * capacity,
    })),
    capabilities: model.capabilities,
  };
}
