import type { ArmErrorContext } from '../core/arm-errors/fault.js';
import { isRecord } from '../core/arm-errors/read-fault.js';
import { translateArmError } from '../core/arm-errors/translate.js';
import type { Operation, OperationStatus } from '../core/control-plane.js';
import { AimiError } from '../errors.js';
import type { RawResponse } from './client.js';
import { type OperationAnswer, readOperationAnswer } from './operation-answer.js';
import { failureWithoutReason } from './operation-failure.js';
import { readRetryAfterMs } from './retry-after.js';
import { faultOf, refusalOf } from './translate.js';

export interface OperationInput {
  readonly kind: 'write' | 'delete';
  /** The answer to the PUT, PATCH or DELETE; already known to be below 400. */
  readonly accepted: RawResponse;
  /** Where the deployment itself is read. */
  readonly resourceUrl: string;
  readonly context: ArmErrorContext;
  get(url: string, signal: AbortSignal | undefined): Promise<RawResponse>;
  now(): Date;
}

/** How the service is asked for progress. */
type Way = { readonly kind: 'status' | 'location' | 'resource'; readonly url: string };

/**
 * A write that Resource Manager has accepted, polled by `azure-asyncoperation`, by `location`, or (a 201
 * without either, as recorded for model deployments) by the deployment's own provisioningState.
 * Rules: Azure/azure-resource-manager-rpc v1.0 async-api-reference.md, read 2026-11.
 */
export function createOperation(input: OperationInput): Operation {
  const { kind, accepted, context } = input;
  let way = chooseWay(input);
  let last: OperationStatus | undefined;

  const settle = async (
    answer: OperationAnswer,
    from: RawResponse,
    signal?: AbortSignal,
  ): Promise<OperationStatus> => {
    if (answer.kind === 'running') {
      return {
        state: 'running',
        detail: answer.detail,
        retryAfterMs: readRetryAfterMs(from.header, input.now()),
      };
    }
    if (answer.kind === 'succeeded') return { state: 'succeeded' };
    const error =
      answer.error === null
        ? await failureWithoutReason(answer.word, context, () => input.get(input.resourceUrl, signal))
        : translateArmError(faultOf(null, answer.error, from.header), { ...context, wasAccepted: true });
    return { state: 'failed', error };
  };

  const first = way === null ? readOperationAnswer(kind, 'resource', accepted) : null;

  const poll = async (signal?: AbortSignal): Promise<OperationStatus> => {
    if (last !== undefined && last.state !== 'running') return last;
    if (way === null) {
      last = await settle(first ?? { kind: 'succeeded' }, accepted, signal);
      return last;
    }
    const response = await input.get(way.url, signal);
    if (response.status === 404 && way.kind !== 'resource') {
      // the operation's record is gone: the deployment itself knows
      way = { kind: 'resource', url: input.resourceUrl };
      return poll(signal);
    }
    if (response.status === 404 && kind === 'write') {
      const error = new AimiError('deployment-failed', {
        message: `Deployment ${context.deployment ?? ''} was accepted and has disappeared since`,
        hint: `Somebody else may have deleted it; run the command again`,
      });
      last = { state: 'failed', error };
      return last;
    }
    if (response.status >= 400 && response.status !== 404) throw refusalOf(response, context);
    const next = response.header(way.kind === 'status' ? 'azure-asyncoperation' : 'location');
    if (next !== undefined && way.kind !== 'resource') way = { ...way, url: resolve(next, response.url) };
    last = await settle(readOperationAnswer(kind, way.kind, response), response, signal);
    return last;
  };

  return {
    get status(): OperationStatus {
      if (last !== undefined) return last;
      if (way === null && first?.kind === 'succeeded') return { state: 'succeeded' };
      const running = readOperationAnswer(kind, 'resource', accepted);
      return {
        state: 'running',
        detail: running.kind === 'running' ? running.detail : wordOf(accepted.body),
        retryAfterMs: way === null ? 0 : readRetryAfterMs(accepted.header, input.now()),
      };
    },
    poll,
  };
}

/** Null: the first answer is already the last. */
function chooseWay({ kind, accepted, resourceUrl }: OperationInput): Way | null {
  const status = accepted.header('azure-asyncoperation');
  if (status !== undefined) return { kind: 'status', url: resolve(status, accepted.url) };
  const location = accepted.header('location');
  if (location !== undefined && accepted.status === 202)
    return { kind: 'location', url: resolve(location, accepted.url) };
  return readOperationAnswer(kind, 'resource', accepted).kind === 'running'
    ? { kind: 'resource', url: resourceUrl }
    : null;
}

function resolve(address: string, base: string): string {
  if (!URL.canParse(address, base))
    throw new AimiError('service-refused', {
      message: 'Azure accepted the change and then named an unreadable address for its progress',
      hint: 'See how it goes on: aimi deployments list',
    });
  return new URL(address, base).toString();
}

function wordOf(body: unknown): string {
  const properties = isRecord(body) && isRecord(body.properties) ? body.properties : {};
  return typeof properties.provisioningState === 'string' ? properties.provisioningState : 'Accepted';
}
