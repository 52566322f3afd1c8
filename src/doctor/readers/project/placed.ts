import type { Facts, Found, Language, Where } from '../../facts.js';
import { scrub } from '../error-text-clean.js';

/** Facts of one text by line; `placed` turns each line into a `Where`. */
export type FactsAt<List extends readonly Found<unknown>[]> = readonly {
  readonly value: List[number]['value'];
  readonly line: number;
}[];

export interface TextFacts {
  readonly language: Language | null;
  readonly clients: FactsAt<Facts['clients']>;
  readonly endpoints: FactsAt<Facts['endpoints']>;
  readonly requests: FactsAt<Facts['requests']>;
  readonly deployments: FactsAt<Facts['deployments']>;
  readonly apiVersions: FactsAt<Facts['apiVersions']>;
  readonly headers: FactsAt<Facts['headers']>;
  readonly environment: FactsAt<Facts['environment']>;
}

const MOST_FACTS = 200;

export function placed(where: Where, facts: TextFacts): Partial<Facts> {
  return {
    language: facts.language,
    clients: found(where, facts.clients, (client) => ({
      ...client,
      baseUrl: cleaned(client.baseUrl),
      apiVersion: cleaned(client.apiVersion),
      deployment: cleaned(client.deployment),
    })),
    endpoints: found(where, facts.endpoints, ({ url, name }) => ({ url: scrub(url), name })),
    requests: found(where, facts.requests, (request) => ({
      ...request,
      url: scrub(request.url),
      bodyModel: cleaned(request.bodyModel),
    })),
    deployments: found(where, facts.deployments, scrub),
    apiVersions: found(where, facts.apiVersions, scrub),
    headers: found(where, facts.headers),
    environment: found(where, facts.environment),
  };
}

/** `app.py:12` for a line of a file, `code line 3` for one of a pasted piece. */
export function atLine(where: Where, line: number): Where {
  const absolute = (where.line ?? 1) - 1 + line;
  const label = where.file === undefined ? `${where.label} line ${absolute}` : `${where.file}:${absolute}`;
  return { ...where, label, line: absolute };
}

function found<T>(
  where: Where,
  entries: readonly { readonly value: T; readonly line: number }[],
  clean: (value: T) => T = (value) => value,
): readonly Found<T>[] {
  return entries
    .slice(0, MOST_FACTS)
    .map(({ value, line }) => ({ value: clean(value), where: atLine(where, line) }));
}

function cleaned(text: string | null): string | null {
  return text === null ? null : scrub(text.slice(0, 2000));
}
