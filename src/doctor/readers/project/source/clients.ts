import type { ClientFact, VariableFact } from '../../../facts.js';
import { authOf, scopesIn, writtenSecret } from './auth.js';
import type { Call } from './calls.js';
import { type ClientClass, clientClass, isLikelyClient } from './client-classes.js';
import { type HeaderAt, headersIn } from './headers.js';
import type { Imports } from './imports.js';
import type { Parameter } from './parameter-values.js';
import { parametersOf } from './parameter-values.js';
import type { Scope } from './values.js';

/** A client as the text builds it, with the lines of what it holds. */
export interface ClientAt {
  readonly client: ClientFact;
  readonly line: number;
  readonly call: Call;
  /** Name it is assigned to: `client` of `client = AzureOpenAI(...)`, `self.client`. */
  readonly target: string | null;
  readonly parameters: readonly Parameter[];
  readonly headers: readonly HeaderAt[];
  readonly secrets: readonly { readonly secret: VariableFact; readonly line: number }[];
}

/** The client a call builds, or null when it builds none. */
export function readClient(scope: Scope, call: Call, imports: Imports): ClientAt | null {
  const head = call.path.split('.')[0] ?? call.path;
  const imported = imports.names.get(head) ?? imports.names.get(call.path);
  const hasPrefix = head !== call.path;
  // `instance.chat.Completion()` of a variable is a call through a client, not a construction.
  const original = imported !== undefined && !hasPrefix ? imported.original : call.name;
  const origin = imported?.packageName ?? (hasPrefix ? head : null);
  const known = clientClass(original, origin);
  const isLikely =
    known === null && (isFactory(call) || (isConstruction(call, hasPrefix) && isLikelyClient(original)));
  if (known === null && !isLikely) return null;
  const parameters = parametersOf(scope, call, known?.positional ?? []);
  if (
    known === null &&
    !parameters.some((entry) => entry.role !== 'model' && entry.role !== 'scopes' && entry.role !== 'query')
  )
    return null;
  const className = nameOf(call, original, known, imported?.packageName ?? null, parameters);
  return describe(scope, call, className, imported?.packageName ?? null, parameters);
}

/** Names that many packages share keep their prefix or package: `cohere.ClientV2`, `litellm.completion`. */
function nameOf(
  call: Call,
  original: string,
  known: ClientClass | null,
  packageName: string | null,
  parameters: readonly Parameter[],
): string {
  const other = known?.worksAs;
  if (other !== undefined && parameters.some(({ name }) => name.startsWith(other.with)))
    return other.className;
  const head = call.path.split('.')[0] ?? call.path;
  if (isFactory(call)) return head;
  if (known?.onlyFrom === undefined) return original;
  return head === call.path ? `${packageName ?? ''}.${original}` : `${head}.${original}`;
}

function describe(
  scope: Scope,
  call: Call,
  className: string,
  packageName: string | null,
  parameters: readonly Parameter[],
): ClientAt {
  const endpoint =
    parameters.find((entry) => entry.role === 'endpoint' && !isStage(entry)) ??
    parameters.find((entry) => entry.role === 'resource');
  const version =
    parameters.find((entry) => entry.role === 'api-version') ?? versionInQuery(scope, parameters);
  const deployment =
    parameters.find((entry) => entry.role === 'deployment' && entry.value.text !== null) ??
    parameters.find((entry) => entry.role === 'model');
  const headers = parameters
    .filter((entry) => entry.role === 'headers')
    .flatMap((entry) => headersIn(scope, entry.range));
  const scopes = new Set(
    parameters
      .filter((entry) => /^(?:scopes|credential|token-provider|key)$/.test(entry.role))
      .flatMap((entry) => scopesIn(scope, entry.range)),
  );
  const named = parameters
    .filter((entry) => entry.role === 'scopes')
    .flatMap((entry) => entry.value.text ?? []);
  return {
    client: {
      className,
      packageName,
      baseUrl: endpoint === undefined ? null : baseUrlOf(className, endpoint),
      baseUrlParameter: endpoint?.name ?? null,
      baseUrlVariable: endpoint?.value.variable ?? null,
      apiVersion: version?.value.text ?? null,
      apiVersionVariable: version?.value.variable ?? null,
      deployment: deployment?.value.text ?? null,
      auth: authOf(scope, parameters),
      scopes: [...new Set([...scopes, ...named.filter((text) => text.startsWith('https://'))])],
      headerNames: headers.map((entry) => entry.header.name),
    },
    line: call.line,
    call,
    target: targetOf(scope, call),
    parameters,
    headers,
    secrets: parameters.flatMap((entry) => {
      const secret = writtenSecret(scope, entry);
      return secret === null ? [] : [{ secret, line: entry.line }];
    }),
  };
}

/** `environment` is a base URL for Cohere and `prod` for others. */
function isStage(parameter: Parameter): boolean {
  return /^environment$/i.test(parameter.name) && !/[:/]/.test(parameter.value.text ?? ':');
}

/** A resource name stands for the host that the SDKs make of it. */
function baseUrlOf(className: string, parameter: Parameter): string | null {
  const { text } = parameter.value;
  if (text === null || parameter.role !== 'resource' || /[:/.]/.test(text)) return text;
  const isFoundry = /Foundry/.test(className);
  return isFoundry ? `https://${text}.services.ai.azure.com/anthropic` : `https://${text}.openai.azure.com`;
}

function versionInQuery(scope: Scope, parameters: readonly Parameter[]): Parameter | undefined {
  const query = parameters.find((entry) => entry.role === 'query');
  if (query === undefined) return undefined;
  const { tokens } = scope.source;
  for (let at = query.range.from; at < query.range.to; at += 1) {
    const next = tokens[at + 2];
    if (tokens[at]?.kind === 'string' && tokens[at]?.text === 'api-version' && next !== undefined) {
      const text = next.kind === 'string' && next.parts === undefined ? next.text : null;
      return {
        ...query,
        role: 'api-version',
        name: 'api-version',
        value: { text, variable: null },
        line: next.line,
      };
    }
  }
  return undefined;
}

function isConstruction(call: Call, hasPrefix: boolean): boolean {
  return call.isNew || !hasPrefix || /^[A-Z]/.test(call.name) || /^(?:Add|With|Use)/.test(call.name);
}

/** `AzureOpenAiChatModel.builder()`, `AIProjectClient.from_connection_string(...)`. */
function isFactory(call: Call): boolean {
  const parts = call.path.split('.');
  const owner = parts[0] ?? '';
  return (
    parts.length === 2 &&
    /^(?:builder|from_connection_string|fromConnectionString|fromEndpoint|create)$/.test(call.name) &&
    /^[A-Z]/.test(owner) &&
    (isLikelyClient(owner) || clientClass(owner, null) !== null)
  );
}

/** `client` of `client = X(...)`, `with X(...) as client`. */
function targetOf(scope: Scope, call: Call): string | null {
  const { tokens, closeOf } = scope.source;
  const owner = scope.assignments.all.find(
    (entry) => entry.from <= call.at && call.at <= entry.from + 4 && call.open < entry.to,
  );
  if (owner !== undefined) return owner.path.split('.').at(-1) ?? null;
  const after = (closeOf[call.open] ?? call.open) + 1;
  return tokens[after]?.text === 'as' && tokens[after + 1]?.kind === 'word'
    ? (tokens[after + 1]?.text ?? null)
    : null;
}
