import type { PackageFact, Where } from '../../../facts.js';

/** One mention of a package in a project. */
export interface PackageEntry {
  readonly ecosystem: PackageFact['ecosystem'];
  readonly name: string;
  readonly version: string | null;
  readonly range: string | null;
  readonly kind: 'lock-file' | 'installed' | 'manifest';
  /** Relative path of the file that says so. */
  readonly file: string;
  readonly line: number | null;
}

export type EntryOf = (
  fields: Omit<PackageEntry, 'file' | 'kind'> & { kind?: PackageEntry['kind'] },
) => PackageEntry;

export function whereOf(entry: PackageEntry): Where {
  const label = entry.line === null ? entry.file : `${entry.file}:${entry.line}`;
  return { kind: entry.kind, label, file: entry.file, ...(entry.line === null ? {} : { line: entry.line }) };
}

/** Line of the first place behind `from` where `needle` stands; null when it stands nowhere. */
export function lineOf(text: string, needle: string, from = 0): number | null {
  const at = text.indexOf(needle, from);
  if (at === -1) return null;
  let line = 1;
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1))
    line += 1;
  return line;
}

/** Properties of an object of unknown shape. */
export function propertiesOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** `a.b.c` of nested objects. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => propertiesOf(inner)[key], value);
}

export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim().slice(0, 200);
  return typeof value === 'number' ? String(value) : null;
}
