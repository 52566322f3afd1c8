import type { Facts } from '../facts.js';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ProbeKey {
  /** The variable it comes from; the only thing that is ever printed of it. */
  readonly name: string;
  readonly value: string;
}

/** Variables that hold a key of an Azure resource, in the order in which SDKs and samples read them. */
const KEY_VARIABLES = [
  'AZURE_OPENAI_API_KEY',
  'AZURE_OPENAI_KEY',
  'AZURE_AI_KEY',
  'AZURE_AI_API_KEY',
  'AZURE_INFERENCE_CREDENTIAL',
  'AZURE_INFERENCE_KEY',
  'AZUREAI_API_KEY',
] as const;

/** 32 letters and digits, or 84 of them (microsoft/security-utilities, SEC101/200, 2025). */
const AZURE_KEY = /^(?:[0-9A-Za-z]{32}|[A-Za-z0-9]{84})$/;
/** `aimi sandbox` hands these out; a server on this machine gets no other. */
const SANDBOX_KEY = /^sandbox-key-[A-Za-z0-9-]{1,120}$/;

/**
 * The key to probe with: from the process's own environment, under a name that the facts know, and in the form
 * of an Azure key. A key of api.openai.com or a token is never sent as one.
 */
export function findProbeKey(facts: Facts, env: Environment, isLoopback: boolean): ProbeKey | null {
  const known = new Set(facts.environment.map(({ value }) => value.name));
  for (const name of KEY_VARIABLES) {
    const value = env[name]?.trim() ?? '';
    const hasForm = SANDBOX_KEY.test(value) || (!isLoopback && AZURE_KEY.test(value));
    if (known.has(name) && hasForm) return { name, value };
  }
  return null;
}
