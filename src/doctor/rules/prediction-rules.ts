import { DECISIVE } from './decisive.js';
import type { Rule } from './rule.js';

const MEASURED = 'sdk-matrix §3, requests measured (2026-09)';
const ON_404 = { 'resource-not-found': 0.1, 'not-found': 0.06 } as const;
const ELSEWHERE = [...DECISIVE, 'dns-failed'] as const;

/** What the request will be, worked out from class, parameter and base URL: holds without any message too. */
export const PREDICTION_RULES = [
  {
    id: 'predicted-style',
    cause: 'endpoint.wrong-style',
    all: ['predicts-wrong-style'],
    none: ELSEWHERE,
    confidence: 0.62,
    plus: ON_404,
    source: MEASURED,
  },
  {
    id: 'predicted-models',
    cause: 'endpoint.missing-models-path',
    all: ['predicts-missing-models-path'],
    none: ELSEWHERE,
    confidence: 0.7,
    plus: ON_404,
    source: MEASURED,
  },
  {
    id: 'predicted-extra',
    cause: 'endpoint.extra-path',
    all: ['predicts-extra-path'],
    none: ELSEWHERE,
    confidence: 0.64,
    plus: ON_404,
    source: MEASURED,
  },
  {
    id: 'predicted-project',
    cause: 'endpoint.project-endpoint',
    all: ['predicts-project-endpoint'],
    none: ELSEWHERE,
    confidence: 0.64,
    plus: ON_404,
    source: MEASURED,
  },
  {
    id: 'predicted-serverless',
    cause: 'endpoint.serverless-vs-services',
    all: ['predicts-serverless'],
    none: ELSEWHERE,
    confidence: 0.56,
    plus: ON_404,
    source: MEASURED,
  },
  {
    id: 'predicted-no-version',
    cause: 'endpoint.missing-api-version',
    all: ['predicts-missing-version'],
    none: ELSEWHERE,
    confidence: 0.5,
    plus: ON_404,
    source: MEASURED,
  },
  {
    id: 'predicted-version',
    cause: 'endpoint.bad-api-version',
    all: ['predicts-bad-version'],
    none: ELSEWHERE,
    confidence: 0.56,
    plus: ON_404,
    source: MEASURED,
  },
  {
    id: 'predicted-class',
    cause: 'sdk.wrong-class',
    all: ['predicts-wrong-class'],
    none: ELSEWHERE,
    confidence: 0.58,
    plus: ON_404,
    source: MEASURED,
  },
  {
    id: 'predicted-header',
    cause: 'auth.wrong-header',
    all: ['predicts-wrong-header'],
    none: ELSEWHERE,
    confidence: 0.5,
    plus: { unauthorized: 0.2, 'token-refused': 0.12 },
    source: MEASURED,
  },
] as const satisfies readonly Rule[];
