import type { CauseCode } from '../../core/causes/codes.js';
import { predictRequest } from '../../core/endpoints/request-path.js';
import { kindOf, parameterOf } from '../engine/client-kind.js';
import type { Picture } from '../engine/picture.js';
import type { DerivedSignalId } from './derived-table.js';
import type { Sighting } from './signal-set.js';

const BY_CAUSE: Partial<Record<CauseCode, DerivedSignalId>> = {
  'endpoint.wrong-style': 'predicts-wrong-style',
  'endpoint.missing-models-path': 'predicts-missing-models-path',
  'endpoint.extra-path': 'predicts-extra-path',
  'endpoint.project-endpoint': 'predicts-project-endpoint',
  'endpoint.serverless-vs-services': 'predicts-serverless',
  'endpoint.missing-api-version': 'predicts-missing-version',
  'endpoint.bad-api-version': 'predicts-bad-version',
  'sdk.wrong-class': 'predicts-wrong-class',
  'auth.wrong-header': 'predicts-wrong-header',
};

/** What each client will request with its base URL, and what the endpoint answers to that. */
export function readPredictions(picture: Picture): readonly Sighting[] {
  return picture.clients.flatMap((client): readonly Sighting[] => {
    const { fact, base, where } = client;
    if (base === null) return [];
    const isVersionElsewhere = fact.apiVersionVariable !== null || picture.apiVersions.length > 0;
    const predicted = predictRequest({
      client: kindOf(client, picture),
      baseUrl: base.reading.text,
      parameter: parameterOf(client, picture),
      apiVersion:
        fact.apiVersion ?? (isVersionElsewhere ? (picture.apiVersions[0]?.value ?? '2024-10-21') : null),
      // the name decides nothing about the route, and a strange one would
      deployment: 'DEPLOYMENT',
      auth: fact.auth === 'unknown' ? undefined : fact.auth,
    });
    const id = predicted.cause === null ? undefined : BY_CAUSE[predicted.cause];
    if (id === undefined || predicted.verdict === 'ok' || predicted.verdict === 'unknown') return [];
    // a version that is not seen may still come from a variable
    if (id === 'predicts-missing-version' && predicted.url === null) return [];
    const sent = predicted.url === null ? '' : `; it requests ${predicted.url}`;
    return [{ id, text: `${fact.className} with ${base.reading.text}: ${predicted.reason}${sent}`, where }];
  });
}
