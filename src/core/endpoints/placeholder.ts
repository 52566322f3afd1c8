/**
 * Words that stand for a name in documentation and redacted reports. Sources: endpoint placeholders in
 * MicrosoftDocs/azure-ai-docs and in public reports of SDK repositories; read 2026-11.
 */
const MARKS = /[<>{}[\]*$%…]|\.{3}|^[-_x#]{2,}$|x{3,}|_{3,}|-{3,}/i;
const TEMPLATE_WORDS =
  /(?:^|[-_.])(?:your|my)[-_ ]?(?:azure[-_ ]?)?(?:own[-_ ]?)?(?:ai[-_ ]?|open[-_ ]?ai[-_ ]?|foundry[-_ ]?)?(?:resource|endpoint|service|instance|account|custom|subdomain|deployment|project|url|name|host)|^(?:resource|resource[-_]?name|your|endpoint|endpoint[-_]?name|subdomain|custom[-_]?subdomain|custom[-_]?domain|account[-_]?name|redacted|placeholder|example|example[-_](?:resource|endpoint)|changeme|todo|null|undefined|none|somename|deployment[-_]?name|model[-_]?name|host(?:name)?)$/i;

/** Does this name stand for another: `<resource>`, `XXX`, `****`, `{}`, `$VAR`, `your-resource-name`. */
export function isPlaceholder(name: string): boolean {
  const bounded = name.slice(0, 256);
  return bounded === '' || MARKS.test(bounded) || TEMPLATE_WORDS.test(bounded);
}

/** Template text that a program would have filled in: `<x>`, `{x}`, `${X}`, `$X`, `%X%`. */
export function isTemplate(name: string): boolean {
  return /[<>{}$%]/.test(name.slice(0, 256));
}
