import { ASCII_SYMBOLS, UNICODE_SYMBOLS } from '../render/theme.js';
import { fold, shownLength } from './fold.js';

type Paint = (text: string) => string;

/** What a question says beside its message, while it is open. */
export interface PromptHints {
  /** Under the message, before what is typed. */
  readonly about?: string;
  readonly columns?: number;
  /** Behind the message: a word on how to answer. */
  readonly hint?: string;
  /** Columns that the question prints behind its message. */
  readonly reserved?: number;
  /** Under a list, before its keys. */
  readonly legend?: string;
  /** Where Escape leads; absent when it does nothing. Lists name it among their keys. */
  readonly wayOut?: string | undefined;
  /** The same for a question without a line for its keys: behind the message. */
  readonly isEscapeInMessage?: boolean;
}

/** Looks for @inquirer/prompts, whose own colours know neither NO_COLOR nor the stream they go to. */
export interface PromptTheme {
  readonly prefix: { readonly idle: string; readonly done: string };
  readonly spinner: { readonly interval: number; readonly frames: string[] };
  readonly i18n: { readonly disabledError: string };
  readonly icon: { readonly cursor: string; readonly checked: string; readonly unchecked: string };
  readonly style: {
    readonly answer: Paint;
    readonly message: (text: string, status: 'idle' | 'done' | 'loading') => string;
    readonly error: Paint;
    readonly defaultAnswer: Paint;
    readonly help: Paint;
    readonly highlight: Paint;
    readonly key: Paint;
    readonly disabled: Paint;
    readonly description: Paint;
    readonly searchTerm: Paint;
    readonly keysHelpTip: (keys: readonly (readonly [key: string, action: string])[]) => string;
  };
}

export function promptTheme(hasColor: boolean, hasUnicode: boolean, hints: PromptHints = {}): PromptTheme {
  const symbols = hasUnicode ? UNICODE_SYMBOLS : ASCII_SYMBOLS;
  const paint = (open: number, close: number): Paint =>
    hasColor ? (text) => `\x1b[${open}m${text}\x1b[${close}m` : (text) => text;
  const [bold, dim, red, green, cyan] = [
    paint(1, 22),
    paint(2, 22),
    paint(31, 39),
    paint(32, 39),
    paint(36, 39),
  ];
  const { about, columns = 80, legend, wayOut } = hints;
  const asides = [
    ...(hints.hint === undefined ? [] : [hints.hint]),
    ...(wayOut !== undefined && hints.isEscapeInMessage === true ? [`esc: ${wayOut}`] : []),
  ].join(', ');
  const wrapped = (text: string, besides: number): string => fold(text, Math.max(20, columns - besides));
  const { reserved = 0 } = hints;
  const breakBefore = (text: string, aside: string): string =>
    shownLength(text) + shownLength(aside) + reserved + 5 > columns ? '\n  ' : ' ';
  return {
    prefix: { idle: cyan('?'), done: green(symbols.ok) },
    spinner: { interval: 130, frames: ['-', '\\', '|', '/'] },
    i18n: { disabledError: 'This one cannot be chosen: its line says why' },
    icon: {
      cursor: hasUnicode ? '❯' : '>',
      checked: hasUnicode ? green('◉') : '[x]',
      unchecked: hasUnicode ? '◯' : '[ ]',
    },
    style: {
      answer: cyan,
      message(text, status) {
        const lines = wrapped(text, 3).split('\n').map(bold).join('\n');
        if (status === 'done') return lines;
        const aside = asides === '' ? '' : `${breakBefore(text, asides)}${dim(`(${asides})`)}`;
        if (about === undefined) return lines + aside;
        const below = wrapped(about, 4).split('\n');
        return `${lines}${aside}\n${below.map((line) => dim(`  ${line}`)).join('\n')}\n `;
      },
      error: (text) => red(wrapped(`> ${text}`, 1)),
      defaultAnswer: (text) => dim(`(${text})`),
      help: dim,
      highlight: cyan,
      key: (text) => cyan(`<${text}>`),
      disabled: dim,
      description: (text) => cyan(wrapped(text, 1)),
      searchTerm: cyan,
      keysHelpTip(keys) {
        const all = wayOut === undefined ? keys : [...keys, ['esc', wayOut] as const];
        const tip = all
          .map(([key, action]) => `${arrowless(key, hasUnicode)} ${dim(action)}`)
          .join(dim(', '));
        return [...(legend === undefined ? [] : [dim(wrapped(legend, 1))]), wrapped(tip, 1)].join('\n');
      },
    },
  };
}

/** @inquirer/select names the arrow keys by arrows. */
function arrowless(key: string, hasUnicode: boolean): string {
  return hasUnicode ? key : key.replace('↑↓', 'up/down').replace('⏎', 'enter');
}
