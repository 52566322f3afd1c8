import type { ClientFact } from '../../../facts.js';
import { authOf } from './auth.js';
import type { ClientAt } from './clients.js';
import type { Imports } from './imports.js';
import type { ModelCall } from './model-calls.js';
import type { Setting } from './settings.js';
import type { Scope } from './values.js';

/** What the text says of a client without a construction to point at. */
export type LooseClient = Pick<ClientAt, 'client' | 'line' | 'parameters' | 'headers' | 'secrets'>;

/**
 * `openai` 0.x keeps its settings on the module: `openai.api_base = ...`, then
 * `openai.ChatCompletion.create(engine=...)`. One client for all of it, or none when the text has neither.
 */
export function legacyModule(
  calls: readonly ModelCall[],
  settings: readonly Setting[],
  scope: Scope,
  imports: Imports,
): readonly LooseClient[] {
  const own = settings.filter((entry) => /^openai\.\w+$/.test(entry.name));
  const call = calls.find((entry) =>
    /^openai\.(?:ChatCompletion|Completion|Embedding|Image)\./.test(entry.path),
  );
  const line = own[0]?.line ?? call?.line;
  if (line === undefined) return [];
  const of = (role: Setting['role']) => own.findLast((entry) => entry.role === role);
  const endpoint = of('endpoint');
  const version = of('api-version');
  const key = scope.assignments.find('openai.api_key', Number.MAX_SAFE_INTEGER);
  const isToken = of('provider')?.text === 'azure_ad' || of('provider')?.text === 'azuread';
  const keyAuth =
    key === null
      ? 'unknown'
      : authOf(scope, [
          { role: 'key', name: 'api_key', range: key, line: key.line, value: { text: null, variable: null } },
        ]);
  const client: ClientFact = {
    className: call === undefined ? 'openai' : call.path.split('.').slice(0, 2).join('.'),
    packageName: imports.packages.includes('openai') ? 'openai' : null,
    baseUrl: endpoint?.text ?? null,
    baseUrlParameter: endpoint?.name ?? null,
    baseUrlVariable: endpoint?.variable ?? null,
    apiVersion: version?.text ?? null,
    apiVersionVariable: version?.variable ?? null,
    deployment: call?.deployment ?? null,
    auth: isToken ? 'entra' : keyAuth,
    scopes: [],
    headerNames: [],
  };
  return [{ client, line, parameters: [], headers: [], secrets: [] }];
}
