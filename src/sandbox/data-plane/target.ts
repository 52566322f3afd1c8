import type { Api, Operation, Target } from './exchange.js';
import type { Resource } from './resource.js';

type Row = readonly [method: string, path: string, operation: Operation];

const MODELS: readonly Row[] = [
  ['POST', 'chat/completions', 'chat'],
  ['POST', 'embeddings', 'embeddings'],
  ['POST', 'images/embeddings', 'image-embeddings'],
  ['GET', 'info', 'info'],
];
const V1: readonly Row[] = [
  ['POST', 'chat/completions', 'chat'],
  ['POST', 'responses', 'responses'],
  ['POST', 'embeddings', 'embeddings'],
  ['GET', 'models', 'list-models'],
];
const DEPLOYMENT: readonly Row[] = [
  ['POST', 'chat/completions', 'chat'],
  ['POST', 'completions', 'completions'],
  ['POST', 'embeddings', 'embeddings'],
];
const DATED: readonly Row[] = [
  ['POST', 'responses', 'responses'],
  ['GET', 'models', 'list-models'],
  ['GET', 'deployments', 'list-deployments'],
];
const ANTHROPIC: readonly Row[] = [['POST', 'v1/messages', 'messages']];
const PROJECT: readonly Row[] = [['GET', 'deployments', 'list-project-deployments']];

/** Which API a path belongs to, and the operation; `operation` null when that API has no such path. */
export interface ReadPath {
  readonly api: Api;
  readonly isProject: boolean;
  readonly target: Target | null;
  /** The deployments listing and what goes through v1 take a key as a bearer value. */
  readonly takesBearerKey: boolean;
}

/** Null: no API begins like this. Source of the routes: Microsoft's endpoint pages and SDKs, 2026-11. */
export function readPath(method: string, path: string): ReadPath | null {
  const clean = path.replace(/^\/{1,8}/, '').replace(/\/{1,8}$/, '');
  const project = /^api\/projects\/([^/]{1,128})(?:\/(.*))?$/i.exec(clean);
  if (project !== null) return inProject(method, decode(project[1] ?? ''), project[2] ?? '');
  return plain(method, clean, false);
}

function inProject(method: string, name: string, rest: string): ReadPath {
  const v1 = /^openai\/v1(?:\/|$)/i.test(rest) ? plain(method, rest, true) : null;
  if (v1 !== null) return v1;
  const target = find(PROJECT, method, rest, { api: 'project', isProject: true, name });
  return { api: 'project', isProject: true, target, takesBearerKey: target !== null };
}

function plain(method: string, path: string, isProject: boolean): ReadPath | null {
  const [, head = '', rest = ''] = /^([^/]*)\/?(.*)$/.exec(path) ?? [];
  const here = { isProject, name: '' };
  switch (head.toLowerCase()) {
    case 'models':
      return {
        api: 'models',
        isProject,
        target: find(MODELS, method, rest, { api: 'models', ...here }),
        takesBearerKey: false,
      };
    case 'anthropic':
      return {
        api: 'anthropic',
        isProject,
        target: find(ANTHROPIC, method, rest, { api: 'anthropic', ...here }),
        takesBearerKey: true,
      };
    case 'openai':
      return openai(method, rest, isProject);
    default:
      return null;
  }
}

function openai(method: string, path: string, isProject: boolean): ReadPath {
  const v1 = /^v1(?:\/(.*))?$/i.exec(path);
  if (v1 !== null) {
    const target = find(V1, method, v1[1] ?? '', { api: 'v1', isProject, name: '' });
    return { api: 'v1', isProject, target, takesBearerKey: true };
  }
  const deployment = /^deployments\/([^/]{1,128})\/(.*)$/i.exec(path);
  const target =
    deployment === null
      ? find(DATED, method, path, { api: 'dated', isProject, name: '' })
      : find(DEPLOYMENT, method, deployment[2] ?? '', {
          api: 'dated',
          isProject,
          name: decode(deployment[1] ?? ''),
        });
  return { api: 'dated', isProject, target, takesBearerKey: target?.operation === 'list-deployments' };
}

/** Does this host serve that API? The shared host of a region has the dated API alone. */
export function servesApi(resource: Resource, read: ReadPath): boolean {
  if (resource.kind === 'regional') return read.api === 'dated';
  if (read.api === 'v1' || read.api === 'dated')
    return !read.isProject || resource.account.kind === 'AIServices';
  if (resource.account.kind !== 'AIServices') return false;
  return resource.kind === 'any' || resource.kind === 'foundry' || read.api === 'anthropic';
}

function find(
  rows: readonly Row[],
  method: string,
  path: string,
  base: Omit<Target, 'operation'>,
): Target | null {
  const row = rows.find(([one, route]) => one === method && route === path.toLowerCase());
  return row === undefined ? null : { ...base, operation: row[2] };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
