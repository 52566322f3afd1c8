import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAIN_BUNDLE } from './paths.js';

/** One folder for all that the tests write; gone when they have ended. */
export default function setup(): () => void {
  if (!existsSync(MAIN_BUNDLE)) {
    throw new Error('dist/main.cjs is missing: run npm run build before the end-to-end tests.');
  }
  const folder = mkdtempSync(join(tmpdir(), 'aimi-e2e-'));
  process.env.AIMI_E2E_DIRECTORY = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
