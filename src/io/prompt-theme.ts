import { ASCII_SYMBOLS, UNICODE_SYMBOLS } from '../render/theme.js';

type Paint = (text: string) => string;

/** Looks for @inquirer/prompts, whose own colours know neither NO_COLOR nor the stream they go to. */
export interface PromptTheme {
  readonly prefix: { readonly idle: string; readonly done: string };
  readonly icon: { readonly cursor: string };
  readonly style: {
    readonly answer: Paint;
    readonly message: Paint;
    readonly error: Paint;
    readonly defaultAnswer: Paint;
    readonly help: Paint;
    readonly highlight: Paint;
    readonly key: Paint;
    readonly disabled: Paint;
    readonly description: Paint;
    readonly keysHelpTip: (keys: readonly (readonly [key: string, action: string])[]) => string;
  };
}

export function promptTheme(hasColor: boolean, hasUnicode: boolean): PromptTheme {
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
  return {
    prefix: { idle: cyan('?'), done: green(symbols.ok) },
    icon: { cursor: hasUnicode ? '❯' : '>' },
    style: {
      answer: cyan,
      message: bold,
      error: (text) => red(`> ${text}`),
      defaultAnswer: (text) => dim(`(${text})`),
      help: dim,
      highlight: cyan,
      key: (text) => cyan(`<${text}>`),
      disabled: dim,
      description: cyan,
      keysHelpTip: (keys) =>
        keys.map(([key, action]) => `${arrowless(key, hasUnicode)} ${dim(action)}`).join(dim(', ')),
    },
  };
}

/** @inquirer/select names the arrow keys by arrows. */
function arrowless(key: string, hasUnicode: boolean): string {
  return hasUnicode ? key : key.replace('↑↓', 'up/down').replace('⏎', 'enter');
}
