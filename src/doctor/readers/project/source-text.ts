import type { Facts, Language, Where } from '../../facts.js';
import { placed } from './placed.js';
import { allScopes, assignedSecrets } from './source/auth.js';
import { readSource } from './source/brackets.js';
import { readCalls } from './source/calls.js';
import { type ClientAt, readClient } from './source/clients.js';
import {
  apiVersionsOf,
  deploymentsOf,
  endpointsOf,
  headersOf,
  secretsOf,
  typeSettings,
  unique,
} from './source/collect.js';
import { configClients } from './source/config-clients.js';
import { readConfigLines } from './source/config-text.js';
import { readImports } from './source/imports.js';
import { guessLanguage } from './source/language.js';
import { legacyModule } from './source/legacy-module.js';
import { looseEndpoints } from './source/loose-endpoints.js';
import { type ModelCall, readModelCalls } from './source/model-calls.js';
import { readRequestLines } from './source/request-lines.js';
import { readRequest } from './source/requests.js';
import { type Setting, settingsOf } from './source/settings.js';
import { scopeOf } from './source/values.js';

const LONGEST_TEXT = 256 * 1024;

/**
 * What a piece of source or configuration says about the calls it makes: clients with base URL, api-version,
 * deployment, sign-in and header names; requests sent by hand; endpoint-like settings; keys written into it
 * (their kind, never their value). `language` null: guessed. Lines count from `where.line` (1 when absent).
 * A value that is only partly known has `{NAME}` for the rest. Comments are not read. Never throws; reads the
 * first 256 KiB in linear time.
 */
export function readSourceText(text: string, language: Language | null, where: Where): Partial<Facts> {
  const bounded = text.slice(0, LONGEST_TEXT).replaceAll('\r\n', '\n');
  const guessed = language === null || language === 'other' ? guessLanguage(bounded) : language;
  const scope = scopeOf(readSource(bounded, guessed ?? language));
  const imports = readImports(bounded, guessed ?? language);
  const calls = readCalls(scope.source);
  const built = calls.flatMap((call) => readClient(scope, call, imports) ?? []);
  const providers = new Set(
    built.flatMap(({ client, target }) =>
      /^create[A-Z]/.test(client.className) && target !== null ? [target] : [],
    ),
  );
  const modelCalls = calls.flatMap((call) => readModelCalls(scope, call, providers));
  const isConfig = guessed === null || guessed === 'curl' || calls.length === 0;
  const settings = allSettings(settingsOf(scope), isConfig ? readConfigLines(bounded) : []);
  const clients = [
    ...withCalls(outermost(built), modelCalls),
    ...legacyModule(modelCalls, settings, scope, imports),
    ...configClients(settings, built),
  ];
  const scopes = allScopes(scope);
  const requests = [...calls.flatMap((call) => readRequest(scope, call) ?? []), ...readRequestLines(bounded)];
  return placed(where, {
    language: language ?? guessed,
    clients: clients.map(({ client, line }) => ({
      line,
      value: client.auth === 'entra' && client.scopes.length === 0 ? { ...client, scopes } : client,
    })),
    endpoints: unique(
      [...endpointsOf(clients, settings), ...looseEndpoints(scope, calls, built)],
      ({ url }) => url,
    ),
    requests: unique(
      requests.map(({ request, line }) => ({ value: request, line })),
      (request) => `${request.method} ${request.url}`,
    ),
    deployments: deploymentsOf(clients, settings, modelCalls),
    apiVersions: apiVersionsOf(clients, settings, requests),
    headers: headersOf(clients, modelCalls, requests),
    environment: [...secretsOf(clients, assignedSecrets(scope)), ...typeSettings(settings)],
  });
}

/** A client that is built as an argument of another one is that other one's business. */
function outermost(clients: readonly ClientAt[]): readonly ClientAt[] {
  return clients.filter((entry) => {
    if (entry.parameters.length > 0) return true;
    return !clients.some((other) => other.call.open < entry.call.at && entry.call.open < other.call.close);
  });
}

/** Gives each client the deployment that calls through its variable (or, of a lone client, any call) name. */
function withCalls(clients: readonly ClientAt[], calls: readonly ModelCall[]): readonly ClientAt[] {
  return clients.map((entry) => {
    if (entry.client.deployment !== null) return entry;
    const named = calls.filter((call) => call.deployment !== null);
    const own = named.find((call) => entry.target !== null && call.owner === entry.target);
    const deployment = (own ?? (clients.length === 1 ? named[0] : undefined))?.deployment ?? null;
    return deployment === null ? entry : { ...entry, client: { ...entry.client, deployment } };
  });
}

/** The line reader sees what the token reader cannot (bare YAML values); both see quoted ones. */
function allSettings(fromTokens: readonly Setting[], fromLines: readonly Setting[]): readonly Setting[] {
  const seen = new Set(fromLines.map((entry) => `${entry.line} ${entry.role}`));
  return [...fromLines, ...fromTokens.filter((entry) => !seen.has(`${entry.line} ${entry.role}`))];
}
