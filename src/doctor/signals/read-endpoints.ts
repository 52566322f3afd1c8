import type { EndpointProblemKind, EndpointReading, StyleId } from '../../core/endpoints/types.js';
import type { Picture, ReadUrl } from '../engine/picture.js';
import type { DerivedSignalId } from './derived-table.js';
import type { Sighting } from './signal-set.js';

const STYLE_SIGNALS: Partial<Record<StyleId | 'unknown', DerivedSignalId>> = {
  'foundry-models': 'base-models',
  'foundry-v1': 'base-v1',
  'aoai-v1': 'base-v1',
  'foundry-project': 'base-project',
  'project-v1': 'base-project',
  'foundry-anthropic': 'base-anthropic',
  'foundry-provider': 'base-provider',
  'aoai-deployment': 'base-deployment',
  serverless: 'base-serverless',
  'serverless-old': 'base-serverless',
  managed: 'base-managed',
  regional: 'base-regional',
  'github-old': 'base-github',
  github: 'base-github',
  'openai-com': 'base-openai-com',
  apim: 'base-gateway',
};

const PROBLEM_SIGNALS: Partial<Record<EndpointProblemKind, DerivedSignalId>> = {
  'operation-in-base': 'base-operation',
  'query-in-base': 'base-query',
  'doubled-path': 'base-doubled',
  'text-after-query': 'base-doubled',
  'url-in-url': 'base-malformed',
  'trailing-slash': 'base-trailing-slash',
  placeholder: 'base-template',
  'no-scheme': 'base-malformed',
  'bad-scheme': 'base-malformed',
  blank: 'base-malformed',
  quoted: 'base-malformed',
  'typo-host': 'base-malformed',
  'not-a-url': 'base-malformed',
  'portal-url': 'base-malformed',
  'connection-string': 'base-malformed',
  'double-slash': 'base-malformed',
  'singular-model': 'base-malformed',
  'extra-segments': 'base-doubled',
};

/** What the configured base URLs say by themselves. */
export function readBases(picture: Picture): readonly Sighting[] {
  return picture.bases.flatMap((base) => {
    const { reading, where } = base;
    const text = `The base URL is ${reading.text}`;
    const ids = [
      ...styleIds(reading),
      ...reading.problems.flatMap(({ kind }) => PROBLEM_SIGNALS[kind] ?? []),
    ];
    if (reading.hostKind === 'foundry') ids.push('base-foundry-host');
    if (isAzureHost(reading)) ids.push('base-known');
    // an application's own field for the whole target address takes query and operation
    return withoutDuplicates(ids).map((id) => ({ id, text, where }));
  });
}

function styleIds(reading: EndpointReading): DerivedSignalId[] {
  if (reading.hostKind === 'provider-com') return ['base-maker'];
  if (
    reading.style === 'root-aoai' ||
    reading.style === 'root-foundry' ||
    reading.style === 'root-cognitive'
  ) {
    return reading.pathKind === 'openai' ? ['base-openai-folder'] : reading.path === '' ? ['base-root'] : [];
  }
  if (reading.hostKind === 'other') return ['base-gateway'];
  const id = STYLE_SIGNALS[reading.style];
  return id === undefined ? [] : [id];
}

/** What the requests that were sent say by themselves. */
export function readRequests(picture: Picture): readonly Sighting[] {
  return picture.requests.flatMap((request) =>
    withoutDuplicates(['request-known' as const, ...requestIds(request)]).map((id) => ({
      id,
      text: `The request went to ${request.reading.text}`,
      where: request.where,
    })),
  );
}

function requestIds({ reading }: ReadUrl): DerivedSignalId[] {
  const ids: DerivedSignalId[] = [];
  const kinds = new Set(reading.problems.map(({ kind }) => kind));
  if (reading.hostKind === 'openai-com') ids.push('request-openai-com');
  if (reading.hostKind === 'provider-com') ids.push('request-maker');
  if (reading.hostKind === 'regional') ids.push('request-regional');
  if (isServerless(reading)) ids.push('request-serverless');
  if (isServerless(reading) && /^\/openai\//.test(reading.path)) ids.push('request-azure-on-serverless');
  if (reading.hostKind === 'apim' || reading.hostKind === 'other') ids.push('request-gateway');
  if (kinds.has('doubled-path') || kinds.has('text-after-query') || kinds.has('url-in-url')) {
    ids.push('request-doubled');
    return ids;
  }
  if (reading.style === 'foundry-models') {
    ids.push('request-models');
    if (reading.apiVersion === null && reading.operation !== null) ids.push('request-no-version');
  }
  if (reading.style === 'foundry-v1' || reading.style === 'aoai-v1') ids.push('request-v1');
  if (reading.style === 'foundry-project' || reading.style === 'project-v1') ids.push('request-project');
  if (reading.pathKind === 'operation' && mayBeAzure(reading)) ids.push('request-bare-operation');
  if (/^\/(?:v1\/)?deployments\//.test(reading.path)) ids.push('request-outside-openai');
  if (reading.pathKind === 'v1' && isAzureHost(reading)) ids.push('request-bare-operation');
  if (reading.style === 'aoai-deployment' || reading.style === 'aoai-dated') {
    const isResponses = /^(?:responses|files|models|assistants|threads)/.test(reading.operation ?? '');
    if (reading.style === 'aoai-dated' && !isResponses) ids.push('request-no-deployment');
    if (reading.apiVersion === null && reading.operation !== null) ids.push('request-no-version');
    if (
      reading.apiVersion !== null &&
      reading.style === 'aoai-deployment' &&
      reading.operation !== null &&
      !isResponses
    ) {
      ids.push('request-dated-ok');
    }
  }
  return ids;
}

function isServerless({ hostKind }: EndpointReading): boolean {
  return hostKind === 'serverless' || hostKind === 'serverless-old';
}

function mayBeAzure(reading: EndpointReading): boolean {
  return isAzureHost(reading) || reading.hostKind === 'redacted';
}

export function isAzureHost({ hostKind }: EndpointReading): boolean {
  return ['foundry', 'aoai', 'cognitive', 'regional', 'serverless', 'serverless-old', 'managed'].includes(
    hostKind,
  );
}

function withoutDuplicates<T>(list: readonly T[]): readonly T[] {
  return [...new Set(list)];
}
