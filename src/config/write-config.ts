import type { Files } from '../context.js';
import { readConfigFile } from './config-file.js';
import { type ConfigEdit, editYaml } from './edit-yaml.js';

const LOCK_TIMEOUT_MS = 10_000;
/** A new file is for its owner: it decides how aimi signs in. */
const NEW_FILE_MODE = 0o600;

/**
 * Changes the user file under its lock and replaces it as a whole. A file that cannot be read as configuration
 * before or after is left alone (`config-invalid`). A profile in use whose last setting goes is in use no more.
 * Answers whether anything changed.
 */
export function writeConfig(
  files: Pick<Files, 'readText' | 'writeTextAtomically' | 'withLock'>,
  path: string,
  edits: readonly ConfigEdit[],
): Promise<boolean> {
  return files.withLock(path, LOCK_TIMEOUT_MS, async () => {
    const before = await files.readText(path);
    const text = before ?? '';
    const { profile } = await readConfigFile({ path, text }, 'user-file');
    const edited = editYaml(text, edits);
    const { profiles } = await readConfigFile({ path, text: edited }, 'user-file');
    const isGone = profile !== null && !profiles.has(profile.text);
    const after = isGone ? editYaml(edited, [{ path: ['profile'], value: null }]) : edited;
    if (after === text) return false;
    await files.writeTextAtomically(path, after, before === null ? NEW_FILE_MODE : undefined);
    return true;
  });
}
