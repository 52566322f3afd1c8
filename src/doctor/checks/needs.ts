import type { Look, Need } from './check.js';

/** Sentence for each need that is not met; null when it is. */
const MISSING: Readonly<Record<Need, (look: Look) => string | null>> = {
  endpoint: ({ picture }) =>
    picture.bases.length + picture.requests.length > 0 ? null : 'No endpoint or request is known',
  client: ({ picture, signals }) =>
    picture.clients.length > 0 ||
    signals.has('azure-client') ||
    signals.has('plain-client') ||
    signals.has('inference-client') ||
    signals.has('maker-sdk')
      ? null
      : 'No client class is known',
  package: ({ picture }) => (picture.facts.packages.length > 0 ? null : 'No package version is known'),
  deployment: ({ picture, signals }) =>
    picture.deployments.length > 0 ||
    signals.has('deployment-not-found') ||
    signals.has('deployment-absent') ||
    signals.has('no-model-named')
      ? null
      : 'No deployment name is known',
  'deployment-list': ({ picture, signals }) =>
    (picture.facts.knownDeployments ?? []).length > 0 || signals.has('deployment-not-ready')
      ? null
      : 'Nobody listed the deployments of the resource',
  headers: ({ picture, signals }) =>
    picture.facts.headers.length > 0 ||
    picture.facts.requests.some(({ value }) => value.headers.length > 0) ||
    picture.clients.some(({ fact }) => fact.headerNames.length > 0) ||
    signals.has('headers-too-large')
      ? null
      : 'No request headers are known',
  environment: ({ picture }) =>
    picture.facts.environment.length > 0 ? null : 'No environment variable is known',
  message: ({ picture }) =>
    picture.facts.texts.some(({ where }) => where.kind === 'error-text') || picture.facts.responses.length > 0
      ? null
      : 'No error message or answer is known',
  credential: ({ picture, signals }) =>
    signals.has('key-credential') ||
    signals.has('entra-credential') ||
    signals.has('unauthorized') ||
    picture.facts.environment.some(({ value }) => value.isSecret)
      ? null
      : 'Nothing is known of the credential',
  'api-version-or-route': ({ picture, signals }) =>
    picture.apiVersions.length > 0 ||
    picture.requests.length > 0 ||
    signals.has('version-absent') ||
    signals.has('api-version-missing') ||
    signals.has('api-version-refused') ||
    signals.has('api-version-too-old')
      ? null
      : 'No api-version and no request is known',
  anything: ({ signals }) =>
    [...signals.keys()].some((id) => id !== 'only-message') ? null : 'Nothing is known',
};

/** Why the check cannot run, or null. */
export function missingNeed(needs: readonly Need[], look: Look): string | null {
  for (const need of needs) {
    const missing = MISSING[need](look);
    if (missing !== null) return missing;
  }
  return null;
}
