import type { Facts, Found } from './facts.js';

/** Nothing known: what every reader starts from. */
export const NO_FACTS: Facts = {
  endpoints: [],
  requests: [],
  responses: [],
  packages: [],
  clients: [],
  environment: [],
  deployments: [],
  knownDeployments: null,
  headers: [],
  apiVersions: [],
  texts: [],
  language: null,
  account: null,
  gaps: [],
};

/**
 * Facts of several readers as one. Lists are joined in the order given and lose exact repeats (same value,
 * same place); of `language`, `account` and `knownDeployments` the first that is known wins, so that what
 * the caller states goes before what was guessed. The parts are not changed.
 */
export function mergeFacts(...parts: readonly Partial<Facts>[]): Facts {
  return {
    endpoints: join(parts.map((part) => part.endpoints)),
    requests: join(parts.map((part) => part.requests)),
    responses: join(parts.map((part) => part.responses)),
    packages: join(parts.map((part) => part.packages)),
    clients: join(parts.map((part) => part.clients)),
    environment: join(parts.map((part) => part.environment)),
    deployments: join(parts.map((part) => part.deployments)),
    knownDeployments: first(parts.map((part) => part.knownDeployments)),
    headers: join(parts.map((part) => part.headers)),
    apiVersions: join(parts.map((part) => part.apiVersions)),
    texts: join(parts.map((part) => part.texts)),
    language: first(parts.map((part) => part.language)),
    account: first(parts.map((part) => part.account)),
    gaps: parts.flatMap((part) => part.gaps ?? []),
  };
}

function join<T>(lists: readonly (readonly Found<T>[] | undefined)[]): readonly Found<T>[] {
  const seen = new Set<string>();
  return lists
    .flatMap((list) => list ?? [])
    .filter((found) => {
      const key = JSON.stringify([
        found.where.kind,
        found.where.label,
        found.where.line ?? null,
        found.value,
      ]);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

function first<T>(values: readonly (T | null | undefined)[]): T | null {
  for (const value of values) if (value !== null && value !== undefined) return value;
  return null;
}
