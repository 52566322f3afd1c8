import type { Facts, Found, VariableFact } from '../../../facts.js';
import { variableFact, variableMatters } from '../../environment-variable.js';
import { factsOfVariables } from '../../variable-facts.js';

const LINE = /^\s{0,20}(?:export\s{1,4})?([A-Za-z_][\w.-]{0,99})\s{0,8}[=:]\s{0,8}(.{0,4000})$/;
const MOST_LINES = 5000;

/** `.env` and its kin: the variables that matter, secrets without their values. */
export function readEnvFile(text: string, file: string): Partial<Facts> {
  const environment = text.split('\n', MOST_LINES).flatMap((line, index): readonly Found<VariableFact>[] => {
    const match = LINE.exec(line.slice(0, 4200).trimEnd());
    const name = match?.[1];
    if (match === null || name === undefined || !variableMatters(name)) return [];
    const value = unquoted(match[2] ?? '');
    if (value === '') return [];
    const where = { kind: 'env-file' as const, label: `${file}:${index + 1}`, file, line: index + 1 };
    return [{ value: variableFact(name, value), where }];
  });
  // In a file the last line of a name counts.
  const last = new Map(environment.map((found) => [found.value.name, found]));
  return factsOfVariables([...last.values()]);
}

/** Quotes away; a comment needs a blank before it. Blanks inside quotes stay: they may be the fault. */
function unquoted(written: string): string {
  const quoted = /^"([^"]*)"|^'([^']*)'|^`([^`]*)`/.exec(written);
  if (quoted !== null) return quoted[1] ?? quoted[2] ?? quoted[3] ?? '';
  return written.replace(/\s#.*$/, '').trim();
}

const TEMPLATE = /\.(?:example|sample|template|dist|tpl|defaults?|schema|vault|keys|d\.ts)$/i;

export function isEnvFile(name: string): boolean {
  return /^\.env(?:\.[\w.-]{1,60})?$|^[\w-]{1,40}\.env$/.test(name) && !TEMPLATE.test(name);
}

/**
 * The order in which the usual loaders let files win: `.env.<mode>.local`, `.env.local`, `.env.<mode>`, `.env`
 * (https://nextjs.org/docs/app/guides/environment-variables and https://vite.dev/guide/env-and-mode, 2025).
 */
export function envFileRank(name: string): number {
  if (/^\.env\.[\w-]+\.local$/.test(name)) return 0;
  if (name === '.env.local') return 1;
  return name === '.env' ? 3 : 2;
}
