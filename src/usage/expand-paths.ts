import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AimiError } from '../errors.js';

const MAGIC = /[*?[\]{}]/;

/**
 * Files for patterns such as `logs/**\/*.jsonl.gz`: `*` and `?` within a name, `**` for any folders, `{a,b}`,
 * `[abc]`; sorted, hidden ones only where a pattern says the dot. A path without such characters is itself.
 * A file that is named twice is there once. `file-unreadable` when a pattern matches nothing.
 */
export function expandPaths(patterns: readonly string[]): string[] {
  const found = new Map<string, string>();
  const take = (path: string): void => {
    if (!found.has(resolve(path))) found.set(resolve(path), path);
  };
  for (const pattern of patterns) {
    if (!MAGIC.test(pattern)) {
      take(pattern);
      continue;
    }
    const matches = expandBraces(pattern.replaceAll('\\', '/')).flatMap((plain) => {
      const { base, parts } = splitPattern(plain);
      return walk(base, parts);
    });
    if (matches.length === 0) {
      throw new AimiError('file-unreadable', {
        message: `No file matches ${pattern}`,
        details: { path: pattern, reason: 'ENOENT' },
      });
    }
    for (const match of matches.sort()) take(match);
  }
  return [...found.values()];
}

/** Where a pattern begins: a drive or a share of Windows, the root, or the working directory (empty). */
export function splitPattern(pattern: string): { readonly base: string; readonly parts: readonly string[] } {
  const base = /^(?:[A-Za-z]:\/|\/\/[^/]+\/[^/]+\/|\/)/.exec(pattern)?.[0] ?? '';
  return { base, parts: pattern.slice(base.length).split('/') };
}

function walk(base: string, parts: readonly string[]): string[] {
  const [part, ...rest] = parts;
  if (part === undefined) return [];
  if (part === '' || part === '.') return walk(base, rest);
  const at = (name: string) => (base === '' ? name : join(base, name));
  if (part === '..') return walk(at('..'), rest);
  const entries = entriesOf(base === '' ? '.' : base);
  if (part === '**') {
    const deeper = entries.filter((entry) => entry.isFolder && !entry.name.startsWith('.'));
    return [...walk(base, rest), ...deeper.flatMap(({ name }) => walk(at(name), parts))];
  }
  const matcher = toRegExp(part);
  const hits = entries.filter(({ name }) => matcher.test(name) && (part[0] === '.' || name[0] !== '.'));
  if (rest.length === 0) return hits.filter((entry) => !entry.isFolder).map(({ name }) => at(name));
  return hits.filter((entry) => entry.isFolder).flatMap(({ name }) => walk(at(name), rest));
}

function entriesOf(folder: string): { name: string; isFolder: boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    }));
  } catch {
    return [];
  }
}

function toRegExp(part: string): RegExp {
  const source = part.replace(/\*+|\?|\[[^\]]+\]|[.+^$()|\\[\]{}]/g, (piece) => {
    if (piece.startsWith('*')) return '[^/]*';
    if (piece === '?') return '[^/]';
    if (piece.length > 1) return piece.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
    return `\\${piece}`;
  });
  return new RegExp(`^${source}$`);
}

function expandBraces(pattern: string): string[] {
  const match = /\{([^{}]*)\}/.exec(pattern);
  if (match === null) return [pattern];
  const before = pattern.slice(0, match.index);
  const after = pattern.slice(match.index + match[0].length);
  return (match[1] ?? '').split(',').flatMap((choice) => expandBraces(`${before}${choice}${after}`));
}
