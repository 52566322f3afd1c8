/** What V8 made of one bundle, and what it was made for. */
export interface Entry {
  /** Length and time of change of the bundle's file. */
  readonly source: string;
  /** The kinds of run whose functions are in it. */
  readonly runs: readonly string[];
  readonly code: Uint8Array;
}

/** Enough for every command; the oldest kinds of run make room for the newest. */
const MOST_RUNS = 64;
/** V8 reads code from an address that its words divide, and copies it otherwise. */
const ALIGNMENT = 16;

/**
 * One line of JSON, then the code twice. V8 checks no sum of the code it is given and runs damaged code, a sum
 * in JavaScript costs 2.5 ms, and the comparison of two copies costs 0.05 ms.
 */
export function encodeEntry({ source, runs, code }: Entry): Uint8Array {
  const head = JSON.stringify({ source, runs: runs.slice(-MOST_RUNS), length: code.length });
  const start = Math.ceil((head.length + 1) / ALIGNMENT) * ALIGNMENT;
  const file = new Uint8Array(start + 2 * code.length);
  const line = `${head.padEnd(start - 1)}\n`;
  for (let index = 0; index < start; index += 1) file[index] = line.charCodeAt(index);
  file.set(code, start);
  file.set(code, start + code.length);
  return file;
}

/** Null for everything that is not whole. */
export function decodeEntry(file: Buffer): Entry | null {
  const start = file.indexOf(10) + 1;
  if (start === 0 || start % ALIGNMENT !== 0) return null;
  const head = readHead(file.toString('latin1', 0, start));
  if (head === null || head.length === 0 || file.length !== start + 2 * head.length) return null;
  const code = file.subarray(start, start + head.length);
  return code.equals(file.subarray(start + head.length)) ? { ...head, code } : null;
}

function readHead(line: string): { source: string; runs: string[]; length: number } | null {
  try {
    const head: unknown = JSON.parse(line);
    if (typeof head !== 'object' || head === null) return null;
    if (!('source' in head) || !('runs' in head) || !('length' in head)) return null;
    const { source, runs, length } = head;
    if (typeof source !== 'string' || typeof length !== 'number' || !Array.isArray(runs)) return null;
    return { source, runs: runs.filter((run) => typeof run === 'string'), length };
  } catch {
    return null;
  }
}
