import { createInterface, emitKeypressEvents } from 'node:readline';
import { PassThrough } from 'node:stream';

/**
 * How long a lone Escape waits for the rest of an arrow key. Node's own 500 ms feel like a key that does not
 * work; editors take 25 to 100.
 */
const REST_OF_KEY_MS = 60;

/** Calls `listener` when Escape is typed. Returns what stops that. */
export function onEscape(input: NodeJS.ReadableStream, listener: () => void): () => void {
  // The first to decode keys of a stream sets the time, for all who listen to it later.
  const settings = createInterface({ input: new PassThrough(), escapeCodeTimeout: REST_OF_KEY_MS });
  settings.close();
  emitKeypressEvents(input, settings);
  const listen = (_text: string | undefined, key: { name?: string; meta?: boolean } | undefined): void => {
    if (key?.name === 'escape') listener();
  };
  input.on('keypress', listen);
  return () => {
    input.removeListener('keypress', listen);
  };
}
