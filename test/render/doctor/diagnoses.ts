import type { Diagnosis } from '../../../src/doctor/diagnosis.js';

/** The base URL in app.py lacks /models. */
export const MISSING_MODELS: Diagnosis = {
  schema: 1,
  verdict: 'cause-found',
  causes: [
    {
      code: 'endpoint.missing-models-path',
      confidence: 0.924,
      title: 'The endpoint lacks /models',
      evidence: [
        {
          text: 'ChatCompletionsClient calls https://contoso.services.ai.azure.com/chat/completions',
          where: 'src/app.py:12',
        },
        { text: 'The service answered 404 Resource not found', where: 'stdin:31' },
      ],
      fix: {
        text: 'Add /models to the endpoint',
        file: 'src/app.py',
        line: 12,
        before: '    endpoint="https://contoso.services.ai.azure.com",',
        after: '    endpoint="https://contoso.services.ai.azure.com/models",',
      },
      docs: 'docs/causes.md#endpoint-missing-models-path',
    },
    {
      code: 'endpoint.bad-api-version',
      confidence: 0.31,
      title: 'The api-version does not exist on this route',
      evidence: [],
      fix: { text: 'Use 2024-05-01-preview' },
      docs: 'docs/causes.md#endpoint-bad-api-version',
    },
  ],
  checks: [
    {
      id: 'endpoint-path',
      title: 'Endpoint path',
      status: 'fail',
      text: '/models is missing',
      where: 'src/app.py:12',
      durationMs: 1,
    },
    {
      id: 'sdk-version',
      title: 'SDK version',
      status: 'pass',
      text: 'azure-ai-inference 1.0.0b9',
      where: 'uv.lock',
      durationMs: 0,
    },
    {
      id: 'model-retirement',
      title: 'Retirement',
      status: 'warn',
      text: 'azure-ai-inference is retired on 2026-08-26',
      where: 'pyproject.toml:9',
      durationMs: 0,
    },
    { id: 'dns', title: 'DNS', status: 'skip', text: 'offline', where: null, durationMs: 0 },
  ],
  gaps: [{ source: 'network', reason: '--offline was given' }],
};

export const RATE_LIMITED: Diagnosis = {
  schema: 1,
  verdict: 'innocent',
  causes: [
    {
      code: 'quota.rate-limited',
      confidence: 0.97,
      title: 'The deployment is over its rate limit',
      evidence: [{ text: '429 Please retry after 60 seconds', where: 'response body' }],
      fix: { text: 'Wait, or raise the capacity', command: 'aimi deployments update chat --capacity 50' },
      docs: 'docs/causes.md#quota-rate-limited',
    },
  ],
  checks: [],
  gaps: [],
};

export const HEALTHY: Diagnosis = {
  schema: 1,
  verdict: 'nothing-wrong',
  causes: [],
  checks: [
    {
      id: 'sdk-version',
      title: 'SDK version',
      status: 'pass',
      text: 'openai 6.49.0',
      where: 'package-lock.json',
      durationMs: 0,
    },
    { id: 'dns', title: 'DNS', status: 'skip', text: 'offline', where: null, durationMs: 0 },
  ],
  gaps: [],
};

export const NOTHING: Diagnosis = { schema: 1, verdict: 'nothing-checked', causes: [], checks: [], gaps: [] };
