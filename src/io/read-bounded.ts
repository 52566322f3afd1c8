import { closeSync, type Dirent, openSync, readdirSync, readSync, statSync } from 'node:fs';
import type { BoundedText, DirectoryEntry } from '../context.js';
import { AimiError } from '../errors.js';

/** A NUL byte this early makes a file binary, as git decides it. */
const BINARY_PROBE_BYTES = 8000;

/** `file-unreadable` for whatever is not "there is none"; pipes, devices and directories are none. */
export function readBounded(path: string, maxBytes: number, fromByte: number): BoundedText | null {
  let descriptor: number | null = null;
  try {
    // Opening a pipe waits for a writer, so nothing but a regular file is opened.
    const facts = statSync(path);
    if (!facts.isFile()) return null;
    descriptor = openSync(path, 'r');
    const wanted = Math.max(0, Math.min(maxBytes, facts.size - fromByte));
    const bytes = Buffer.allocUnsafe(wanted);
    let bytesRead = 0;
    while (bytesRead < wanted) {
      const count = readSync(descriptor, bytes, bytesRead, wanted - bytesRead, fromByte + bytesRead);
      if (count === 0) break;
      bytesRead += count;
    }
    const isCut = fromByte + bytesRead < facts.size;
    const isBinary = bytes.subarray(0, Math.min(bytesRead, BINARY_PROBE_BYTES)).includes(0);
    return { text: isBinary ? '' : decode(bytes.subarray(0, bytesRead)), isCut, isBinary, bytesRead };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new AimiError('file-unreadable', {
      message: `Cannot read ${path} (${code})`,
      details: { path, reason: code },
      cause: error,
    });
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

export function listDirectory(path: string): readonly DirectoryEntry[] | null {
  try {
    return readdirSync(path, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return null;
  }
}

/** UTF-8 without its byte order mark. */
function decode(bytes: Buffer): string {
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

function kindOf(entry: Dirent): DirectoryEntry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
