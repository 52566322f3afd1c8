import type { Task } from '../catalog/task.js';

export const SNIPPET_SDKS = [
  'python-openai',
  'js-openai',
  'python-inference',
  'js-inference',
  'python-anthropic',
  'js-anthropic',
  'dotnet',
  'java',
  'go',
  'curl',
] as const;
export type SnippetSdk = (typeof SNIPPET_SDKS)[number];

export const SNIPPET_AUTHS = ['key', 'entra'] as const;
export type SnippetAuth = (typeof SNIPPET_AUTHS)[number];

/** Tasks that a call is known for. */
export const SNIPPET_TASKS = ['chat', 'responses', 'embeddings'] as const satisfies readonly Task[];
export type SnippetTask = (typeof SNIPPET_TASKS)[number];

/** A call that works for one deployment; the JSON contract of `aimi snippet`. */
export interface Snippet {
  readonly deployment: string;
  readonly sdk: SnippetSdk;
  readonly task: SnippetTask;
  readonly auth: SnippetAuth;
  readonly clientClass: string;
  readonly baseUrl: string;
  /** Null where the route takes none. */
  readonly apiVersion: string | null;
  /** Scope of the token; null with a key. */
  readonly scope: string | null;
  /** Variable that holds the key; null with Entra. */
  readonly keyVariable: string | null;
  /** Command that installs what is needed; null for curl. */
  readonly install: string | null;
  readonly code: string;
  /** What to know before it is used: retirement, versions. */
  readonly notes: readonly string[];
}

/** What a template gets; every value is safe to stand in a string literal. */
export interface SnippetParts {
  readonly baseUrl: string;
  readonly deployment: string;
  readonly task: SnippetTask;
  readonly auth: SnippetAuth;
  readonly scope: string;
}

export interface SnippetTemplate {
  readonly clientClass: (task: SnippetTask) => string;
  readonly keyVariable: string;
  readonly install: (auth: SnippetAuth) => string | null;
  readonly tasks: readonly SnippetTask[];
  readonly notes: readonly string[];
  readonly apiVersion: string | null;
  readonly write: (parts: SnippetParts) => string;
}
