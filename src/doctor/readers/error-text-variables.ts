import type { Found, VariableFact } from '../facts.js';
import { variableFact, variableMatters } from './environment-variable.js';
import type { Places } from './error-text-places.js';

const ASSIGNMENT =
  /^[ \t]{0,8}(?:[-*>][ \t]{1,3})?(?:export[ \t]{1,4}|set(?:x)?[ \t]{1,4}|\$env:|ENV[ \t]{1,4}|")?([A-Za-z][A-Za-z0-9_]{3,79})"?[ \t]{0,3}(?:[:=]|=>)[ \t]{0,3}([^\n]{0,2000})$/gm;
const INLINE =
  /(?<![\w$])([A-Z][A-Z0-9]{1,30}_[A-Z0-9_]{2,60})=("[^"\n]{0,500}"|'[^'\n]{0,500}'|[^\s"',;]{1,500})/g;

/** Lines such as `AZURE_OPENAI_ENDPOINT=…` of a pasted `.env`, a shell or a container log. */
export function readVariables(places: Places): readonly Found<VariableFact>[] {
  const environment: Found<VariableFact>[] = [];
  const seen = new Set<string>();
  const take = (name: string, written: string, at: number) => {
    if (!variableMatters(name) || seen.has(name) || !/_/.test(name)) return;
    seen.add(name);
    environment.push(places.found(variableFact(name, unquote(written)), at));
  };
  for (const match of places.text.matchAll(ASSIGNMENT)) take(match[1] ?? '', match[2] ?? '', match.index);
  for (const match of places.text.matchAll(INLINE)) take(match[1] ?? '', match[2] ?? '', match.index);
  return environment;
}

function unquote(written: string): string {
  const text = written.trim().replace(/[,;]$/, '');
  const quoted = /^(["'`])([^\n]*)\1(?:\s{1,8}#[^\n]*)?$/.exec(text);
  return quoted === null
    ? text.replace(/\s{1,8}#[^\n]*$/, '').replace(/^["']|["']$/g, '')
    : (quoted[2] ?? '');
}
