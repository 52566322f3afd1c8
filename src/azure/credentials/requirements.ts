import type { Environment } from '../../context.js';
import type { Method } from './attempt.js';
import type { MachineFacts } from './likely-methods.js';

/** What `--auth METHOD` cannot do without and is not there; empty when it can be tried. */
export function missingFor(
  method: Method,
  env: Environment,
  tenantId: string | null,
  facts: MachineFacts,
): readonly string[] {
  const unset = (names: readonly string[]): string[] =>
    names.filter((name) => !env[name] && !(name === 'AZURE_TENANT_ID' && tenantId !== null));
  switch (method) {
    case 'env': {
      const missing = unset(['AZURE_CLIENT_ID', 'AZURE_TENANT_ID']);
      const hasProof = env.AZURE_CLIENT_SECRET || env.AZURE_CLIENT_CERTIFICATE_PATH;
      return hasProof ? missing : [...missing, 'AZURE_CLIENT_SECRET (or AZURE_CLIENT_CERTIFICATE_PATH)'];
    }
    case 'workload-identity':
      return unset(['AZURE_CLIENT_ID', 'AZURE_TENANT_ID', 'AZURE_FEDERATED_TOKEN_FILE']);
    case 'cli':
      return facts.hasAz ? [] : ['az on PATH'];
    case 'azd':
      return facts.hasAzd ? [] : ['azd on PATH'];
    case 'powershell':
      return facts.hasPowerShell ? [] : ['pwsh on PATH'];
    default:
      return [];
  }
}

/** What a person does when the method fails. */
export function remedyFor(method: Method): string {
  switch (method) {
    case 'env':
      return 'Check AZURE_CLIENT_ID, AZURE_TENANT_ID and the secret or certificate; a secret may have expired';
    case 'workload-identity':
      return 'Check the federated credential of the application and AZURE_FEDERATED_TOKEN_FILE';
    case 'managed-identity':
      return 'Assign an identity to this machine or app; AZURE_CLIENT_ID chooses a user-assigned one';
    case 'cli':
      return 'Run az login';
    case 'azd':
      return 'Run azd auth login';
    case 'powershell':
      return 'Run Connect-AzAccount in pwsh (module Az.Accounts)';
    case 'browser':
      return 'Without a browser on this machine use --auth device-code';
    case 'device-code':
      return 'Open the page, type the code and agree within 15 minutes';
  }
}
