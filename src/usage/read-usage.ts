import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { AimiError } from '../errors.js';
import { groupsOf } from './groups.js';
import { createLayout, type LayoutInput } from './layout.js';
import { readSource } from './read-source.js';
import type { TallyRow } from './tally.js';
import { type FileReport, MAP_FIELDS, type UsageOptions, type UsageSource, type UsageSum } from './types.js';

const PARALLEL_FROM_BYTES = 64 << 20;

/**
 * Adds up the token counts of usage files: JSON lines, JSON, or tables with a header; plain or gzip; by
 * content, not by name. Counts are exact integers. Fails with `file-unreadable` naming the file (a damaged
 * gzip included), and with `invalid-value` for a wrong option or, with `strict`, the first bad line.
 */
export async function sumUsage(
  sources: readonly UsageSource[],
  options: UsageOptions = {},
): Promise<UsageSum> {
  const layoutInput = readOptions(options);
  const layout = createLayout(layoutInput);
  const total = totalBytes(sources);
  let done = 0;
  const rows: TallyRow[] = [];
  const files: FileReport[] = [];
  for (const source of sources) {
    options.signal?.throwIfAborted();
    const result = await readSource(source, {
      layoutInput,
      layout,
      strict: options.strict ?? false,
      signal: options.signal,
      onBytes(count) {
        done += count;
        options.onProgress?.(done, total);
      },
      workerFile: options.workerFile ?? null,
      cores: options.cores ?? availableParallelism(),
      parallelFromBytes: options.parallelFromBytes ?? PARALLEL_FROM_BYTES,
    });
    for (const row of result.rows) rows.push(row);
    files.push(result.report);
  }
  return { groups: groupsOf(rows, layout.thresholds, options.tierOf ?? (() => null)), files };
}

function readOptions({ by = [], map = {}, thresholds = [] }: UsageOptions): LayoutInput {
  const known: readonly string[] = MAP_FIELDS;
  for (const name of Object.keys(map)) {
    if (known.includes(name) || by.includes(name)) continue;
    throw new AimiError('invalid-value', {
      message: `There is no field ${name} to map`,
      hint: `Fields: ${known.join(', ')}, or a name given with --by`,
    });
  }
  return { by: by.filter((name) => name !== 'model' && name !== 'deployment'), map, thresholds };
}

/** Null as soon as one source has no size. */
function totalBytes(sources: readonly UsageSource[]): number | null {
  let total = 0;
  for (const source of sources) {
    const facts = source.kind === 'file' ? statSync(source.path, { throwIfNoEntry: false }) : undefined;
    if (facts?.isFile() !== true) return null;
    total += facts.size;
  }
  return total;
}
