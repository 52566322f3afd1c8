import type { ArgumentSpec, OptionSpec } from '../spec.js';

/**
 * How the scripts write a value: empty for none, `-` for any text, `@file` and `@dir` for the shell's own,
 * `=a,b` for a closed list, else the kind that `aimi __complete` lists.
 */
export function encodeValue(value: OptionSpec['value']): string {
  if (typeof value !== 'string') return `=${value.map(plainWord).join(',')}`;
  return SPECIAL[value] ?? value;
}

const SPECIAL: Readonly<Record<string, string>> = { none: '', text: '-', file: '@file', directory: '@dir' };

/** `+-n,--name`: the plus says that it may be given again. */
export function encodeNames({ names, isRepeatable }: OptionSpec): string {
  return `${isRepeatable ? '+' : ''}${names.map(plainWord).join(',')}`;
}

/** `deployment+`: the plus says that more may follow. */
export function encodeArgument({ value, isVariadic }: ArgumentSpec): string {
  return `${encodeValue(value)}${isVariadic ? '+' : ''}`;
}

/** `names|value|description`, as zsh, fish and PowerShell read it. */
export function encodeOption(option: OptionSpec): string {
  return `${encodeNames(option)}|${encodeValue(option.value)}|${oneLine(option.description)}`;
}

/** A word of the command line that no shell would take apart, nor the scripts' own separators. */
export function plainWord(word: string): string {
  if (/^[\w.:@/-]+$/.test(word)) return word;
  throw new Error(`'${word}' cannot stand in a completion script`);
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export const NOTE = 'Written by scripts/build-completions.mjs from the command tree: change that, not this.';
