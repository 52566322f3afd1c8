import type { SandboxCatalog } from '../catalog.js';
import type { SandboxState } from '../state.js';
import type { Resource } from './resource.js';

/** One call of an inference client, as it came over the wire. */
export interface DataRequest {
  readonly method: string;
  /** Host by which the resource is meant, without a port; a bare subdomain stands for all its hosts. */
  readonly host: string;
  /** From the resource root on, not decoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case, one entry for each line of the wire. */
  readonly headers: readonly (readonly [string, string])[];
  /** Parsed JSON; undefined without a body or when it is not JSON. */
  readonly body: unknown;
}

export type DataBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string; readonly type: string }
  /** Server-sent events, each a whole block that ends with an empty line. */
  | { readonly kind: 'events'; readonly blocks: readonly string[] };

export interface DataReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: DataBody;
}

export type Api = 'models' | 'v1' | 'dated' | 'anthropic' | 'project';
export type Operation =
  | 'chat'
  | 'completions'
  | 'embeddings'
  | 'image-embeddings'
  | 'responses'
  | 'messages'
  | 'info'
  | 'list-models'
  | 'list-deployments'
  | 'list-project-deployments';

/** What the path asks for; `isProject` when it goes through a project, whatever API it speaks there. */
export interface Target {
  readonly api: Api;
  readonly operation: Operation;
  readonly isProject: boolean;
  /** Deployment (dated) or project, decoded; empty when the path names none. */
  readonly name: string;
}

/** A request that has found its resource and passed the gates. */
export interface DataExchange {
  readonly request: DataRequest;
  readonly resource: Resource;
  readonly target: Target;
  readonly state: SandboxState;
  readonly catalog: SandboxCatalog;
  readonly now: Date;
}

/** Value of the first header line of that name. */
export function headerOf(request: DataRequest, name: string): string | undefined {
  return request.headers.find(([one]) => one === name)?.[1];
}

export function jsonReply(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): DataReply {
  return { status, headers, body: { kind: 'json', value } };
}
