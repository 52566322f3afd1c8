import { closeSync, openSync } from 'node:fs';
import { isAimiError } from '../errors.js';
import { Feeder } from './feeder.js';
import type { WorkerJob, WorkerMessage } from './jobs.js';
import { createLayout } from './layout.js';
import { consumersFor, readPart } from './part.js';
import { Report } from './report.js';
import { TableRows } from './table-rows.js';
import { Tally } from './tally.js';

/** Takes parts of one file until there are none, and posts what became of each; at the end the sums. */
export function readUsageParts(job: WorkerJob, post: (message: WorkerMessage) => void): void {
  try {
    const layout = createLayout(job.layout);
    const tally = new Tally(layout.dims.length, layout.thresholds);
    const next = new Int32Array(job.next);
    const descriptor = openSync(job.path, 'r');
    let hasLineBreaks = false;
    const consumerOf = consumersFor(job.format, layout, tally);
    let feeder: Feeder | null = null;
    try {
      for (;;) {
        const index = Atomics.add(next, 0, 1);
        const from = index * job.partBytes;
        if (from >= job.size) break;
        const to = Math.min(job.size, from + job.partBytes);
        const report = new Report();
        const consumer = consumerOf(report);
        if (feeder === null) feeder = new Feeder(consumer);
        else feeder.restart(consumer);
        for (const _ of readPart(descriptor, feeder, { first: job.first, from, to })) {
          // the consumer has them
        }
        hasLineBreaks ||= consumer instanceof TableRows && consumer.hasLineBreaks;
        post({ kind: 'part', index, bytes: to - from, report: report.part() });
        if (hasLineBreaks) break;
      }
    } finally {
      closeSync(descriptor);
    }
    post({ kind: 'done', rows: tally.rows(), hasLineBreaks });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isOurs = isAimiError(error);
    post({
      kind: 'failed',
      message,
      code: isOurs ? error.code : 'internal',
      hint: isOurs ? (error.hint ?? null) : null,
    });
  }
}
