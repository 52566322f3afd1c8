import { Worker } from 'node:worker_threads';
import { AimiError } from '../errors.js';
import type { WorkerJob, WorkerMessage } from './jobs.js';
import type { PartReport } from './report.js';
import type { TallyRow } from './tally.js';

const PART_BYTES = 16 << 20;

export interface CrewResult {
  /** In the order of the file. */
  readonly parts: readonly PartReport[];
  readonly rows: readonly TallyRow[];
  /** Lines are not rows in this table, so the result is worth nothing. */
  readonly hasLineBreaks: boolean;
}

/** Reads one file with several workers that take parts of it in turn. */
export async function readWithCrew(
  workerFile: string,
  crewSize: number,
  job: Omit<WorkerJob, 'next' | 'partBytes'>,
  options: { readonly signal?: AbortSignal | undefined; readonly onBytes: (count: number) => void },
): Promise<CrewResult> {
  const next = new SharedArrayBuffer(4);
  const workerData: WorkerJob = { ...job, next, partBytes: PART_BYTES };
  const parts: PartReport[] = [];
  const rows: TallyRow[] = [];
  let hasLineBreaks = false;
  const workers = Array.from({ length: crewSize }, () => new Worker(workerFile, { workerData }));
  const stop = () => void Promise.all(workers.map((worker) => worker.terminate()));
  options.signal?.addEventListener('abort', stop, { once: true });
  try {
    await Promise.all(
      workers.map(
        (worker) =>
          new Promise<void>((resolve, reject) => {
            worker.on('message', (message: WorkerMessage) => {
              if (message.kind === 'part') {
                parts[message.index] = message.report;
                options.onBytes(message.bytes);
              } else if (message.kind === 'done') {
                for (const row of message.rows) rows.push(row);
                hasLineBreaks ||= message.hasLineBreaks;
                resolve();
              } else reject(failure(job.path, message));
            });
            worker.on('error', reject);
            worker.on('exit', () =>
              reject(new AimiError('internal', { message: `Reading ${job.path} stopped` })),
            );
          }),
      ),
    );
  } finally {
    options.signal?.removeEventListener('abort', stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
    options.signal?.throwIfAborted();
  }
  return { parts, rows, hasLineBreaks };
}

function failure(path: string, message: Extract<WorkerMessage, { kind: 'failed' }>): AimiError {
  if (message.code === 'invalid-value') {
    return new AimiError('invalid-value', { message: message.message, hint: message.hint ?? undefined });
  }
  return new AimiError('file-unreadable', {
    message: `Cannot read ${path}: ${message.message}`,
    details: { path },
  });
}
