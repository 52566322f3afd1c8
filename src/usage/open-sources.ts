import { createReadStream } from 'node:fs';
import { expandPaths } from './expand-paths.js';
import type { UsageSource } from './types.js';

/** Sources for paths, patterns and `-`, which is standard input. */
export function openSources(patterns: readonly string[]): readonly UsageSource[] {
  const paths = patterns.filter((pattern) => pattern !== '-');
  const files = expandPaths(paths).map((path): UsageSource => ({ kind: 'file', path }));
  if (paths.length === patterns.length) return files;
  const bytes = createReadStream('', { fd: 0, autoClose: false, highWaterMark: 1 << 20 });
  return [...files, { kind: 'stream', name: 'standard input', bytes }];
}
