import type { VariableFact } from '../facts.js';

export type SecretKind = VariableFact['secretKind'];

/**
 * What a value looks like, by its form alone. Keys of Azure AI accounts are 32 letters and digits or 84
 * (https://github.com/microsoft/security-utilities, rule SEC101/200, 2025); keys of api.openai.com start
 * with `sk-`; Entra tokens are JWTs. Null: nothing that can be read as a secret.
 */
export function secretKindOf(value: string): SecretKind {
  const text = value.replace(/^(?:Bearer|Basic|Token)\s{1,4}/i, '').trim();
  if (/^sk-[\w-]{8,}/.test(text)) return 'openai-key';
  if (/^eyJ[\w-]{4,}/.test(text)) return 'jwt';
  if (/^(?:[0-9a-zA-Z]{32}|[0-9A-Za-z]{84})$/.test(text) && /\d/.test(text)) return 'azure-key';
  return text.length >= 20 && /^[\w+/=.~-]+$/.test(text) && countDigits(text) >= 4 ? 'other' : null;
}

export function countDigits(text: string): number {
  let count = 0;
  for (const character of text) if (character >= '0' && character <= '9') count += 1;
  return count;
}
