import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import type { Settings } from '../../config/settings.js';
import type { Clock, Environment, Files, SignInWatch } from '../../context.js';
import { outcomeOfReason } from '../../core/sign-in/attempt.js';
import { readIdentity } from '../../core/sign-in/identity.js';
import { AimiError } from '../../errors.js';
import { CLOUD_FACTS } from '../clouds.js';
import { type AttemptResult, attemptMethod, type Method } from './attempt.js';
import { type ChainReport, reportChain } from './chain-report.js';
import { type Candidate, likelyMethods, type MachineFacts } from './likely-methods.js';
import { readMachineFacts } from './machine-facts.js';
import { missingFor, remedyFor } from './requirements.js';
import type { CredentialSpec } from './spec.js';

export interface CredentialOptions {
  readonly env: Environment;
  readonly platform: string;
  readonly files: Files;
  readonly clock: Clock;
  readonly interrupt: AbortSignal;
  readonly trustedCertificates: string[] | undefined;
  readonly note?: ((line: string) => void) | undefined;
  readonly say?: ((line: string) => void) | undefined;
  readonly watch?: SignInWatch | undefined;
}

/** How long one method may take when it was asked for, or when much speaks for it. */
const LIMIT_MS: Readonly<Record<Method, number>> = {
  env: 20_000,
  'workload-identity': 20_000,
  'managed-identity': 8_000,
  cli: 30_000,
  azd: 20_000,
  powershell: 40_000,
  browser: 300_000,
  'device-code': 900_000,
};
/** What the methods share for which little speaks, so that a hopeless start ends within 3 s. */
const UNLIKELY_BUDGET_MS = 2_500;
/** What each of them gets when somebody wants to know how it goes: long enough for a slow az to answer. */
const WATCHED_LIMIT_MS = 10_000;
/** The endpoint is on the machine itself: when it is there at all, it is quick. */
const AUTO_MANAGED_IDENTITY_LIMIT_MS = 3_000;

/**
 * The credential that `--auth` names. The first `getToken` settles which method works; later ones (claims,
 * renewal) go to that one. Throws `not-signed-in` with what was tried and why each failed.
 */
export function chooseCredential(
  settings: Pick<Settings, 'auth' | 'cloud' | 'tenant'>,
  options: CredentialOptions,
): TokenCredential {
  let settled: Promise<TokenCredential> | undefined;
  let firstToken: AccessToken | undefined;
  return {
    async getToken(scopes: string | string[], tokenOptions?: GetTokenOptions) {
      if (settled === undefined) {
        settled = firstSuccess(settings, options, scopes).then((result) => {
          firstToken = result.token;
          const identity = options.watch === undefined ? null : readIdentity(result.token.token);
          if (identity !== null) options.watch?.identity(identity);
          return result.credential;
        });
      }
      const credential = await settled;
      if (firstToken !== undefined && !tokenOptions?.claims) {
        const token = firstToken;
        if (token.expiresOnTimestamp > options.clock.now().getTime() + 120_000) return token;
      }
      firstToken = undefined;
      return credential.getToken(scopes, tokenOptions);
    },
  };
}

type Success = Extract<AttemptResult, { kind: 'token' }>;

async function firstSuccess(
  settings: Pick<Settings, 'auth' | 'cloud' | 'tenant'>,
  options: CredentialOptions,
  scopes: string | string[],
): Promise<Success> {
  const facts = await readMachineFacts(options.env, options.platform, options.files);
  const spec = (timeoutMs: number): CredentialSpec => ({
    ...authorityOf(settings, options.env),
    env: options.env,
    tenantId: settings.tenant,
    trustedCertificates: options.trustedCertificates,
    timeoutMs,
    say: (line) => (options.say ?? options.note)?.(line),
  });
  const attempt = (method: Method, timeoutMs: number) =>
    attemptMethod(method, scopes, spec(timeoutMs), options.clock, options.interrupt);

  if (settings.auth !== 'auto') {
    const method = settings.auth;
    refuseIncomplete(method, options, settings.tenant, facts);
    if (method === 'browser') options.note?.('Signing in with the browser');
    const start = options.clock.monotonicMs();
    const result = await attempt(method, LIMIT_MS[method]);
    const durationMs = options.clock.monotonicMs() - start;
    options.watch?.attempt(
      result.kind === 'token'
        ? { method, outcome: 'used', reason: 'the only one that was asked for', durationMs }
        : { method, outcome: outcomeOfReason(result.reason), reason: result.reason, durationMs },
    );
    if (result.kind === 'token') return result;
    throw notSignedIn([{ method, reason: result.reason }], remedyFor(method), result.cause);
  }

  const env = settings.tenant === null ? options.env : { ...options.env, AZURE_TENANT_ID: settings.tenant };
  const likely = likelyMethods(env, facts);
  if (likely.kind === 'unknown-name') {
    throw new AimiError('not-signed-in', {
      message: `AZURE_TOKEN_CREDENTIALS is '${likely.name}', which aimi does not have`,
      hint: 'Use dev, prod, or the name of a credential such as AzureCliCredential; or unset it',
    });
  }
  const report = reportChain(options.watch, likely.candidates, (method) =>
    missingFor(method, options.env, settings.tenant, facts),
  );
  try {
    return await tryInOrder(likely.candidates, attempt, options, report);
  } finally {
    report.end();
  }
}

