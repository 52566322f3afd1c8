/** What builds the request. Kinds of one family put the same request on the wire. */
export const CLIENT_KINDS = [
  'azure-openai',
  'azure-openai-legacy',
  'openai',
  'openai-legacy',
  'ai-inference',
  'ai-projects',
  'anthropic-foundry',
  'anthropic',
  'cohere',
  'mistral',
  'mistral-azure',
  'ai21',
  'litellm',
  'langchain-azure',
  'langchain-openai',
  'langchain-inference',
  'semantic-kernel-azure',
  'semantic-kernel-openai',
  'semantic-kernel-inference',
  'llama-index-azure',
  'llama-index-openai',
  'llama-index-inference',
  'vercel-azure',
  'vercel-openai',
] as const;

export type ClientKind = (typeof CLIENT_KINDS)[number];

/** How the request is put together. */
export type WireFamily =
  | 'azure-openai'
  | 'openai'
  | 'ai-inference'
  | 'ai-projects'
  | 'anthropic'
  | 'cohere'
  | 'mistral'
  | 'mistral-azure'
  | 'ai21'
  | 'vercel-azure'
  | 'litellm';

export type Ecosystem = 'pypi' | 'npm' | 'nuget' | 'maven' | 'go';

export interface Sourced {
  /** Where the fact stands. */
  readonly source: string;
  /** Day of the fact or of reading it, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
}
