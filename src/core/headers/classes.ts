import type { Sourced } from '../sdk/types.js';

/** Whether a header counts against the limit of custom headers. Microsoft publishes the limit, not the list. */
export type Counting = 'no' | 'possibly' | 'yes';

export interface HeaderClass extends Sourced {
  readonly id:
    | 'http'
    | 'auth'
    | 'api-switch'
    | 'azure-sdk'
    | 'sdk-telemetry'
    | 'tracing'
    | 'trace-extra'
    | 'proxy';
  readonly title: string;
  readonly counts: Counting;
  /** Lower case; `*` at the end stands for any rest. */
  readonly names: readonly string[];
  readonly basis: string;
}

/** At most this many custom headers; more give 431. */
export const MAX_CUSTOM_HEADERS = 10;
/** A field line longer than this is refused by gunicorn, which stands in front of the models. */
export const MAX_HEADER_BYTES = 8190;
export const LARGE_HEADER_BYTES = 4096;
export const HEADER_LIMIT_SOURCE =
  'learn.microsoft.com azure/ai-foundry/openai/faq and quotas-limits ("Max number of custom headers in API requests: 10"), read 2026-11';
export const HEADER_SIZE_SOURCE =
  'gunicorn/http/message.py (limit_request_field_size 8190); Azure-Samples/azure-search-openai-javascript issue 208, read 2026-11';

/** In order; the first class with the name decides, every other header is custom and counts. */
export const HEADER_CLASSES: readonly HeaderClass[] = [
  {
    id: 'auth',
    title: 'authentication',
    counts: 'no',
    names: ['authorization', 'api-key', 'x-api-key', 'ocp-apim-subscription-key', 'proxy-authorization'],
    basis: 'consumed by the gateway',
    source: 'MicrosoftDocs/azure-ai-docs REST references',
    date: '2026-11',
  },
  {
    id: 'api-switch',
    title: 'switches of the API',
    counts: 'no',
    names: [
      'anthropic-version',
      'anthropic-beta',
      'extra-parameters',
      'azureml-model-deployment',
      'x-ms-model-mesh-model-name',
      'openai-organization',
      'openai-project',
      'openai-beta',
      'foundry-features',
      'aoai-*',
    ],
    basis: 'documented request headers',
    source: 'MicrosoftDocs/azure-ai-docs reference-model-inference-api.md and SDK sources',
    date: '2026-11',
  },
  {
    id: 'azure-sdk',
    title: 'added by every Azure SDK',
    counts: 'no',
    names: ['x-ms-client-request-id', 'x-ms-useragent', 'x-ms-date', 'x-ms-return-client-request-id'],
    basis: 'added by the pipeline of every Azure SDK',
    source: '@azure/core-rest-pipeline package source',
    date: '2026-11',
  },
  {
    id: 'sdk-telemetry',
    title: 'telemetry of other SDKs',
    counts: 'no',
    names: ['x-stainless-*', 'x-fern-*', 'x-goog-api-client'],
    basis:
      'inferred: openai sends 7 to 10 of them by itself, so if they counted, one more header would break nearly every client',
    source: 'openai 7.57 (js) measured, openai 3.3 (py) source',
    date: '2026-11',
  },
  {
    id: 'tracing',
    title: 'trace context',
    counts: 'no',
    names: ['traceparent', 'tracestate'],
    basis: 'added by the tracing policy of Azure SDKs',
    source: '@azure/core-rest-pipeline package source',
    date: '2026-11',
  },
  {
    id: 'trace-extra',
    title: 'older or further trace headers',
    counts: 'possibly',
    names: ['baggage', 'request-id', 'correlation-context'],
    basis: 'not published',
    source: 'unverified',
    date: '2026-11',
  },
  {
    id: 'proxy',
    title: 'added by proxies',
    counts: 'possibly',
    names: [
      'x-forwarded-*',
      'x-real-ip',
      'forwarded',
      'x-request-id',
      'x-correlation-id',
      'x-envoy-*',
      'x-arr-*',
      'cf-*',
    ],
    basis: 'a call with 431 through a load balancer worked without it',
    source: 'Azure-Samples/openai-aca-lb issue 25',
    date: '2026-11',
  },
  {
    id: 'http',
    title: 'HTTP and fetch',
    counts: 'no',
    names: [
      'host',
      'connection',
      'accept',
      'accept-*',
      'content-*',
      'user-agent',
      'transfer-encoding',
      'expect',
      'te',
      'origin',
      'referer',
      'sec-*',
      'cache-control',
      'pragma',
      'date',
      'range',
      'if-*',
      'via',
      'keep-alive',
      'upgrade',
      'upgrade-insecure-requests',
      'cookie',
      'dnt',
      'priority',
    ],
    basis: 'standard fields',
    source: 'RFC 9110, Fetch standard',
    date: '2026-11',
  },
];