async function tryInOrder(
  candidates: readonly Candidate[],
  attempt: (method: Method, timeoutMs: number) => Promise<AttemptResult>,
  { clock, note, watch }: CredentialOptions,
  report: ChainReport,
): Promise<Success> {
  const tried: { readonly method: Method; readonly reason: string }[] = [];
  const isWatched = watch !== undefined;
  let budgetMs = isWatched ? WATCHED_LIMIT_MS : UNLIKELY_BUDGET_MS;
  for (const { method, reason, isExplicit, isLikely } of candidates) {
    if (!isLikely && budgetMs <= 0) {
      const why = `not tried, the time for doubtful ones is used up: use --auth ${method}`;
      tried.push({ method, reason: why });
      report.failed(method, why, null);
      continue;
    }
    note?.(`Signing in: trying ${method} (${reason})`);
    const start = clock.monotonicMs();
    const limitMs = method === 'managed-identity' ? AUTO_MANAGED_IDENTITY_LIMIT_MS : LIMIT_MS[method];
    const result = await attempt(method, isLikely ? limitMs : budgetMs);
    const durationMs = clock.monotonicMs() - start;
    if (result.kind === 'token') {
      report.used(method, reason, durationMs);
      return result;
    }
    report.failed(method, result.reason, durationMs);
    if (!isLikely && !isWatched) budgetMs -= durationMs;
    note?.(`Signing in: ${method} failed: ${result.reason}`);
    tried.push({ method, reason: result.reason });
    if (isExplicit) {
      const hint = `${remedyFor(method)}. It is set up on purpose (${reason}), so nothing else is tried; --auth cli would use az`;
      throw notSignedIn(tried, hint, result.cause);
    }
  }
  throw notSignedIn(tried, nextStep(tried), undefined);
}

function refuseIncomplete(
  method: Method,
  { env, say, note }: CredentialOptions,
  tenantId: string | null,
  facts: MachineFacts,
): void {
  const missing = missingFor(method, env, tenantId, facts);
  if (missing.length > 0) {
    throw new AimiError('not-signed-in', {
      message: `--auth ${method} needs ${missing.join(', ')}`,
      hint: hintForMissing(method),
      details: { method, missing },
    });
  }
  if (method === 'device-code' && say === undefined && note === undefined) {
    throw new AimiError('not-signed-in', {
      message: '--auth device-code has nowhere to show the code',
      hint: 'Run it without -q',
    });
  }
}

function hintForMissing(method: Method): string {
  if (method === 'env') return 'Set them, or use another method: --auth cli';
  const isTool = method === 'cli' || method === 'azd' || method === 'powershell';
  return isTool ? 'Install it, or use another method: --auth device-code' : remedyFor(method);
}

function authorityOf(
  settings: Pick<Settings, 'cloud'>,
  env: Environment,
): { authority: string; isKnownAuthority: boolean } {
  const own = env.AZURE_AUTHORITY_HOST?.trim().replace(/\/+$/, '') ?? '';
  const authority = own === '' ? CLOUD_FACTS[settings.cloud].authority : own;
  const isKnownAuthority = Object.values(CLOUD_FACTS).some((each) => each.authority === authority);
  return { authority, isKnownAuthority };
}

function nextStep(tried: readonly { readonly method: Method }[]): string {
  const first = tried[0]?.method;
  const own = first === undefined ? 'Install Azure CLI and run az login' : remedyFor(first);
  return `${own}, or sign in without it: --auth device-code. For CI set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET`;
}

function notSignedIn(
  tried: readonly { readonly method: Method; readonly reason: string }[],
  hint: string,
  cause: unknown,
): AimiError {
  const message =
    tried.length === 0
      ? 'Not signed in to Azure: no az, azd or PowerShell on PATH, no service principal, workload or managed identity in the environment'
      : `Not signed in to Azure: ${tried.map(({ method, reason }) => `${method}: ${reason}`).join('; ')}`;
  return new AimiError('not-signed-in', { message, hint, details: { tried }, cause });
}
