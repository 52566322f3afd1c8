import { ARM_ERROR_RULES } from '../core/arm-errors/rules.js';
import { CAUSES } from '../core/causes/causes.js';
import { CAUSE_CODES } from '../core/causes/codes.js';
import { explainArmCode } from '../core/explain/control-plane-code.js';
import { SERVICE_CODES } from '../core/explain/service-codes.js';
import { STATUSES } from '../core/explain/statuses.js';
import { SCENARIOS } from '../sandbox/scenarios.js';
import { seedState } from '../sandbox/seed.js';
import { SCENARIO_IDS } from '../sandbox/state.js';
import type { Candidate } from './candidate.js';
import type { SandboxNames } from './sandbox-names.js';

/** What `aimi __complete` needs of tables that are too large to load: `dist/data/completion-words.json`. */
export interface CompletionWords {
  /** What `aimi explain` knows by name. */
  readonly terms: readonly Candidate[];
  readonly scenarios: readonly Candidate[];
  /** What a sandbox holds before anything was done in it. */
  readonly sandbox: SandboxNames;
}

/** Called by scripts/build/generated.mjs. */
export function completionWords(): CompletionWords {
  const { accounts, deployments } = seedState();
  const armCodes = new Set(ARM_ERROR_RULES.flatMap(({ codes }) => codes));
  return {
    terms: [
      ...CAUSE_CODES.map((code): Candidate => [code, CAUSES[code].title]),
      ...SERVICE_CODES.map(({ code }): Candidate => [code, 'a model endpoint answers it']),
      ...[...armCodes]
        .filter((code) => explainArmCode(code) !== null)
        .map((code): Candidate => [code, 'Azure Resource Manager answers it']),
      ...STATUSES.map(({ status, title }): Candidate => [String(status), title]),
    ],
    scenarios: SCENARIO_IDS.map((id): Candidate => [id, SCENARIOS[id].title]),
    sandbox: {
      accounts: accounts.map(({ subscriptionId, resourceGroup, name, location }) => {
        return { subscriptionId, resourceGroup, name, location };
      }),
      deployments: deployments.map(({ account, name, model, sku }) => {
        return {
          account,
          name,
          model: { name: model.name, version: model.version },
          sku: { name: sku.name },
        };
      }),
    },
  };
}
