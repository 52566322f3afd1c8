import type { HeaderFact } from '../facts.js';
import { secretKindOf } from './secret-kind.js';

const SCHEME =
  /^(Bearer|Basic|Digest|Negotiate|NTLM|SharedKey|SharedAccessSignature|Token|AWS4-HMAC-SHA256)(?:\s|$)/i;
/** What logs print in place of a value: its length says nothing. */
const WITHHELD =
  /^(?:redacted|\[redacted\]|<redacted>|\*+|<[^<>]{0,60}>|\{[^{}]{0,60}\}|x{3,}|\.{3,}|\$\{?\w{1,60}\}?)$/i;

/** A header without its value: size in bytes, scheme, and what kind of secret it looks like. */
export function headerFact(name: string, value: string | null): HeaderFact {
  if (value === null) return { name, valueBytes: null, scheme: null, secretKind: null };
  const text = value.trim();
  const bare = text.replace(/^(?:Bearer|Basic)\s{1,4}/i, '');
  const isAuthorization = /authorization$/i.test(name);
  return {
    name,
    valueBytes: WITHHELD.test(bare) ? null : new TextEncoder().encode(text).length,
    scheme: isAuthorization ? (SCHEME.exec(text)?.[1] ?? null) : null,
    secretKind: secretKindOf(text),
  };
}
