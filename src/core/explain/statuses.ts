import type { CauseCode } from '../causes/codes.js';

export interface StatusInfo {
  readonly status: number;
  readonly title: string;
  /** What to look at first, and what tells the causes apart. */
  readonly means: string;
  readonly causes: readonly [CauseCode, ...CauseCode[]];
  /** Read 2026-11. */
  readonly source: string;
}

const ERRORS = 'troubleshoot-errors.md of MicrosoftDocs/azure-ai-docs (2026-09) and public issue reports';

/** Causes of a bare status, most likely first. The message decides, when there is one. */
export const STATUSES: readonly StatusInfo[] = [
  {
    status: 400,
    title: 'Bad request',
    means:
      'Route and credential were accepted. Look for the words api-version, a parameter, or content_filter.',
    causes: [
      'request.unsupported-parameter',
      'endpoint.bad-api-version',
      'deployment.operation-unsupported',
      'request.content-filter',
      'deployment.missing',
    ],
    source: ERRORS,
  },
  {
    status: 401,
    title: 'Unauthorized',
    means:
      '"subscription key": key and host do not fit. "Access token": a key went as Bearer, or the token has another audience. "Principal": a role is missing. "missing subscription key": an own API Management.',
    causes: [
      'auth.key-invalid',
      'auth.key-wrong-resource',
      'auth.wrong-header',
      'auth.wrong-audience',
      'auth.missing-role',
      'sdk.too-old',
    ],
    source: ERRORS,
  },
  {
    status: 403,
    title: 'Forbidden',
    means:
      'AuthenticationTypeDisabled: keys are off. Network, firewall or public access: network rules. "temporarily blocked": a support case.',
    causes: ['network.firewall', 'auth.local-auth-disabled', 'auth.missing-role'],
    source: ERRORS,
  },
  {
    status: 404,
    title: 'Not found',
    means:
      '"Resource not found": path or api-version. DeploymentNotFound or unknown_model: the name. api_not_supported: the API family.',
    causes: [
      'endpoint.wrong-style',
      'deployment.not-found',
      'endpoint.bad-api-version',
      'endpoint.extra-path',
      'endpoint.missing-models-path',
      'endpoint.missing-api-version',
      'deployment.model-name-instead',
    ],
    source: ERRORS,
  },
  {
    status: 407,
    title: 'Proxy authentication required',
    means: 'The proxy refuses, not Azure.',
    causes: ['network.proxy-tls'],
    source: 'RFC 9110 section 15.5.8',
  },
  {
    status: 408,
    title: 'Request timeout',
    means: 'The backend was too slow: stream, or ask for less.',
    causes: ['service.outage', 'none'],
    source: 'langgenius/dify-official-plugins issue 2199',
  },
  {
    status: 422,
    title: 'Unprocessable content',
    means: 'The model refuses a field or lacks a capability.',
    causes: ['request.unsupported-parameter'],
    source: 'reference-model-inference-api.md of MicrosoftDocs/azure-ai-docs',
  },
  {
    status: 424,
    title: 'Failed dependency',
    means: 'The container of a managed endpoint answered with an error: see ms-azureml-model-error-reason.',
    causes: ['service.outage', 'request.unsupported-parameter'],
    source: 'how-to-troubleshoot-online-endpoints.md of MicrosoftDocs/azure-ai-docs',
  },
  {
    status: 429,
    title: 'Too many requests',
    means: '"rate limit": tokens or requests a minute. "high demand": capacity of the region, not quota.',
    causes: ['quota.rate-limited'],
    source: 'foundry/openai/includes/quota-2.md of MicrosoftDocs/azure-ai-docs',
  },
  {
    status: 431,
    title: 'Request header fields too large',
    means: 'More than 10 custom headers, or one header longer than 8190 bytes.',
    causes: ['headers.too-many'],
    source: 'learn.microsoft.com azure/ai-foundry/openai/faq; gunicorn/http/message.py',
  },
  ...[500, 502, 503, 504].map(
    (status): StatusInfo => ({
      status,
      title: 'Fault of the service',
      means: "A fault on the service's side: retry with backoff, then look at the health of the service.",
      causes: ['service.outage'],
      source: 'troubleshoot-errors.md of MicrosoftDocs/azure-ai-docs, 2026-09',
    }),
  ),
];

const STATUS =
  /^(?:https?(?:\/[\d.]{1,3})?\s{0,3})?(?:error\s{0,3})?(?:status(?:[ _]?code)?\s{0,3}[:=]?\s{0,3})?([1-5]\d\d)(?:[ :-]{1,3}[a-z -]{0,40})?$/i;

/** `404`, `HTTP 404`, `status code: 404`, `404 Not Found`. */
export function findStatus(text: string): StatusInfo | null {
  const match = STATUS.exec(text.trim().slice(0, 100));
  return STATUSES.find(({ status }) => String(status) === match?.[1]) ?? null;
}
