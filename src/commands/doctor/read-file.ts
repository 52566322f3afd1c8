import { joinPath } from '../../core/join-path.js';
import { AimiError } from '../../errors.js';
import type { Session } from '../../session.js';

const LIMIT = 64 * 1024 * 1024;

/** An input file that must exist. Its text never gets into a message. */
export async function readInputFile(session: Session, path: string, flag: string): Promise<string> {
  const { ctx } = session;
  const found = await ctx.files.readTextBounded(resolveFrom(ctx.cwd, path), LIMIT);
  if (found !== null && !found.isCut && !found.isBinary) return found.text;
  if (found !== null) {
    throw new AimiError('file-unreadable', {
      message: found.isCut ? `${path} is longer than ${LIMIT} bytes` : `${path} is not text`,
      hint: `${flag} takes a text file`,
      details: { path },
    });
  }
  throw new AimiError('file-unreadable', {
    message: `There is no file ${path}`,
    hint: `${flag} takes the path of a file`,
    details: { path },
  });
}

/** The folder of `[path]`, absolute; refused when there is none. */
export async function checkFolder({ ctx }: Session, path: string | undefined): Promise<string> {
  if (path === undefined) return ctx.cwd;
  const folder = resolveFrom(ctx.cwd, path);
  if ((await ctx.files.list(folder)) !== null) return folder;
  throw new AimiError('file-unreadable', {
    message: `There is no folder ${path}`,
    hint: 'aimi doctor takes the folder of the project, and --error or a pipe the error',
    details: { path },
  });
}

/** An absolute path stays as it is, on Windows too. */
export function resolveFrom(cwd: string, path: string): string {
  const isAbsolute = /^(?:[/\\]|[A-Za-z]:[/\\])/.test(path);
  return isAbsolute ? path : joinPath(cwd, path);
}
