// yaml is loaded only when there is a configuration file.
import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';

/** One `key: value` line; `value` is null for anything that is not a plain value. */
export interface YamlEntry {
  readonly key: string;
  readonly value: string | null;
  readonly line: number;
  /** The lines of a map below the key; null when there is none. */
  readonly entries: readonly YamlEntry[] | null;
}

export type YamlEntries =
  | { readonly ok: true; readonly entries: readonly YamlEntry[] }
  | { readonly ok: false; readonly reason: string; readonly line: number | null };

/**
 * The maps of a YAML file, every value as the text that was written (`007` and `no` stay themselves).
 * The reasons quote nothing of the file, because it may hold what should not be printed.
 */
export function readYamlEntries(text: string): YamlEntries {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, lineCounter });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const reason = problem.code.toLowerCase().replaceAll('_', ' ');
    return {
      ok: false,
      reason: `not valid YAML (${reason})`,
      line: lineCounter.linePos(problem.pos[0]).line,
    };
  }
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === '')) return { ok: true, entries: [] };
  if (!isMap(contents)) return { ok: false, reason: 'not a list of "key: value" lines', line: null };
  const entries = entriesOf(contents, lineCounter);
  return entries === null
    ? { ok: false, reason: 'a key is not a plain word', line: null }
    : { ok: true, entries };
}

/** Null when a key is not a plain word. */
function entriesOf(map: YAMLMap, lineCounter: LineCounter): readonly YamlEntry[] | null {
  const entries: YamlEntry[] = [];
  for (const { key, value } of map.items) {
    if (!isScalar(key)) return null;
    const isEmpty = value === null || (isScalar(value) && value.value === null);
    const plain = isEmpty ? '' : isScalar(value) && typeof value.value === 'string' ? value.value : null;
    const below = isMap(value) ? entriesOf(value, lineCounter) : null;
    if (isMap(value) && below === null) return null;
    entries.push({
      key: String(key.value),
      value: plain,
      line: lineCounter.linePos(key.range?.[0] ?? 0).line,
      entries: below,
    });
  }
  return entries;
}
