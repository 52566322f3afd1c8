import { AimiError } from '../../errors.js';
import type { EstimateCommandInput } from './estimate.run.js';
import { priceSku } from './sku-of.js';
import { namesCounts } from './workload.js';

/** Refuses contradictory flags before anything is read. */
export function checkEstimateInput(input: EstimateCommandInput): void {
  if (input.sku !== null) priceSku(input.sku);
  if (input.maxIncrease !== null && input.baseline === null) {
    throw refused('--max-increase needs --baseline FILE', 'Add the -o json of an earlier estimate');
  }
  if (input.usage.length > 0) {
    checkUsageInput(input);
    return;
  }
  for (const [flag, isGiven] of [
    ['--by', input.by.length > 0],
    ['--map', input.map.length > 0],
    ['--deployments-from', input.deploymentsFrom !== null],
    ['--strict', input.isStrict],
  ] as const) {
    if (isGiven) throw refused(`${flag} needs --usage FILE`, 'Add --usage FILE, or - for standard input');
  }
  if (input.model === null && input.deployment === null) {
    throw refused('No model is named', 'Add --model MODEL, --deployment NAME, or --usage FILE');
  }
  if (input.model !== null && input.deployment !== null) {
    throw refused('--model and --deployment exclude each other', 'The deployment says which model it has');
  }
  if (input.deployment !== null && input.modelVersion !== null) {
    throw refused('--model-version and --deployment exclude each other', 'The deployment says its version');
  }
}

function checkUsageInput(input: EstimateCommandInput): void {
  if (namesCounts(input) || input.requests !== null || input.per !== null || input.days !== null) {
    throw refused(
      '--usage excludes token counts, --requests, --per and --days',
      'The files say how much was used',
    );
  }
  if (input.deployment !== null) {
    throw refused(
      '--usage excludes --deployment',
      'Use --deployments-from to say which model each deployment has',
    );
  }
}

function refused(message: string, hint: string): AimiError {
  return new AimiError('usage', { message, hint });
}
