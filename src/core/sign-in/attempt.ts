/** How one way to sign in went. */
export type SignInOutcome =
  | 'used'
  | 'not configured'
  | 'program missing'
  | 'signed out'
  | 'expired'
  | 'other tenant'
  | 'timed out'
  | 'failed'
  | 'not tried';

/** One way to sign in, in the order of the chain. */
export interface SignInAttempt {
  readonly method: string;
  readonly outcome: SignInOutcome;
  /** Why it was tried or not, or what went wrong; one line. */
  readonly reason: string;
  /** Null when it was not tried. */
  readonly durationMs: number | null;
}

/**
 * What a refusal means. Codes: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 * (2026-11); the sentences are those of @azure/identity 4.13.1 and of Azure CLI.
 */
const MEANINGS: readonly { readonly pattern: RegExp; readonly outcome: SignInOutcome }[] = [
  { pattern: /no answer within|timed? ?out/i, outcome: 'timed out' },
  { pattern: /AADSTS(?:700082|70043|50173|50078|50089|7000222|700084)\b/, outcome: 'expired' },
  { pattern: /AADSTS(?:90002|50020|700016|50034|90072|500011)\b/, outcome: 'other tenant' },
  { pattern: /tenant .*(?:not found|mismatch|is not|cannot)/i, outcome: 'other tenant' },
  { pattern: /expired/i, outcome: 'expired' },
  { pattern: /(?:could not|cannot) be found|not installed|not recognized/i, outcome: 'program missing' },
  { pattern: /az login|auth login|Connect-AzAccount|not logged in/i, outcome: 'signed out' },
];

export function outcomeOfReason(reason: string): SignInOutcome {
  return MEANINGS.find(({ pattern }) => pattern.test(reason))?.outcome ?? 'failed';
}

const TENANT_ID = /^[A-Za-z0-9.-]+$/;

/** The command that most likely ends the failure; from the first way of the chain that was tried in vain. */
export function nextSignIn(chain: readonly SignInAttempt[], tenant: string | null): string {
  const failed = chain.find(({ outcome, durationMs }) => durationMs !== null && outcome !== 'used');
  const flag = tenant !== null && TENANT_ID.test(tenant) ? ` --tenant ${tenant}` : '';
  switch (failed?.method) {
    case undefined:
      return `aimi login${flag}`;
    case 'cli':
      if (failed.outcome === 'timed out') return 'az account show';
      return failed.outcome === 'other tenant' && flag === ''
        ? 'az login --tenant TENANT'
        : `az login${flag}`;
    case 'azd':
      return 'azd auth login';
    case 'powershell':
      return 'pwsh -Command Connect-AzAccount';
    case 'env':
      return failed.outcome === 'expired'
        ? 'az ad app credential reset --id "$AZURE_CLIENT_ID"'
        : 'az ad sp show --id "$AZURE_CLIENT_ID"';
    case 'workload-identity':
      return 'az ad app federated-credential list --id "$AZURE_CLIENT_ID"';
    case 'managed-identity':
      return 'az vm identity assign -n VM -g GROUP';
    default:
      return `aimi login${flag}`;
  }
}
