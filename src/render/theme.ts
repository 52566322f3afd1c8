/**
 * How a view may look. Views are pure: `(data, theme) => string`. Colour never carries meaning alone, so a
 * plain theme loses nothing.
 */
export interface Theme {
  readonly style: Readonly<Record<StyleName, (text: string) => string>>;
  readonly symbols: Readonly<Record<SymbolName, string>>;
  /** Columns to fit into; null when the output is not a terminal, and then nothing is cut or wrapped. */
  readonly width: number | null;
  /** Commands to copy are written for PowerShell, not for a POSIX shell. */
  readonly isPowerShell?: boolean;
  /** For a screen reader: facts as `name: value` lines, one after another, nothing that needs an eye for columns. */
  readonly isLinear: boolean;
  /** Makes laid-out text a link to an https address; gives it back as it is where links do not work. */
  readonly link: (text: string, address: string) => string;
}

export type StyleName = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan' | 'underline';
export type SymbolName =
  | 'ok'
  | 'fail'
  | 'warn'
  | 'skip'
  | 'info'
  | 'bullet'
  /** Before what to do next. */
  | 'hint'
  /** Between what is and what will be. */
  | 'arrow'
  | 'ellipsis'
  | 'dash';

const same = (text: string): string => text;

export const PLAIN_STYLE: Theme['style'] = {
  bold: same,
  dim: same,
  red: same,
  green: same,
  yellow: same,
  cyan: same,
  underline: same,
};

export const UNICODE_SYMBOLS: Theme['symbols'] = {
  ok: '✓',
  fail: '✗',
  warn: '!',
  skip: '-',
  info: 'i',
  bullet: '•',
  hint: '→',
  arrow: '→',
  ellipsis: '…',
  dash: '–',
};

export const ASCII_SYMBOLS: Theme['symbols'] = {
  ok: 'ok',
  fail: 'x',
  warn: '!',
  skip: '-',
  info: 'i',
  bullet: '*',
  hint: '->',
  arrow: '->',
  ellipsis: '...',
  dash: '-',
};

/** Marks as words, because a screen reader says "heavy check mark" or nothing. */
export const SPOKEN_SYMBOLS: Theme['symbols'] = {
  ok: 'Done:',
  fail: 'Error:',
  warn: 'Warning:',
  skip: 'Skipped:',
  info: 'Note:',
  bullet: '-',
  hint: 'Hint:',
  arrow: 'to',
  ellipsis: '...',
  dash: '-',
};

/** No colour, no links, Unicode symbols, no width: what a pipe gets, and what tests compare with. */
export const PLAIN_THEME: Theme = {
  style: PLAIN_STYLE,
  symbols: UNICODE_SYMBOLS,
  width: null,
  isLinear: false,
  link: same,
};

/** A view turns a result into text that ends with a newline (or is empty). */
export type View<T> = (data: T, theme: Theme) => string;
