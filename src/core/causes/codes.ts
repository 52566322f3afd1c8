/**
 * The causes the doctor can name. The codes are a contract: they appear in JSON, SARIF and docs/causes.md,
 * and are never renamed.
 */
export const CAUSE_CODES = [
  'endpoint.wrong-style',
  'endpoint.missing-models-path',
  'endpoint.extra-path',
  'endpoint.placeholder-or-malformed',
  'endpoint.region-host',
  'endpoint.project-endpoint',
  'endpoint.serverless-vs-services',
  'endpoint.unreachable-dns',
  'endpoint.missing-api-version',
  'endpoint.bad-api-version',
  'sdk.too-old',
  'sdk.wrong-class',
  'sdk.unsupported-provider-sdk',
  'sdk.wrong-endpoint-for-sdk',
  'sdk.env-var-override',
  'deployment.not-found',
  'deployment.name-mismatch',
  'deployment.model-name-instead',
  'deployment.not-ready',
  'deployment.wrong-resource',
  'deployment.operation-unsupported',
  'deployment.missing',
  'auth.key-invalid',
  'auth.key-wrong-resource',
  'auth.wrong-header',
  'auth.wrong-audience',
  'auth.wrong-tenant',
  'auth.token-expired',
  'auth.missing-role',
  'auth.local-auth-disabled',
  'auth.custom-subdomain-required',
  'network.firewall',
  'network.proxy-tls',
  'headers.too-many',
  'quota.rate-limited',
  'request.unsupported-parameter',
  'request.content-filter',
  'service.outage',
  'model.retired',
  'model.region-unavailable',
  'none',
] as const;

export type CauseCode = (typeof CAUSE_CODES)[number];

/**
 * With these the configuration is fine: endpoint, key and deployment are as they should be, and naming one of
 * them would be a false alarm.
 */
export const INNOCENT_CAUSES: ReadonlySet<CauseCode> = new Set([
  'quota.rate-limited',
  'request.unsupported-parameter',
  'request.content-filter',
  'service.outage',
  'model.retired',
  'model.region-unavailable',
  'none',
]);
