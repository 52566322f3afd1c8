const OPENAI_KEY = /\bsk-[A-Za-z0-9_-]{6,}/g;
const JWT = /\beyJ[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]{0,8192}){0,2}/g;
const LONG_WORD = /(?<![A-Za-z0-9_+])[A-Za-z0-9_+]{32,}={0,2}(?![A-Za-z0-9])/g;
const NAMED =
  /((?:key|secret|token|password|passwd|pwd|credential|signature|sig)["'`]?\s{0,3}(?:[:=]|\()\s{0,3}["'`])([^"'`\n]{1,4096})(?=["'`])/gi;

/**
 * Masks secrets written out in a text and keeps words that only describe one (`<Entra access token>`,
 * `os.environ["KEY"]`), because those say what the caller passes. `redact` still goes over whatever is shown.
 */
export function maskLiterals(text: string): string {
  return text
    .replace(NAMED, (whole, name: string, value: string) => (isDescription(value) ? whole : `${name}***`))
    .replace(OPENAI_KEY, 'sk-***')
    .replace(JWT, 'eyJ***')
    .replace(LONG_WORD, (word) => (/\d[^\d]{0,32}\d/.test(word) ? '***' : word));
}

/** Template text, a masked value, a form of key that says whose it is, or a plain word. */
function isDescription(value: string): boolean {
  return /^[<{*$[.]|^sk-|^eyJ|^(?:your|my)[-_ ]|^\.{2,}/i.test(value);
}
