import { type Role, roleOf, roleOfVariable } from './parameters.js';
import type { Scope } from './values.js';
import { readValue } from './values.js';

/** `name: value` or `name = value` outside of a call, in source or in configuration. */
export interface Setting {
  readonly name: string;
  readonly role: Role;
  readonly text: string | null;
  readonly variable: string | null;
  readonly line: number;
  /** Settings of one object or block share it. */
  readonly group: number;
}

const TELLING: ReadonlySet<Role> = new Set([
  'endpoint',
  'resource',
  'api-version',
  'deployment',
  'model',
  'key',
  'provider',
]);
const MOST_SETTINGS = 500;

/** The assignments of a source text whose name has a role. */
export function settingsOf(scope: Scope): readonly Setting[] {
  const settings: Setting[] = [];
  for (const entry of scope.assignments.all) {
    if (settings.length >= MOST_SETTINGS) break;
    const role = roleOfSetting(entry.path);
    if (role === null) continue;
    const value = readValue(scope, entry);
    const name = /^(?:self|this|const|_)\./.test(entry.path)
      ? entry.path.slice(entry.path.indexOf('.') + 1)
      : entry.path;
    settings.push({
      name,
      role,
      text: value.text,
      variable: value.variable,
      line: entry.line,
      group: entry.parent,
    });
  }
  return settings;
}

export function roleOfSetting(path: string): Role | null {
  const last = path.split(/[.:]|__/).at(-1) ?? path;
  const role = /^[A-Z][A-Z0-9_]+$/.test(last) ? roleOfVariable(last) : roleOf(last);
  return role !== null && TELLING.has(role) ? role : null;
}
