import { mayHold } from '../needed-words.js';
import { TEMPLATE_NAMES } from './template-names.js';
import { TEMPLATE_NAME_WORDS } from './template-names.precomputed.js';

/**
 * Words that stand for a name in documentation and redacted reports. Sources: endpoint placeholders in
 * MicrosoftDocs/azure-ai-docs and in public reports of SDK repositories; read 2026-11.
 */
const MARKS = /[<>{}[\]*$%…]|\.{3}|^[-_x#]{2,}$|x{3,}|_{3,}|-{3,}/i;

/** Does this name stand for another: `<resource>`, `XXX`, `****`, `{}`, `$VAR`, `your-resource-name`. */
export function isPlaceholder(name: string): boolean {
  const bounded = name.slice(0, 256);
  return bounded === '' || MARKS.test(bounded) || isTemplateName(bounded);
}

function isTemplateName(name: string): boolean {
  return mayHold(name.toLowerCase(), TEMPLATE_NAME_WORDS) && TEMPLATE_NAMES.test(name);
}

/** Template text that a program would have filled in: `<x>`, `{x}`, `${X}`, `$X`, `%X%`. */
export function isTemplate(name: string): boolean {
  return /[<>{}$%]/.test(name.slice(0, 256));
}
