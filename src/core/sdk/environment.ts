import type { ClientClass, EnvironmentReads } from './classes.js';
import type { Sourced } from './types.js';

export type VariableRole = keyof EnvironmentReads;

export interface VariableTrap extends Sourced {
  readonly name: string;
  /** What a wrong or unexpected value does. */
  readonly effect: string;
}

/** Variables that win over, or are taken for, the one meant. */
export const VARIABLE_TRAPS: readonly VariableTrap[] = [
  {
    name: 'OPENAI_BASE_URL',
    effect:
      'openai 1.x and later read it for OpenAI and for AzureOpenAI; with azure_endpoint given as well AzureOpenAI refuses both',
    source: 'openai/openai-python src/openai/lib/azure.py and _client.py; openai/openai-node src/azure.ts',
    date: '2026-11',
  },
  {
    name: 'OPENAI_API_BASE',
    effect:
      'read by openai 0.x and LangChain, not by openai 1.x; LangChain takes it as base URL of AzureChatOpenAI too',
    source: 'openai/openai-python v0.28.1; langchain-ai/langchain langchain_openai/chat_models/azure.py',
    date: '2026-11',
  },
  {
    name: 'OPENAI_API_KEY',
    effect:
      'in Python AzureOpenAI falls back to it when AZURE_OPENAI_API_KEY is not set: a key of api.openai.com goes to Azure',
    source: 'openai/openai-python src/openai/lib/azure.py',
    date: '2026-11',
  },
  {
    name: 'OPENAI_API_VERSION',
    effect: 'the only variable that AzureOpenAI reads api-version from; AZURE_OPENAI_API_VERSION is not read',
    source: 'openai/openai-python src/openai/lib/azure.py; openai/openai-node src/azure.ts',
    date: '2026-11',
  },
  {
    name: 'OPENAI_API_TYPE',
    effect:
      'openai 0.x and older LangChain switch to Azure by it; openai 1.x reads it for module-level calls only',
    source: 'openai/openai-python src/openai/__init__.py and v0.28.1',
    date: '2026-11',
  },
  {
    name: 'AZURE_OPENAI_AD_TOKEN',
    effect: 'Python AzureOpenAI sends it beside or instead of the key; a stale one gives 401',
    source: 'openai/openai-python src/openai/lib/azure.py',
    date: '2026-11',
  },
];

/** Each variable a class reads, with what it sets and its place in the order (0 wins). */
export function variablesRead(
  row: ClientClass,
): readonly { readonly role: VariableRole; readonly name: string; readonly order: number }[] {
  const roles: readonly VariableRole[] = ['root', 'base', 'key', 'token', 'apiVersion', 'deployment'];
  return roles.flatMap((role) => (row.reads[role] ?? []).map((name, order) => ({ role, name, order })));
}
