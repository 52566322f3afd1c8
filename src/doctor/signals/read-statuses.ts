import type { Picture } from '../engine/picture.js';
import type { Sighting, SignalId } from './signal-set.js';

const BY_STATUS: Readonly<Record<number, SignalId>> = {
  400: 'bad-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  407: 'proxy-failed',
  408: 'timed-out',
  422: 'bad-request',
  429: 'rate-limited',
  431: 'headers-too-large',
  500: 'service-fault',
  502: 'service-fault',
  503: 'service-fault',
  504: 'service-fault',
};

/** HTTP statuses of the answers, when a reader has made facts of them. */
export function readStatuses({ facts }: Picture): readonly Sighting[] {
  return facts.responses.flatMap(({ value, where }): readonly Sighting[] => {
    const { status } = value;
    if (status === null) return [];
    const target = value.url === null ? '' : ` from ${value.url}`;
    if (status >= 200 && status < 300)
      return [{ id: 'status-success', text: `The answer was ${status}${target}`, where }];
    const id = BY_STATUS[status];
    return id === undefined ? [] : [{ id, text: `The answer was ${status}${target}`, where }];
  });
}
