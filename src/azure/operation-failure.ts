import { word } from '../core/arm-errors/command-words.js';
import type { ArmErrorContext } from '../core/arm-errors/fault.js';
import { translateArmError } from '../core/arm-errors/translate.js';
import { AimiError } from '../errors.js';
import type { RawResponse } from './client.js';
import { readOperationAnswer } from './operation-answer.js';
import { faultOf } from './translate.js';

/**
 * An operation that ended badly and does not say why: the deployment may know more, so it is read once.
 * What that read itself runs into never replaces the failure.
 */
export async function failureWithoutReason(
  state: string,
  context: ArmErrorContext,
  readDeployment: () => Promise<RawResponse>,
): Promise<AimiError> {
  const name = context.deployment ?? '';
  const seen = await readDeployment().catch(() => null);
  if (seen !== null && seen.status < 400) {
    const answer = readOperationAnswer('write', 'resource', seen);
    if (answer.kind === 'failed' && answer.error !== null) {
      return translateArmError(faultOf(null, answer.error, seen.header), { ...context, wasAccepted: true });
    }
  }
  const isGone = seen?.status === 404;
  return new AimiError('deployment-failed', {
    message: `Azure accepted deployment ${name} and ended it as ${state}${meaning(state)}; it gives no reason`,
    hint: isGone
      ? 'The deployment does not exist now. Check quota and terms with aimi deploy --dry-run, then run the command again'
      : `Look at it: aimi deployments show ${word(name)}${context.account === undefined ? '' : ` -a ${word(context.account)}`}; delete it before the next attempt`,
    details: { state, exists: !isGone },
  });
}

function meaning(state: string): string {
  switch (state.toLowerCase()) {
    case 'disabled':
      return ' (the service switched it off; it does not come up by itself)';
    case 'canceled':
    case 'cancelled':
      return ' (somebody or the service called it off)';
    default:
      return '';
  }
}
