import { classifyEndpoint } from '../../core/endpoints/classify.js';
import type { EndpointReading } from '../../core/endpoints/types.js';
import type { ClientFact, Facts, Found, Where } from '../facts.js';
import { type ClientFamily, familyOf } from './client-family.js';

/** One URL with what it says by itself. */
export interface ReadUrl {
  readonly reading: EndpointReading;
  readonly name: string | null;
  readonly where: Where;
}

export interface KnownClient {
  readonly fact: ClientFact;
  readonly family: ClientFamily;
  readonly base: ReadUrl | null;
  readonly where: Where;
}

/** The facts as the checks and signals need them: URLs classified, clients named, versions in one list. */
export interface Picture {
  readonly facts: Facts;
  /** Configured base URLs, also those given to a client. */
  readonly bases: readonly ReadUrl[];
  /** URLs that were really requested. */
  readonly requests: readonly ReadUrl[];
  readonly clients: readonly KnownClient[];
  readonly apiVersions: readonly Found<string>[];
  readonly deployments: readonly Found<string>[];
  readonly statuses: ReadonlySet<number>;
}

const VERSION_NAME = /api_?ver(?:sion)?$/i;
const BASE_NAME = /(?:endpoint|base|base_?url|api_?host|host|url|resource)$/i;

/** Reads the facts once for everything that judges them. Pure. */
export function pictureOf(facts: Facts): Picture {
  const clients = facts.clients.flatMap((found) => clientOf(found, facts));
  const bases = distinctUrls([
    ...facts.endpoints.map(({ value, where }) => readUrl(value.url, value.name, where)),
    ...clients.flatMap((client) => (client.base === null ? [] : [client.base])),
    ...facts.environment.flatMap(({ value, where }) =>
      value.value !== null && !value.isSecret && BASE_NAME.test(value.name) && isUrlLike(value.value)
        ? [readUrl(value.value, value.name, where)]
        : [],
    ),
  ]);
  const requests = distinctUrls(
    facts.requests
      .filter(({ value }) => !isSaidToWork(value.url, facts.texts))
      .map(({ value, where }) => readUrl(value.url, null, where)),
  );
  return {
    facts,
    bases,
    requests,
    clients,
    apiVersions: versionsOf(facts, [...requests, ...bases], clients),
    deployments: distinct([
      ...facts.deployments,
      ...clients.flatMap(({ fact, where }) =>
        fact.deployment === null ? [] : [{ value: fact.deployment, where }],
      ),
      ...[...requests, ...bases].flatMap(({ reading, where }) =>
        reading.deployment === null ? [] : [{ value: reading.deployment, where }],
      ),
    ]),
    statuses: new Set(facts.responses.flatMap(({ value }) => (value.status === null ? [] : [value.status]))),
  };
}

export function readUrl(url: string, name: string | null, where: Where): ReadUrl {
  return { reading: classifyEndpoint(url), name, where };
}

function clientOf(found: Facts['clients'][number], facts: Facts): readonly KnownClient[] {
  const { value: fact, where } = found;
  const given = familyOf(fact.className, fact.packageName);
  if (given === null) return [];
  // Azure.AI.OpenAI 1.x and the @azure/openai betas name their client OpenAIClient and take the endpoint first
  const family =
    given === 'openai' && fact.className === 'OpenAIClient' && fact.baseUrl !== null ? 'azure-openai' : given;
  const variable = facts.environment.find(({ value }) => value.name === fact.baseUrlVariable);
  const url = fact.baseUrl ?? variable?.value.value ?? null;
  const base = url === null ? null : readUrl(url, fact.baseUrlParameter, where);
  return [{ fact, family, base, where }];
}

function versionsOf(
  facts: Facts,
  urls: readonly ReadUrl[],
  clients: readonly KnownClient[],
): readonly Found<string>[] {
  const working = facts.requests
    .filter(({ value }) => isSaidToWork(value.url, facts.texts))
    .map(({ value }) => value.url);
  const isOfWorking = ({ value, where }: Found<string>) =>
    where.kind === 'error-text' && working.some((url) => url.includes(value));
  return distinct([
    ...urls.flatMap(({ reading, where }) =>
      reading.apiVersion === null ? [] : [{ value: reading.apiVersion, where }],
    ),
    ...clients.flatMap(({ fact, where }) =>
      fact.apiVersion === null ? [] : [{ value: fact.apiVersion, where }],
    ),
    ...facts.apiVersions.filter((found) => !isOfWorking(found)),
    ...facts.environment.flatMap(({ value, where }) =>
      value.value !== null && VERSION_NAME.test(value.name) ? [{ value: value.value, where }] : [],
    ),
  ]).filter(({ value }) => !/[<{*$.]|^x+$/i.test(value) && /\d|^(?:preview|latest|v1)$/i.test(value));
}

/** A report often shows the call that works beside the one that fails: `POST https://... -> 200`. */
function isSaidToWork(url: string, texts: Facts['texts']): boolean {
  return texts.some(({ value }) => {
    const at = value.indexOf(url);
    if (at === -1) return false;
    const before = value.slice(Math.max(0, at - 40), at);
    const after = value.slice(at + url.length, at + url.length + 24);
    return (
      /(?:correct|works|working|expected|should be|\b200\b)\b[^\n]{0,16}$/i.test(before) ||
      /^[^\n]{0,8}(?:works?\b|\b200\b|\bok\b)/i.test(after)
    );
  });
}

function isUrlLike(value: string): boolean {
  return /[./:]/.test(value) || /azure/i.test(value);
}

function distinct<T>(list: readonly Found<T>[]): readonly Found<T>[] {
  const seen = new Set<T>();
  return list.filter(({ value }) => (seen.has(value) ? false : seen.add(value)));
}

function distinctUrls(list: readonly ReadUrl[]): readonly ReadUrl[] {
  const seen = new Set<string>();
  return list.filter(({ reading }) => (seen.has(reading.text) ? false : seen.add(reading.text)));
}
