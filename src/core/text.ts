export interface StripOptions {
  /** Keeps line feeds and tabs; without it each run of line breaks and tabs becomes one blank. */
  readonly keepLines?: boolean;
  /** Keeps colour and weight sequences (`ESC [ ... m`), which move nothing and write nothing. */
  readonly keepStyles?: boolean;
}

// C0, DEL, C1; then the characters that reorder text or break lines without being control characters:
// U+061C, U+200E-200F, U+2028-202E, U+2066-2069 (https://www.unicode.org/reports/tr9/, section 2).
const SUSPECT = /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const SUSPECTS = new RegExp(SUSPECT.source, 'g');

// ECMA-48: string sequences (OSC, DCS, SOS, PM, APC) with their end, control sequences, other escapes.
const ESCAPES = new RegExp(
  [
    '(?:\\x1b[\\]PX^_]|[\\x90\\x98\\x9d-\\x9f])[^\\x07\\x1b\\x80-\\x9f]*(?:\\x07|\\x1b\\\\|\\x9c)',
    '(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]',
    '\\x1b[ -/]*[0-~]',
  ].join('|'),
  'g',
);
const STYLE = /^\x1b\[[0-9;:]*m$/;
const STYLES = /(\x1b\[[0-9;:]*m)/;
const LINE_BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const BLANKS = /[\n\t]+/g;

/**
 * Makes text from outside safe for a terminal: removes control characters, escape sequences (an unfinished
 * one loses its start) and bidirectional overrides. Line breaks of every kind become a blank, or a line
 * feed with `keepLines`.
 */
export function stripControls(text: string, options: StripOptions = {}): string {
  if (!SUSPECT.test(text)) return text;
  const { keepLines = false, keepStyles = false } = options;
  const visible = text.replace(ESCAPES, (sequence) => (keepStyles && STYLE.test(sequence) ? sequence : ''));
  if (!keepStyles) return stripCharacters(visible, keepLines);
  return visible
    .split(STYLES)
    .map((part) => (STYLE.test(part) ? part : stripCharacters(part, keepLines)))
    .join('');
}

function stripCharacters(text: string, keepLines: boolean): string {
  const lines = text.replace(LINE_BREAKS, '\n');
  const spaced = keepLines ? lines : lines.replace(BLANKS, ' ');
  return spaced.replace(SUSPECTS, (character) => (character === '\n' || character === '\t' ? character : ''));
}
