import type { ColorMode } from '../config/settings.js';
import type { TextOutput } from '../context.js';
import { ASCII_SYMBOLS, PLAIN_STYLE, SPOKEN_SYMBOLS, type Theme, UNICODE_SYMBOLS } from '../render/theme.js';

/** What is assumed of a terminal that does not know its width. */
const DEFAULT_WIDTH = 80;

/**
 * The theme for one stream. chalk is loaded only when there is colour. For a screen reader nothing is wrapped,
 * cut, linked or set in columns: it reads lines.
 */
export async function createTheme(
  output: TextOutput,
  color: ColorMode = 'auto',
  isForScreenReader = false,
): Promise<Theme> {
  const hasColor = color === 'auto' ? output.hasColor : color === 'always';
  const style = hasColor ? (await import('./chalk-style.js')).createColorStyle() : PLAIN_STYLE;
  if (isForScreenReader)
    return { style, symbols: SPOKEN_SYMBOLS, width: null, isLinear: true, link: (text) => text };
  return {
    style,
    symbols: output.hasUnicode ? UNICODE_SYMBOLS : ASCII_SYMBOLS,
    width: output.isTerminal ? (output.columns ?? DEFAULT_WIDTH) : null,
    isLinear: false,
    link: output.hasLinks === true && color !== 'never' ? linked : (text) => text,
  };
}

const ADDRESS = /^https:\/\/[\x21-\x7e]{1,2000}$/;

/** OSC 8 (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda); anything but plain https stays text. */
function linked(text: string, address: string): string {
  return ADDRESS.test(address) ? `\x1b]8;;${address}\x1b\\${text}\x1b]8;;\x1b\\` : text;
}
