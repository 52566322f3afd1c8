import { Chalk } from 'chalk';
import type { Theme } from '../render/theme.js';

/** The theme's styles in the sixteen colours that every terminal has; whether to colour is decided before. */
export function createColorStyle(): Theme['style'] {
  const chalk = new Chalk({ level: 1 });
  return {
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    red: (text) => chalk.red(text),
    green: (text) => chalk.green(text),
    yellow: (text) => chalk.yellow(text),
    cyan: (text) => chalk.cyan(text),
    underline: (text) => chalk.underline(text),
  };
}
