import type { Files } from '../../../../context.js';
import type { LockFormat } from './lock-formats.js';
import { wantedPackages } from './wanted.js';

export interface LockScan {
  /** Name and version in the order of the file, each pair once. */
  readonly found: readonly { readonly name: string; readonly version: string }[];
  /** The file is longer than the bound. */
  readonly isCut: boolean;
}

const PIECE_BYTES = 1024 * 1024;
/** Text behind a name that may hold its version; a piece overlaps the next by as much. */
const WINDOW = 16 * 1024;
const BEFORE = 64;
const MOST_HITS = 200;

/** Looks for the wanted packages in a lock file of any size, a piece at a time. Null when there is none. */
export async function scanLock(
  path: string,
  format: LockFormat,
  files: Files,
  maxBytes: number,
): Promise<LockScan | null> {
  const names = wantedPackages(format.ecosystem);
  const found = new Map<string, { name: string; version: string }>();
  let carried = '';
  let offset = 0;
  let isCut = true;
  while (offset < maxBytes) {
    const piece = await files.readTextBounded(path, Math.min(PIECE_BYTES, maxBytes - offset), offset);
    if (piece === null) return null;
    const text = carried + piece.text.replaceAll('\r\n', '\n');
    for (const name of names) {
      for (const version of versionsIn(text, name, format))
        found.set(`${name} ${version}`, { name, version });
    }
    isCut = piece.isCut;
    offset += piece.bytesRead;
    if (!piece.isCut || piece.bytesRead === 0) break;
    carried = text.slice(-WINDOW);
  }
  return { found: [...found.values()], isCut };
}

function versionsIn(text: string, name: string, format: LockFormat): readonly string[] {
  const versions: string[] = [];
  for (const needle of format.needles(name)) {
    let at = text.indexOf(needle);
    for (let hits = 0; at !== -1 && hits < MOST_HITS; hits += 1) {
      const version = format.version(
        text.slice(at, at + WINDOW),
        name,
        text.slice(Math.max(0, at - BEFORE), at),
      );
      if (version !== null) versions.push(version);
      at = text.indexOf(needle, at + needle.length);
    }
    // The first form that is found is the strongest one: nested copies come later.
    if (versions.length > 0) break;
  }
  return versions;
}
