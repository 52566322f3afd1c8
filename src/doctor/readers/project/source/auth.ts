import type { ClientFact, VariableFact } from '../../../facts.js';
import { secretKindOf } from '../../secret-kind.js';
import type { Parameter } from './parameter-values.js';
import { roleOf } from './parameters.js';
import { type Range, rawText } from './ranges.js';
import { readValue, type Scope } from './values.js';

const ENTRA =
  /(?:DefaultAzure|ManagedIdentity|AzureCli|AzureDeveloperCli|ClientSecret|ClientCertificate|ClientAssertion|InteractiveBrowser|DeviceCode|Environment|WorkloadIdentity|AzurePowerShell|VisualStudio|ChainedToken|Token)Credential|get_?bearer_?token_?provider|getBearerTokenProvider|BearerTokenPolicy|get_token\(|getToken\(|GetToken(?:Async)?\(|token_provider|tokenProvider|azure_ad/;
const KEY = /(?:AzureKey|ApiKey|Key)Credential|api_?key/i;
const SCOPE = /^https:\/\/[\w.-]{1,200}\/(?:\.default|user_impersonation)$/;

/** How a client signs in, by the text of its parameters and of what the names in them were assigned. */
export function authOf(scope: Scope, parameters: readonly Parameter[]): ClientFact['auth'] {
  const credential = parameters.find(
    (entry) => entry.role === 'token-provider' || entry.role === 'credential',
  );
  const key = parameters.find((entry) => entry.role === 'key');
  for (const entry of [credential, key]) {
    if (entry === undefined) continue;
    const text = expandedText(scope, entry.range);
    if (ENTRA.test(text) || entry.role === 'token-provider') return 'entra';
    if (KEY.test(text) || entry.role === 'key') return 'key';
  }
  return 'unknown';
}

/** Scopes named in a range or in what its names were assigned. */
export function scopesIn(scope: Scope, range: Range): readonly string[] {
  const found = new Set<string>();
  for (const part of expanded(scope, range)) {
    for (let at = part.from; at < part.to; at += 1) {
      const token = scope.source.tokens[at];
      if (token?.kind === 'string' && SCOPE.test(token.text)) found.add(token.text);
    }
  }
  return [...found];
}

export function allScopes(scope: Scope): readonly string[] {
  return scopesIn(scope, { from: 0, to: scope.source.tokens.length });
}

/** A key written into the text, or a token handed over as a key: presence and kind, never the value. */
export function writtenSecret(scope: Scope, parameter: Parameter): VariableFact | null {
  if (parameter.role !== 'key') return null;
  const { text, variable } = parameter.value;
  const raw = rawText(scope.source, parameter.range);
  const isToken = /get_?token|access.token|entra.token|bearer/i.test(
    expandedText(scope, parameter.range) || raw,
  );
  const fact = { name: parameter.name, value: null, isSecret: true };
  if (isToken) return { ...fact, secretKind: 'jwt' };
  if (text === null || variable !== null) return null;
  const kind = secretKindOf(text);
  return kind === null ? null : { ...fact, secretKind: kind };
}

/** The same for `api_key = ...` and `Key: ...` outside of a call. */
export function assignedSecrets(
  scope: Scope,
): readonly { readonly secret: VariableFact; readonly line: number }[] {
  return scope.assignments.all.slice(0, 1000).flatMap((entry) => {
    const name = entry.path.split('.').at(-1) ?? entry.path;
    if (roleOf(name) !== 'key') return [];
    const value = readValue(scope, entry);
    const secret = writtenSecret(scope, {
      role: 'key',
      name: entry.path,
      value,
      range: entry,
      line: entry.line,
    });
    return secret === null ? [] : [{ secret, line: entry.line }];
  });
}

function expandedText(scope: Scope, range: Range): string {
  return expanded(scope, range)
    .map((part) => rawText(scope.source, part))
    .join(' ');
}

/** The range, and what the names in it were assigned, two steps deep. */
function expanded(scope: Scope, range: Range): readonly Range[] {
  const parts: Range[] = [range];
  const seen = new Set<number>([range.from]);
  for (let index = 0; index < parts.length && parts.length < 12; index += 1) {
    const part = parts[index];
    if (part === undefined || part.to - part.from > 200) continue;
    for (let at = part.from; at < part.to; at += 1) {
      const token = scope.source.tokens[at];
      if (token?.kind !== 'word') continue;
      const found = scope.assignments.find(token.text, at);
      if (found === null || seen.has(found.from) || (found.from <= at && at < found.to)) continue;
      seen.add(found.from);
      parts.push(found);
    }
  }
  return parts;
}
