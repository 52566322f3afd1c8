import type { Facts, VariableFact } from '../../../facts.js';
import type { FactsAt } from '../placed.js';
import type { LooseClient } from './legacy-module.js';
import type { ModelCall } from './model-calls.js';
import { isModelAddress, type RequestAt } from './requests.js';
import type { Setting } from './settings.js';

interface At<T> {
  readonly value: T;
  readonly line: number;
}

export function endpointsOf(
  clients: readonly LooseClient[],
  settings: readonly Setting[],
): FactsAt<Facts['endpoints']> {
  const fromClients = clients.flatMap(({ client, line, parameters }) => {
    const at = parameters.find((entry) => entry.name === client.baseUrlParameter)?.line ?? line;
    if (client.baseUrl === null || parameters.length === 0) return [];
    return [{ value: { url: client.baseUrl, name: client.baseUrlParameter }, line: at }];
  });
  const fromSettings = settings.flatMap((entry) => {
    if (entry.role !== 'endpoint' || entry.text === null || !isEndpointText(entry.text)) return [];
    return [{ value: { url: entry.text, name: entry.name }, line: entry.line }];
  });
  return [...fromClients, ...fromSettings];
}

function isEndpointText(text: string): boolean {
  if (/^(?:https?:|<|\{|\*{2,}|x{3,})/i.test(text) || isModelAddress(`https://${text}`)) return true;
  return /^[\w.-]{1,200}\.[a-z]{2,20}(?:[:/]|$)/i.test(text);
}

export function deploymentsOf(
  clients: readonly LooseClient[],
  settings: readonly Setting[],
  calls: readonly ModelCall[],
): FactsAt<Facts['deployments']> {
  const fromClients = clients.flatMap(({ client, parameters }) => {
    const own = parameters.find(
      (entry) => /^(?:deployment|model)$/.test(entry.role) && entry.value.text === client.deployment,
    );
    return own === undefined || client.deployment === null
      ? []
      : [{ value: client.deployment, line: own.line }];
  });
  const groups = new Set(
    settings
      .filter((entry) => /^(?:endpoint|provider|api-version)$/.test(entry.role))
      .map((entry) => entry.group),
  );
  const fromSettings = settings.flatMap((entry) => {
    // `model` alone may be anybody's; beside an endpoint or a version it is ours.
    const counts = entry.role === 'deployment' || (entry.role === 'model' && groups.has(entry.group));
    return counts && entry.text !== null ? [{ value: entry.text, line: entry.line }] : [];
  });
  const fromCalls = calls.flatMap((call) =>
    call.deployment === null ? [] : [{ value: call.deployment, line: call.line }],
  );
  return unique([...fromClients, ...fromSettings, ...fromCalls], (value) => value);
}

export function apiVersionsOf(
  clients: readonly LooseClient[],
  settings: readonly Setting[],
  requests: readonly RequestAt[],
): FactsAt<Facts['apiVersions']> {
  const fromClients = clients.flatMap(({ client, line, parameters }) => {
    const at = parameters.find((entry) => entry.role === 'api-version')?.line ?? line;
    return client.apiVersion === null || parameters.length === 0
      ? []
      : [{ value: client.apiVersion, line: at }];
  });
  const fromSettings = settings.flatMap((entry) => {
    return entry.role === 'api-version' && entry.text !== null
      ? [{ value: entry.text, line: entry.line }]
      : [];
  });
  const fromUrls = requests.flatMap(({ request, line }) => {
    const value = /[?&]api-version=([^&#\s]{1,60})/i.exec(request.url)?.[1];
    return value === undefined ? [] : [{ value, line }];
  });
  return unique([...fromClients, ...fromSettings, ...fromUrls], (value) => value);
}

export function headersOf(
  clients: readonly LooseClient[],
  calls: readonly ModelCall[],
  requests: readonly RequestAt[],
): FactsAt<Facts['headers']> {
  const all = [
    ...clients.flatMap((entry) => entry.headers),
    ...calls.flatMap((entry) => entry.headers),
    ...requests.flatMap(({ request, line }) => request.headers.map((header) => ({ header, line }))),
  ];
  return unique(
    all.map(({ header, line }) => ({ value: header, line })),
    (header) => header.name.toLowerCase(),
  );
}

/** One per name and line: a client parameter and the assignment it comes from are two. */
export function secretsOf(
  clients: readonly LooseClient[],
  assigned: readonly { readonly secret: VariableFact; readonly line: number }[],
): FactsAt<Facts['environment']> {
  const all = [...clients.flatMap((entry) => entry.secrets), ...assigned];
  const byLine = new Map(all.map(({ secret, line }) => [line, { value: secret, line }]));
  return [...byLine.values()];
}

/** `openai.api_type = "azure"` decides which route the 0.x library takes. */
export function typeSettings(settings: readonly Setting[]): FactsAt<Facts['environment']> {
  return settings.flatMap((entry) => {
    if (!/(?:^|\.)(?:openai_)?api_type$/i.test(entry.name) || entry.text === null) return [];
    const value = { name: entry.name, value: entry.text, isSecret: false, secretKind: null };
    return [{ value, line: entry.line }];
  });
}

/** The first of each key, in order. */
export function unique<T>(entries: readonly At<T>[], key: (value: T) => string): readonly At<T>[] {
  const seen = new Map<string, At<T>>();
  for (const entry of entries) if (!seen.has(key(entry.value))) seen.set(key(entry.value), entry);
  return [...seen.values()];
}
