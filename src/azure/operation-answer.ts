import { isRecord } from '../core/arm-errors/read-fault.js';
import { stripControls } from '../core/text.js';
import type { RawResponse } from './client.js';

export type OperationAnswer =
  | { readonly kind: 'running'; readonly detail: string }
  | { readonly kind: 'succeeded' }
  /** `word` is the state as the service spells it; `error` its error body, if it gives one. */
  | { readonly kind: 'failed'; readonly word: string; readonly error: unknown };

const BAD_ENDS = new Set(['failed', 'canceled', 'cancelled', 'disabled']);

/**
 * What one answer says about a write. `status` bodies carry `{status, error?}`, `resource` bodies
 * `properties.provisioningState`; a `location` answers 202 until it is done and then with either.
 * `Disabled` is an end too: the SDK's poller would wait for it for ever.
 */
export function readOperationAnswer(
  kind: 'write' | 'delete',
  way: 'status' | 'location' | 'resource',
  response: Pick<RawResponse, 'status' | 'body'>,
): OperationAnswer {
  const { status, body } = response;
  const word = stateWord(body, way);
  if (kind === 'delete' && way === 'resource' && status === 404) return { kind: 'succeeded' };
  if (word !== null && BAD_ENDS.has(word.toLowerCase()) && !(kind === 'delete' && way === 'resource'))
    return { kind: 'failed', word, error: errorIn(body) };
  if (status === 204) return { kind: 'succeeded' };
  if (status === 202) return { kind: 'running', detail: word ?? 'Accepted' };
  if (kind === 'delete' && way === 'resource') return deleteOfResource(word, body);
  if (word === null || word.toLowerCase() === 'succeeded') {
    return way === 'status' && word === null
      ? { kind: 'running', detail: 'Accepted' }
      : { kind: 'succeeded' };
  }
  return { kind: 'running', detail: word };
}

/** The answer to a DELETE is empty when it is done; a deployment that can still be read is not gone yet. */
function deleteOfResource(word: string | null, body: unknown): OperationAnswer {
  return body === null ? { kind: 'succeeded' } : { kind: 'running', detail: word ?? 'Deleting' };
}

function stateWord(body: unknown, way: 'status' | 'location' | 'resource'): string | null {
  if (!isRecord(body)) return null;
  const properties = isRecord(body.properties) ? body.properties : {};
  const candidates =
    way === 'resource' ? [properties.provisioningState] : [body.status, properties.provisioningState];
  const word = candidates.find((each) => typeof each === 'string');
  return typeof word === 'string' && word !== '' ? stripControls(word) : null;
}

function errorIn(body: unknown): unknown {
  if (!isRecord(body)) return null;
  const properties = isRecord(body.properties) ? body.properties : {};
  for (const candidate of [body.error, properties.error]) {
    if (isRecord(candidate) && (typeof candidate.code === 'string' || typeof candidate.message === 'string'))
      return { error: candidate };
  }
  return null;
}
