const MASK = '***';

/** Names whose value is a secret, in the spellings of headers, JSON bodies, query strings and variables. */
const SECRET_NAMES = [
  'api[-_]?key',
  'subscription[-_]?key',
  '(?:account|primary|secondary|shared|access|admin|master|storage)[-_ ]?(?:access[-_ ]?)?key[12]?',
  'client[-_]?secret',
  '(?:access|refresh|id|bearer|auth|sas|session|identity)[-_]?token',
  'client[-_]?assertion',
  'password|passwd|passphrase',
  'sharedaccesssignature|code[-_]?verifier|identity[-_]?header',
].join('|');
/** Short words: only whole, and `sig` and `pwd` with any value, the others with one as long as a secret. */
const SHORT_NAMES = 'sig|pwd';
const VAGUE_NAMES = 'key[12]?|secret|secret[-_]?(?:value|text)|token|assertion|signature';

// Optional quotes (also escaped ones, of JSON in JSON), `:` or `=`, then the value.
const AFTER_NAME = String.raw`(?:\\?["'])?\s{0,4}[:=]\s{0,4}`;
const QUOTED = String.raw`\\"(?:[^"\\]|\\(?!"))*\\"|"(?:[^"\\]|\\.)*"|'[^']*'`;
const BARE = String.raw`\\?["']?[^\s"'&,;{}\[\]\\]`;
const NAMED = new RegExp(
  `((?:${SECRET_NAMES}|(?<![a-z0-9])(?:${SHORT_NAMES}))${AFTER_NAME})(${QUOTED}|${BARE}+)`,
  'gi',
);
const VAGUELY_NAMED = new RegExp(
  String.raw`((?<![a-z0-9])(?:${VAGUE_NAMES})${AFTER_NAME})(${BARE}{16,}(?:\\?["'])?)`,
  'gi',
);
const AUTHORIZATION = /((?:proxy-)?authorization(?:\\?["'])?\s{0,4}[:=]\s{0,4}\\?["']?)([^"'\\\r\n]+)/gi;
const COOKIE = /((?:set-)?cookie(?:\\?["'])?\s{0,4}[:=]\s{0,4}\\?["']?)([^"'\\\r\n]+)/gi;
const BEARER =
  /\b(Bearer|Basic|SharedAccessSignature)\s+(?=[A-Za-z0-9+/=._~-]*[\d+/=._~-])[A-Za-z0-9+/=._~-]{8,}/g;
const JWT = /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)*/g;
// The forms of a newer Azure key (84 letters and digits, or 86 and `==`) and of a client secret: rules
// SEC101/200 and SEC101/156 of https://github.com/microsoft/security-utilities, 2025.
const LONG_KEY = /(?<![A-Za-z0-9])[A-Za-z0-9]{84}(?:[A-Za-z0-9]{2}==)?(?![A-Za-z0-9])/g;
const CLIENT_SECRET = /(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])/g;
const PRIVATE_KEY = /-----BEGIN ([A-Z ]*)PRIVATE KEY-----[\s\S]*?(?:-----END \1PRIVATE KEY-----|$)/g;
const USER_INFO = /\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/?#@"']{1,256}@/gi;

/**
 * The one redactor: replaces tokens, keys, passwords and signatures in any text by `***`. It goes by form
 * (JWT, 84-character keys, client secrets, private keys) and by name (`api-key: ...`, `"key1":"..."`,
 * `sig=...`); a bare 32-digit key is only known by its name, because trace ids look the same.
 */
export function redact(text: string): string {
  return text
    .replace(PRIVATE_KEY, MASK)
    .replace(AUTHORIZATION, `$1${MASK}`)
    .replace(COOKIE, `$1${MASK}`)
    .replace(NAMED, (_match, name: string, value: string) => name + maskValue(value))
    .replace(VAGUELY_NAMED, (_match, name: string, value: string) => name + maskValue(value))
    .replace(BEARER, `$1 ${MASK}`)
    .replace(JWT, MASK)
    .replace(LONG_KEY, MASK)
    .replace(CLIENT_SECRET, MASK)
    .replace(USER_INFO, `$1${MASK}@`);
}

/** The same for data: every string in it, and every value whose key names a secret. */
export function redactData(value: unknown): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map(redactData);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]: [string, unknown]) => {
      const isSecret = typeof entry === 'string' && !isVariable(entry) && isSecretName(key, entry.length);
      return [key, isSecret ? MASK : redactData(entry)];
    }),
  );
}

function isSecretName(name: string, length: number): boolean {
  const line = `${name}=${'x'.repeat(Math.min(length, 16))}`;
  return length > 0 && redact(line) !== line;
}

/** `env_key = "AZURE_OPENAI_API_KEY"`: where a secret is kept, not what it is. */
function isVariable(value: string): boolean {
  return /^[A-Z]+(?:_[A-Z]+)*_(?:KEY|TOKEN|SECRET|PASSWORD)\d?$/.test(value);
}

/** Keeps the quotes, so that JSON stays JSON, and the bracket that ends a call around a bare value. */
function maskValue(value: string): string {
  const quote = /^\\?["']/.exec(value)?.[0] ?? '';
  const bare = value.slice(quote.length);
  if (isVariable(bare.replace(/\)*$|\\?["']\)*$/, ''))) return value;
  const bracket = bare.includes('(') ? '' : (/\)[).]*$/.exec(bare)?.[0] ?? '');
  return quote + MASK + quote + bracket;
}
