import type { ColorMode } from '../config/settings.js';
import type { TextOutput } from '../context.js';
import { ASCII_SYMBOLS, PLAIN_STYLE, type Theme, UNICODE_SYMBOLS } from '../render/theme.js';

/** What is assumed of a terminal that does not know its width. */
const DEFAULT_WIDTH = 80;

/** The theme for one stream. chalk is loaded only when there is colour. */
export async function createTheme(output: TextOutput, color: ColorMode = 'auto'): Promise<Theme> {
  const hasColor = color === 'auto' ? output.hasColor : color === 'always';
  return {
    style: hasColor ? (await import('./chalk-style.js')).createColorStyle() : PLAIN_STYLE,
    symbols: output.hasUnicode ? UNICODE_SYMBOLS : ASCII_SYMBOLS,
    width: output.isTerminal ? (output.columns ?? DEFAULT_WIDTH) : null,
  };
}
