import { redact } from '../../core/redact.js';
import { stripControls } from '../../core/text.js';
import { countDigits } from './secret-kind.js';

/** Characters kept of one text: this many of its start and of its end. */
export const HALF_LIMIT = 128 * 1024;
const LINE_LIMIT = 16 * 1024;
const CUT = '[...]';

const OPENAI_KEY = /\bsk-[A-Za-z0-9_-]{12,}/g;
const WORD = /(?<![A-Za-z0-9_+])[A-Za-z0-9_+]{32,}={0,2}(?![A-Za-z0-9])/g;

/** Start and end of a long text, long lines cut, control characters gone: what every reader works on. */
export function boundText(text: string): string {
  const whole =
    text.length <= 2 * HALF_LIMIT
      ? text
      : `${text.slice(0, HALF_LIMIT)}\n${CUT}\n${text.slice(text.length - HALF_LIMIT)}`;
  return stripControls(whole, { keepLines: true })
    .split('\n')
    .map((line) => (line.length > LINE_LIMIT ? `${line.slice(0, LINE_LIMIT)}${CUT}` : line))
    .join('\n');
}

/**
 * The redactor of aimi and, since nobody needs a trace id here, bare keys as well: 32 letters and digits, or
 * a longer run with at least four digits. Controls are stripped too: an escape in JSON may have held one.
 */
export function scrub(text: string): string {
  const visible = stripControls(text, { keepLines: true });
  return redact(visible).replace(OPENAI_KEY, 'sk-***').replace(WORD, maskKey);
}

function maskKey(word: string): string {
  const digits = countDigits(word);
  const isKey = word.length === 32 ? digits >= 2 && !word.includes('_') : digits >= 4;
  return isKey ? '***' : word;
}
