import { readHost } from './hosts.js';
import { type PathReading, readPath } from './paths.js';
import { splitUrl } from './split-url.js';
import type { EndpointProblem, EndpointReading, HostKind, StyleId } from './types.js';

const CONNECTION_STRING = /^([a-z0-9]{2,40})\.api\.azureml\.ms;[^;]{1,200};[^;]{1,200};([^;]{1,200})$/i;

/**
 * Reads an endpoint, or the URL of a request, as a person has pasted it: without a scheme, in quotes, with
 * parts redacted (`<resource>`, `XXX`, `****`, `{}`, `$VAR`). Never throws, takes linear time, looks at the
 * first 4096 characters.
 * Source of the order and the paths: MicrosoftDocs/azure-ai-docs concepts-endpoints-2.md (2026-07) and the
 * reports named in `styles.ts`.
 */
export function classifyEndpoint(given: string): EndpointReading {
  const connection = CONNECTION_STRING.exec(given.trim().slice(0, 1024));
  if (connection !== null) return hubConnection(given.trim(), connection);
  const url = splitUrl(given);
  const host = readHost(url.host);
  const path = readPath(url.path, host.hostKind);
  const query = readQuery(url.query);
  const problems: EndpointProblem[] = [
    ...url.problems,
    ...host.problems,
    ...path.problems,
    ...query.problems,
  ];
  const isSecure = url.scheme === 'https' || url.scheme === 'wss' || url.scheme === null;
  if (!isSecure && host.hostKind !== 'loopback') problems.push({ kind: 'plain-http', value: url.text });
  const style = styleOf(host.hostKind, path);
  if (url.query !== '') problems.push({ kind: 'query-in-base', value: url.query });
  const isV1 = path.kind === 'openai-v1' || path.kind === 'project-v1';
  if (isV1 && query.apiVersion !== null && /^\d{4}-/.test(query.apiVersion)) {
    problems.push({ kind: 'dated-version-on-v1', value: query.apiVersion });
  }
  return {
    text: url.text,
    style,
    hostKind: host.hostKind,
    pathKind: path.kind,
    cloud: host.cloud,
    scheme: url.scheme,
    host: host.host,
    resource: host.resource,
    isRedacted: host.isRedacted,
    region: host.region,
    project: path.project,
    path: path.path,
    basePath: path.basePath,
    apiVersion: query.apiVersion,
    deployment: path.deployment,
    operation: path.operation,
    problems,
  };
}

/** Hosts that a resource has; each serves what its path says. */
const RESOURCE_ROOTS: Partial<Record<HostKind, StyleId>> = {
  foundry: 'root-foundry',
  aoai: 'root-aoai',
  cognitive: 'root-cognitive',
};

const FIXED_HOSTS: Partial<Record<HostKind, StyleId>> = {
  regional: 'regional',
  serverless: 'serverless',
  'serverless-old': 'serverless-old',
  managed: 'managed',
  'github-old': 'github-old',
  github: 'github',
  'openai-com': 'openai-com',
  apim: 'apim',
};

function styleOf(hostKind: HostKind, path: PathReading): StyleId | 'unknown' {
  const fixed = FIXED_HOSTS[hostKind];
  if (fixed !== undefined) return fixed;
  const root = RESOURCE_ROOTS[hostKind];
  const isFree = hostKind === 'loopback' || hostKind === 'redacted' || hostKind === 'typo';
  if (root === undefined && !isFree) return 'unknown';
  switch (path.kind) {
    case 'project':
      return 'foundry-project';
    case 'project-v1':
      return 'project-v1';
    case 'anthropic':
      return 'foundry-anthropic';
    case 'provider':
      return 'foundry-provider';
    case 'models':
      return 'foundry-models';
    case 'openai-v1':
      return hostKind === 'foundry' ? 'foundry-v1' : 'aoai-v1';
    case 'openai-deployment':
      return 'aoai-deployment';
    case 'openai':
      return path.operation === null ? (root ?? 'unknown') : 'aoai-dated';
    default:
      return root ?? 'unknown';
  }
}

function readQuery(query: string): { apiVersion: string | null; problems: readonly EndpointProblem[] } {
  for (const pair of query.split('&').slice(0, 50)) {
    const [name = '', value = ''] = splitPair(pair);
    if (!/^api[-_]?version$/i.test(name.trim())) continue;
    const text = value.replaceAll('%20', ' ').trim();
    const end = text.search(/[/?]/);
    const behind = end === -1 ? '' : text.slice(end);
    const apiVersion = end === -1 ? text : text.slice(0, end);
    return {
      apiVersion: apiVersion === '' ? null : apiVersion,
      // a lone slash at the end spoils the version as well
      problems: behind === '' ? [] : [{ kind: 'text-after-query', value: behind }],
    };
  }
  const slash = query.indexOf('/');
  const isPath =
    slash !== -1 && /^\/(?:chat|openai|completions|embeddings|models)\b/i.test(query.slice(slash));
  return {
    apiVersion: null,
    problems: isPath ? [{ kind: 'text-after-query', value: query.slice(slash) }] : [],
  };
}

function splitPair(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}

function hubConnection(text: string, match: RegExpExecArray): EndpointReading {
  return {
    text,
    style: 'hub-connection',
    hostKind: 'hub-connection',
    pathKind: 'other',
    cloud: 'public',
    scheme: null,
    host: null,
    resource: null,
    isRedacted: false,
    region: match[1]?.toLowerCase() ?? null,
    project: match[2] ?? null,
    path: '',
    basePath: '',
    apiVersion: null,
    deployment: null,
    operation: null,
    problems: [{ kind: 'connection-string', value: text }],
  };
}
