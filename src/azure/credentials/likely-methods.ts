import type { AuthMethod } from '../../config/settings.js';
import type { Environment } from '../../context.js';

/** The methods that `auto` may try; browser and device code are only used when asked for. */
export type AutoMethod = Exclude<AuthMethod, 'auto' | 'browser' | 'device-code'>;

/** The order of `auto`. */
export const AUTO_ORDER = [
  'env',
  'workload-identity',
  'managed-identity',
  'cli',
  'azd',
  'powershell',
] as const satisfies readonly AutoMethod[];

export interface MachineFacts {
  readonly hasAz: boolean;
  readonly hasAzd: boolean;
  readonly hasPowerShell: boolean;
  /** az's own profile names at least one subscription. */
  readonly azSignedIn: boolean;
  /** The chassis tag of Azure virtual machines was read. */
  readonly isAzureMachine: boolean;
}

export interface Candidate {
  readonly method: AutoMethod;
  /** Why it is tried, for `--verbose`. */
  readonly reason: string;
  /** Configured on purpose: when it is refused nothing else is tried. */
  readonly isExplicit: boolean;
  /** Worth waiting for; the others share a short time. */
  readonly isLikely: boolean;
}

/** The names that AZURE_TOKEN_CREDENTIALS of @azure/identity 4.13.1 takes, as far as aimi has them. */
const NAMED: Readonly<Record<string, readonly AutoMethod[]>> = {
  dev: ['cli', 'azd', 'powershell'],
  prod: ['env', 'workload-identity', 'managed-identity'],
  environmentcredential: ['env'],
  workloadidentitycredential: ['workload-identity'],
  managedidentitycredential: ['managed-identity'],
  azureclicredential: ['cli'],
  azuredeveloperclicredential: ['azd'],
  azurepowershellcredential: ['powershell'],
};

export type LikelyMethods =
  | { readonly kind: 'candidates'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'unknown-name'; readonly name: string };

/**
 * What `--auth auto` tries and in which order: service principal of the environment, workload identity,
 * managed identity, az, azd, PowerShell; each only when something speaks for it. AZURE_TOKEN_CREDENTIALS
 * narrows the list. Nothing is probed: 169.254.169.254 answers slowly or never outside Azure.
 */
export function likelyMethods(env: Environment, facts: MachineFacts): LikelyMethods {
  const narrowing = env.AZURE_TOKEN_CREDENTIALS?.trim() ?? '';
  const allowed = narrowing === '' ? undefined : NAMED[narrowing.toLowerCase()];
  if (narrowing !== '' && allowed === undefined) return { kind: 'unknown-name', name: narrowing };
  const isAlone = allowed?.length === 1;
  const all: readonly (Candidate | null)[] = [
    explicit('env', servicePrincipal(env)),
    explicit('workload-identity', present(env, ['AZURE_FEDERATED_TOKEN_FILE'])),
    likely('managed-identity', managedIdentity(env, facts)),
    facts.hasAz
      ? {
          method: 'cli',
          reason: facts.azSignedIn ? 'az is on PATH and signed in' : 'az is on PATH',
          isExplicit: false,
          isLikely: facts.azSignedIn || isAlone,
        }
      : null,
    facts.hasAzd ? { method: 'azd', reason: 'azd is on PATH', isExplicit: false, isLikely: isAlone } : null,
    facts.hasPowerShell
      ? { method: 'powershell', reason: 'pwsh is on PATH', isExplicit: false, isLikely: isAlone }
      : null,
  ];
  const candidates = all.filter(
    (each): each is Candidate => each !== null && (allowed === undefined || allowed.includes(each.method)),
  );
  return { kind: 'candidates', candidates };
}

function servicePrincipal(env: Environment): string | null {
  if (!env.AZURE_CLIENT_ID || !env.AZURE_TENANT_ID) return null;
  if (env.AZURE_CLIENT_SECRET) return 'AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET are set';
  if (env.AZURE_CLIENT_CERTIFICATE_PATH)
    return 'AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_CERTIFICATE_PATH are set';
  return null;
}

function managedIdentity(env: Environment, facts: MachineFacts): string | null {
  const variables = present(env, ['IDENTITY_ENDPOINT', 'MSI_ENDPOINT', 'AZURE_POD_IDENTITY_AUTHORITY_HOST']);
  return variables ?? (facts.isAzureMachine ? 'this is an Azure virtual machine' : null);
}

function present(env: Environment, names: readonly string[]): string | null {
  const name = names.find((each) => env[each]);
  return name === undefined ? null : `${name} is set`;
}

function explicit(method: AutoMethod, reason: string | null): Candidate | null {
  return reason === null ? null : { method, reason, isExplicit: true, isLikely: true };
}

function likely(method: AutoMethod, reason: string | null): Candidate | null {
  return reason === null ? null : { method, reason, isExplicit: false, isLikely: true };
}
