import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs';

/** Undefined on Windows, where the user's profile is the user's alone. */
export type UserId = number | undefined;

const OTHERS_MAY_WRITE = 0o022;
/** More than twice the code of all bundles. */
const MOST_BYTES = 32 * 1024 * 1024;

/** What is in it gets executed: it must be the user's, and writable by nobody else. */
function isOwn(facts: Stats, user: UserId): boolean {
  return user === undefined || (facts.uid === user && (facts.mode & OTHERS_MAY_WRITE) === 0);
}

/** Is there, is no link, is the user's alone. */
export function isOwnDirectory(path: string, user: UserId): boolean {
  const facts = lstatSync(path, { throwIfNoEntry: false });
  return facts?.isDirectory() === true && isOwn(facts, user);
}

/** Null for a file that is not there, not the user's alone, a link or no file. */
export function readOwnFile(path: string, user: UserId): Buffer | null {
  let fd: number;
  try {
    // Windows has no such flags; a pipe must not be waited for.
    fd = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch {
    return null;
  }
  try {
    const facts = fstatSync(fd);
    if (!facts.isFile() || !isOwn(facts, user) || facts.size > MOST_BYTES) return null;
    const bytes = Buffer.allocUnsafeSlow(facts.size);
    return readSync(fd, bytes, 0, facts.size, 0) === facts.size ? bytes : null;
  } catch {
    return null;
  } finally {
    closeSync(fd);
  }
}
