import type { Layout, Slot } from './layout.js';
import { type Plan, planFor } from './plan.js';

/** What the first line of a table says; plain data, so that it can be sent to a worker. */
export interface TableHeader {
  readonly delimiter: number;
  readonly columns: readonly string[];
}

/** Per column: where its value goes. */
export interface TablePlan {
  readonly header: TableHeader;
  /** The values of a row are numbered as its columns. */
  readonly plan: Plan;
  /** Columns that say something about the whole row. */
  readonly marks: readonly { readonly slot: Slot; readonly column: number }[];
  /** The plan of a row with these words in the columns of `marks`. */
  planOf(words: ReadonlyMap<number, string>): Plan;
  /** 0 not needed, 1 a count, 2 a text. */
  readonly roles: Uint8Array;
}

const DELIMITERS = [44, 9, 59] as const;

/** Reads a header line: the delimiter is the one that occurs most, of comma, tab and semicolon. */
export function readHeader(line: string): TableHeader {
  const ranked = DELIMITERS.map((code) => {
    const columns = splitRow(line, String.fromCharCode(code));
    return { delimiter: code, columns };
  }).sort((a, b) => b.columns.length - a.columns.length);
  return ranked[0] ?? { delimiter: 44, columns: [line] };
}

/** Cells of one row by RFC 4180, blanks around names removed. */
function splitRow(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let rest = line;
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
    const end = quoted === null ? rest.indexOf(delimiter) : quoted[0].length;
    const cell = quoted?.[1]?.replaceAll('""', '"') ?? (end < 0 ? rest : rest.slice(0, end));
    cells.push(cell.trim());
    if (end < 0 || rest[end] !== delimiter) return cells;
    rest = rest.slice(end + 1);
  }
}

/** Columns are found by their name, else by their name with small letters and underscores. */
export function planTable(layout: Layout, header: TableHeader): TablePlan {
  const positions = new Map<number, number>();
  const marks: { slot: Slot; column: number }[] = [];
  const roles = new Uint8Array(header.columns.length);
  for (const slot of layout.slots) {
    const wanted = slot.path.join('.');
    const exact = header.columns.indexOf(wanted);
    const column = exact >= 0 ? exact : header.columns.findIndex((name) => plainName(name) === wanted);
    if (column < 0) continue;
    if (slot.type === 'mark') marks.push({ slot, column });
    else positions.set(slot.id, column);
  }
  const planOf = (words: ReadonlyMap<number, string>): Plan => planFor(layout, positions, words);
  const plan = planOf(new Map());
  for (const column of [plan.model, plan.deployment, ...plan.dims]) if (column >= 0) roles[column] = 2;
  if (plan.requests >= 0) roles[plan.requests] = 1;
  for (let pair = 1; pair < plan.adds.length; pair += 2) roles[plan.adds[pair] ?? 0] = 1;
  for (const { column } of marks) roles[column] = 2;
  return { header, plan, marks, planOf, roles };
}

function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}
