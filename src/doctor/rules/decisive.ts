import type { SignalId } from '../signals/signal-set.js';

/**
 * Messages that say by themselves what is wrong, and that route and endpoint are not: where one of them is
 * seen, guesses from the form of the configuration stay out (error-signatures: match the message before the
 * status).
 */
export const DECISIVE: readonly SignalId[] = [
  'deployment-not-found',
  'key-refused',
  'keys-disabled',
  'tenant-mismatch',
  'custom-subdomain',
  'content-filtered',
  'rate-limited',
  'network-refused',
  'tls-failed',
  'headers-too-large',
  'context-length',
  'message-order',
  'limit-exceeded',
  'model-retired',
  'region-unavailable',
  'role-missing',
  'subscription-key-missing',
  'api-version-too-old',
  'operation-unsupported',
  'no-model-named',
];

/** Answers that the route is not there. */
export const ROUTE_MISSED: readonly SignalId[] = [
  'resource-not-found',
  'gateway-not-found',
  'not-found',
  'method-not-allowed',
];

/** Messages that name a missing deployment. */
export const NAME_MISSED: readonly SignalId[] = ['deployment-not-found', 'unknown-model', 'model-not-found'];
