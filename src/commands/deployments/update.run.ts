import type {
  Deployment,
  DeploymentBody,
  Operation,
  VersionUpgradeOption,
} from '../../core/control-plane.js';
import { chooseCapacity } from '../../core/deployments/capacity.js';
import { type Difference, differencesFrom } from '../../core/deployments/difference.js';
import { quotaOf } from '../../core/deployments/quota.js';
import { isReady } from '../../core/deployments/states.js';
import { AimiError, isAimiError } from '../../errors.js';
import { EXIT } from '../../exit-code.js';
import {
  changePlanView,
  deploymentsUpdateView,
  type UpdateResult,
} from '../../render/deployments/update-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { refOf, resolveAccount } from '../account.js';
import { withProgress } from '../with-progress.js';
import { carryOut } from './carry-out.js';
import { existingDeployments } from './existing.js';
import { withOtherRegions } from './other-regions.js';
import { readUsages } from './read-usages.js';

export interface UpdateInput {
  readonly name: string;
  readonly capacity: number | null;
  readonly version: string | null;
  readonly raiPolicy: string | null;
  readonly versionUpgrade: VersionUpgradeOption | null;
  readonly isConfirmed: boolean;
  readonly isDryRun: boolean;
  readonly wait: boolean;
  readonly timeLimitMs: number;
}

export const deploymentsUpdatePresentation: Presentation<UpdateResult> = { table: deploymentsUpdateView };

/**
 * Changes a deployment in place. Capacity alone goes as PATCH, which cannot touch anything else; version,
 * content filter policy and upgrade option need the PUT with all the rest repeated, also what aimi has no name for. Model, format and SKU
 * name cannot be changed in place. Source: azurerm cognitive_deployment resource, 2026-11.
 */
export async function runDeploymentsUpdate(
  session: Session,
  input: UpdateInput,
): Promise<Outcome<UpdateResult>> {
  refuseEarly(session, input);
  const account = await resolveAccount(session);
  const azure = await session.azure();
  const ref = refOf(account);
  const reading = `Reading models, deployments and quota of ${account.account}`;
  const [[existing], offers, usages] = await withProgress(session, reading, () =>
    Promise.all([
      existingDeployments(session, account, [input.name]),
      azure.listAccountModels(ref, session.ctx.interrupt),
      input.capacity === null ? [] : readUsages(session, account),
    ]),
  );
  if (existing === undefined) throw new Error('existingDeployments answers each name or throws');
  const versions = offers.filter(
    (offer) => offer.name === existing.model.name && offer.format === existing.model.format,
  );
  if (input.version !== null && !versions.some((offer) => offer.version === input.version)) {
    throw new AimiError('version-not-found', {
      message: `${existing.model.name} has no version '${input.version}' here.`,
      hint: `It has: ${versions.map((offer) => offer.version).join(', ')}`,
      details: {
        model: existing.model.name,
        version: input.version,
        versions: versions.map((offer) => offer.version),
      },
    });
  }
  const sku = versions
    .find((offer) => offer.version === (input.version ?? existing.model.version))
    ?.skus.find(
      (candidate) => candidate.name === existing.sku.name && !/fine-?tune/i.test(candidate.usageName),
    );
  if (input.capacity !== null && sku !== undefined) {
    try {
      chooseCapacity(sku, input.capacity, quotaOf(sku, usages), existing.sku.capacity);
    } catch (error) {
      if (!isAimiError(error) || error.code !== 'insufficient-quota') throw error;
      const { name, version } = existing.model;
      throw await withOtherRegions(session, account, { model: name, version }, error);
    }
  }
  const body = changedBody(existing, input);
  const changes = differencesFrom(existing, body);
  const result = { name: existing.name, account: account.account, changes };
  if (changes.length === 0) {
    session.success(`${existing.name} in ${account.account} is like that already; nothing was sent`);
    return { data: { ...result, action: 'none' } };
  }
  if (input.isDryRun) return { data: { ...result, action: 'planned' } };
  if (!input.isConfirmed) {
    session.display(changePlanView, result);
    const isYes = await session.ctx.prompter.confirm({ message: 'Change it?', initial: true });
    if (!isYes) throw new AimiError('declined', { message: 'Nothing was changed.' });
  }
  const outcome = await carryOut(session, {
    verb: 'Updating',
    name: existing.name,
    account,
    begin: (): Promise<Operation> => {
      const { interrupt } = session.ctx;
      return onlyCapacity(changes)
        ? azure.beginPatch(ref, existing.name, { sku: body.sku }, interrupt)
        : azure.beginReplace(ref, existing.name, body, interrupt);
    },
    wait: input.wait,
    timeLimitMs: input.timeLimitMs,
    isDone: (found) =>
      found !== 'absent' && isReady(found.provisioningState) && differencesFrom(found, body).length === 0,
  });
  if (outcome === 'accepted') return { data: { ...result, action: 'accepted' }, exit: EXIT.accepted };
  const said = changes.map((row) => `${row.field} ${row.existing} to ${row.wanted}`).join(', ');
  session.success(`Updated ${existing.name} in ${account.account}: ${said}`);
  return { data: { ...result, action: 'updated' } };
}

function refuseEarly(session: Session, input: UpdateInput): void {
  const { capacity, version, raiPolicy, versionUpgrade } = input;
  if (capacity === null && version === null && raiPolicy === null && versionUpgrade === null) {
    throw new AimiError('input-needed', {
      message: `What should change on ${input.name}?`,
      hint: 'Give at least one of --capacity, --model-version, --rai-policy, --version-upgrade',
    });
  }
  if (input.isConfirmed || input.isDryRun || session.canAsk) return;
  throw new AimiError('confirmation-needed', {
    message: `Changing ${input.name} needs a yes, and nobody can be asked here.`,
    hint: 'Add --yes, or --dry-run to see the change',
  });
}

function changedBody(existing: Deployment, input: UpdateInput): DeploymentBody {
  const upgrade = input.versionUpgrade ?? readUpgrade(existing.versionUpgradeOption);
  return {
    sku: { name: existing.sku.name, capacity: input.capacity ?? existing.sku.capacity },
    properties: {
      model: {
        format: existing.model.format,
        name: existing.model.name,
        version: input.version ?? existing.model.version,
      },
      raiPolicyName: input.raiPolicy ?? existing.raiPolicyName ?? undefined,
      versionUpgradeOption: upgrade,
    },
    tags: Object.keys(existing.tags).length === 0 ? undefined : existing.tags,
  };
}

function readUpgrade(value: string | null): VersionUpgradeOption | undefined {
  switch (value) {
    case 'OnceNewDefaultVersionAvailable':
    case 'OnceCurrentVersionExpired':
    case 'NoAutoUpgrade':
      return value;
    default:
      return undefined;
  }
}

function onlyCapacity(changes: readonly Difference[]): boolean {
  return changes.every((change) => change.field === 'capacity');
}
