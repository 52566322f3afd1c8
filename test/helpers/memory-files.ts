import type { BoundedText, DirectoryEntry, Files } from '../../src/context.js';

/** A disk in memory; locks are held one after another as on the real one. */
export function memoryFiles(
  initial: Readonly<Record<string, string>> = {},
): Files & { readonly content: Map<string, string> } {
  const content = new Map(Object.entries(initial));
  let queue: Promise<unknown> = Promise.resolve();
  return {
    content,
    readText: (path) => Promise.resolve(content.get(path) ?? null),
    readTextBounded: (path, maxBytes, fromByte = 0) =>
      Promise.resolve(bounded(content.get(path), maxBytes, fromByte)),
    list: (path) => Promise.resolve(entriesOf([...content.keys()], path)),
    writeTextAtomically(path, text) {
      content.set(path, text);
      return Promise.resolve();
    },
    remove(path) {
      content.delete(path);
      return Promise.resolve();
    },
    withLock(_path, _timeoutMs, work) {
      const result = queue.then(work);
      queue = result.catch(() => undefined);
      return result;
    },
  };
}

/** Files are ASCII here, so a character is a byte. */
export function bounded(text: string | undefined, maxBytes: number, fromByte: number): BoundedText | null {
  if (text === undefined) return null;
  const part = text.slice(fromByte, fromByte + maxBytes);
  const isBinary = part.includes('\0');
  return {
    text: isBinary ? '' : part,
    isCut: fromByte + part.length < text.length,
    isBinary,
    bytesRead: part.length,
  };
}

export function entriesOf(paths: readonly string[], directory: string): readonly DirectoryEntry[] | null {
  const prefix = directory === '/' ? '/' : `${directory}/`;
  const entries = new Map<string, DirectoryEntry>();
  for (const path of paths) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', ...rest] = path.slice(prefix.length).split('/');
    entries.set(name, { name, kind: rest.length === 0 ? 'file' : 'directory' });
  }
  return entries.size === 0 ? null : [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
