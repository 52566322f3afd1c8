import { EXIT, type ExitCode } from './exit-code.js';

/**
 * Every error code aimi can end with and the exit code it maps to. Codes are a contract: they appear in
 * `-o json` errors and as `docs/errors/<code>.md`, and are never renamed or reused.
 */
export const ERROR_EXITS = {
  // the command line and the configuration
  usage: EXIT.usage,
  'invalid-value': EXIT.usage,
  'invalid-name': EXIT.usage,
  'input-needed': EXIT.usage,
  'confirmation-needed': EXIT.usage,
  'config-invalid': EXIT.usage,
  'query-invalid': EXIT.usage,
  'subscription-not-chosen': EXIT.usage,
  'account-not-chosen': EXIT.usage,
  'provider-data-needed': EXIT.usage,
  'endpoint-refused': EXIT.usage,
  'prices-source-refused': EXIT.usage,
  // the named thing does not exist or is not offered
  'subscription-not-found': EXIT.notFound,
  'resource-group-not-found': EXIT.notFound,
  'account-not-found': EXIT.notFound,
  'deployment-not-found': EXIT.notFound,
  'model-not-found': EXIT.notFound,
  'model-not-pay-as-you-go': EXIT.notFound,
  'model-retired': EXIT.notFound,
  'version-not-found': EXIT.notFound,
  'sku-not-offered': EXIT.notFound,
  'region-not-found': EXIT.notFound,
  'price-not-found': EXIT.notFound,
  'budget-not-found': EXIT.notFound,
  // a verdict
  'prices-too-old': EXIT.negative,
  // signing in, rights and rules
  'not-signed-in': EXIT.refused,
  'token-refused': EXIT.refused,
  'role-missing': EXIT.refused,
  'policy-denied': EXIT.refused,
  'access-gated': EXIT.refused,
  'region-refused': EXIT.refused,
  'marketplace-refused': EXIT.refused,
  'subscription-disabled': EXIT.refused,
  'provider-not-registered': EXIT.refused,
  'local-auth-disabled': EXIT.refused,
  'billing-unavailable': EXIT.refused,
  // quota and capacity
  'insufficient-quota': EXIT.quota,
  'capacity-out-of-range': EXIT.quota,
  // the service
  'deployment-differs': EXIT.failed,
  'deployment-failed': EXIT.failed,
  conflict: EXIT.failed,
  'account-not-ready': EXIT.failed,
  'account-soft-deleted': EXIT.failed,
  'rate-limited': EXIT.failed,
  'service-unavailable': EXIT.failed,
  'service-refused': EXIT.failed,
  'still-running': EXIT.accepted,
  // the way to the service, the machine, aimi itself
  network: EXIT.failed,
  'tls-untrusted': EXIT.failed,
  'prices-pull-failed': EXIT.failed,
  'file-unreadable': EXIT.failed,
  'file-unwritable': EXIT.failed,
  'sandbox-busy': EXIT.failed,
  'sandbox-state-invalid': EXIT.failed,
  declined: EXIT.failed,
  interrupted: EXIT.interrupted,
  internal: EXIT.failed,
} as const satisfies Record<string, ExitCode>;

export type ErrorCode = keyof typeof ERROR_EXITS;
