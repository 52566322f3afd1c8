import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import type { AuthMethod } from '../../config/settings.js';
import type { Clock } from '../../context.js';
import { stripControls } from '../../core/text.js';
import type { CredentialSpec } from './spec.js';

export type Method = Exclude<AuthMethod, 'auto'>;

export type AttemptResult =
  | { readonly kind: 'token'; readonly token: AccessToken; readonly credential: TokenCredential }
  | { readonly kind: 'failed'; readonly reason: string; readonly cause: unknown };

/** Builds the credential of one method and asks it once, with a time limit. Rejects only when interrupted. */
export async function attemptMethod(
  method: Method,
  scopes: string | string[],
  spec: CredentialSpec,
  clock: Clock,
  interrupt: AbortSignal,
): Promise<AttemptResult> {
  const isOver = new AbortController();
  const asking = ask(method, scopes, spec, { abortSignal: AbortSignal.any([interrupt, isOver.signal]) });
  const limit = clock.sleep(spec.timeoutMs, AbortSignal.any([interrupt, isOver.signal])).then(
    (): AttemptResult => ({
      kind: 'failed',
      reason: `no answer within ${spec.timeoutMs / 1000} s${method === 'cli' ? ' (az can be slow when it starts for the first time: run az account show, then try again)' : ''}`,
      cause: undefined,
    }),
  );
  try {
    return await Promise.race([asking, limit]);
  } finally {
    isOver.abort();
    limit.catch(() => undefined);
  }
}

async function ask(
  method: Method,
  scopes: string | string[],
  spec: CredentialSpec,
  options: GetTokenOptions,
): Promise<AttemptResult> {
  try {
    const credential = await createCredential(method, spec);
    const token = await credential.getToken(scopes, options);
    if (token === null) return { kind: 'failed', reason: 'no token', cause: undefined };
    return { kind: 'token', token, credential };
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error), cause: error };
  }
}

async function createCredential(method: Method, spec: CredentialSpec): Promise<TokenCredential> {
  if (method === 'cli' || method === 'azd' || method === 'powershell') {
    const { createCommandLineCredential } = await import('./command-line.js');
    return createCommandLineCredential(method, spec);
  }
  const { createIdentityCredential } = await import('./identity.js');
  return createIdentityCredential(method, spec);
}

/** The part of a credential's message that a person can use: one line, no trace ids, no links. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const entra = /AADSTS\d+:[^\r\n]*?(?=\s*(?:Trace ID|Correlation ID|[\r\n]|$))/.exec(message)?.[0];
  const line = entra ?? message.split(/\r?\n/).find((each) => each.trim() !== '') ?? 'no reason given';
  return stripControls(line)
    .replace(/^\w+Credential: /, '')
    .replace(/ ?To troubleshoot, visit \S+\.?/, '')
    .trim()
    .slice(0, 240);
}
