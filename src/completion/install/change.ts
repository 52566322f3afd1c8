import type { Files } from '../../context.js';
import type { InstallPlan } from './place.js';
import { checkEncoding, withLine, withoutLine } from './start-file.js';

export interface FileChange {
  readonly path: string;
  readonly change: 'written' | 'unchanged' | 'removed' | 'line-added' | 'line-removed';
  /** The line of a start file; null for a file that is aimi's own. */
  readonly line: string | null;
}

type Writer = Pick<Files, 'readText' | 'writeTextAtomically' | 'remove'>;

/** Writes the script and, where the shell needs it, the line. A second time it changes nothing. */
export async function install(
  files: Writer,
  plan: InstallPlan,
  script: string,
): Promise<readonly FileChange[]> {
  const { path, line, isNeeded } = plan.startFile;
  const start = isNeeded ? ((await files.readText(path)) ?? '') : '';
  // Before anything is written, so that a refusal leaves nothing behind.
  checkEncoding(path, start, line);
  const former = await files.readText(plan.script);
  const changes = [await put(files, { path: plan.script, change: 'written', line: null }, former, script)];
  if (isNeeded)
    changes.push(await put(files, { path, change: 'line-added', line }, start, withLine(start, line)));
  return changes;
}

/** Takes away what `install` wrote, wherever it was written. Empty when there was nothing. */
export async function uninstall(files: Writer, plan: InstallPlan): Promise<readonly FileChange[]> {
  const { path, line } = plan.startFile;
  const start = await files.readText(path);
  if (start !== null) checkEncoding(path, start, line);
  const changes: FileChange[] = [];
  for (const script of [plan.script, ...plan.formerScripts]) {
    if ((await files.readText(script)) === null) continue;
    await files.remove(script);
    changes.push({ path: script, change: 'removed', line: null });
  }
  if (start !== null && withoutLine(start) !== start)
    changes.push(await put(files, { path, change: 'line-removed', line }, start, withoutLine(start)));
  return changes;
}

async function put(
  files: Writer,
  done: FileChange,
  before: string | null,
  after: string,
): Promise<FileChange> {
  if (before === after) return { ...done, change: 'unchanged' };
  await files.writeTextAtomically(done.path, after);
  return done;
}
