import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll } from 'vitest';

/** A folder that goes away with the test file, and files in it. */
export function useFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'aimi-usage-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let count = 0;
  return {
    folder,
    file(content: string | Uint8Array, name = `usage-${count}`): string {
      count += 1;
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    /** The worker as `npm run build` makes it. */
    async workerFile(): Promise<string> {
      const outfile = join(folder, 'usage-worker.cjs');
      await build({
        entryPoints: [new URL('../../src/usage/worker.ts', import.meta.url).pathname],
        outfile,
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: 'node20.19',
        logLevel: 'error',
      });
      return outfile;
    },
  };
}
