import type { Files } from '../context.js';
import { AimiError } from '../errors.js';
import { seedState } from './seed.js';
import { parseState, type SandboxState } from './state.js';

/** Writes are short; a lock held for longer means that another process is stuck. */
const LOCK_TIMEOUT_MS = 10_000;

/** The state on disk, or a fresh one when there is none; `sandbox-state-invalid` when it cannot be read. */
export async function loadState(files: Files, path: string): Promise<SandboxState> {
  const text = await files.readText(path);
  if (text === null) return seedState();
  const state = parseState(parseJson(text));
  if (state !== null) return state;
  throw new AimiError('sandbox-state-invalid', {
    message: `The sandbox state is not readable: ${path}`,
    hint: 'Start over with: aimi sandbox reset',
  });
}

/**
 * Reads, changes and writes the state while no other process does. `change` is given the newest state; when
 * it gives the same object back, nothing is written.
 */
export async function updateState<T>(
  files: Files,
  path: string,
  change: (state: SandboxState) => { readonly state: SandboxState; readonly result: T },
): Promise<T> {
  return files.withLock(path, LOCK_TIMEOUT_MS, async () => {
    const before = await loadState(files, path);
    const { state, result } = change(before);
    if (state !== before) await files.writeTextAtomically(path, `${JSON.stringify(state)}\n`);
    return result;
  });
}

/** Goes back to the seed, whatever the file holds. */
export async function resetState(files: Files, path: string): Promise<SandboxState> {
  const state = seedState();
  await files.withLock(path, LOCK_TIMEOUT_MS, () =>
    files.writeTextAtomically(path, `${JSON.stringify(state)}\n`),
  );
  return state;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
