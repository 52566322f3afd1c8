import type { Files } from '../../src/context.js';

/** A disk in memory; locks are held one after another as on the real one. */
export function memoryFiles(
  initial: Readonly<Record<string, string>> = {},
): Files & { readonly content: Map<string, string> } {
  const content = new Map(Object.entries(initial));
  let queue: Promise<unknown> = Promise.resolve();
  return {
    content,
    readText: (path) => Promise.resolve(content.get(path) ?? null),
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
