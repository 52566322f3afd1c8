import { readSync } from 'node:fs';
import type { Consumer } from './consumer.js';
import type { Feeder } from './feeder.js';
import { JsonDocuments } from './json-documents.js';
import { JsonLines } from './json-lines.js';
import { JsonScanner } from './json-scanner.js';
import type { Layout } from './layout.js';
import type { Report } from './report.js';
import type { Format } from './sniff.js';
import { planTable } from './table-header.js';
import { TableRows } from './table-rows.js';
import type { Tally } from './tally.js';

/** Makes consumers that share what one of them has learnt of the shapes of records. */
export function consumersFor(
  format: Exclude<Format, { kind: 'empty' }>,
  layout: Layout,
  tally: Tally,
): (report: Report) => Consumer {
  if (format.kind === 'table') {
    const table = planTable(layout, format.header);
    return (report) => new TableRows(layout, tally, report, table);
  }
  const scanner = new JsonScanner(layout, tally);
  if (format.kind === 'json') return (report) => new JsonDocuments(scanner, report);
  return (report) => new JsonLines(scanner, report);
}

/**
 * Reads every line that starts in [from, to) of an open file. `first` is where the first line of all starts;
 * a part that starts later leaves its first, unfinished line to the part before. Yields the bytes done.
 */
export function* readPart(
  descriptor: number,
  feeder: Feeder,
  { first, from, to }: { readonly first: number; readonly from: number; readonly to: number },
): Generator<number> {
  // From one byte earlier, so that a line that starts exactly at `from` is ours.
  let isInside = from <= first;
  let offset = isInside ? first : from - 1;
  for (;;) {
    const room = feeder.room();
    const count = readSync(descriptor, room, 0, room.length, offset);
    if (count === 0) break;
    let begin = 0;
    if (!isInside) {
      begin = room.subarray(0, count).indexOf(10) + 1;
      if (begin === 0) {
        // The line that the part before is reading goes on.
        offset += count;
        if (offset >= to) return;
        continue;
      }
      isInside = true;
      if (offset + begin >= to) return;
      room.copyWithin(0, begin, count);
    }
    const end = lineEndFrom(room, count - begin, to - 1 - (offset + begin));
    feeder.wrote(end ?? count - begin);
    offset += count;
    yield count;
    if (end !== null) break;
  }
  feeder.finish();
}

/** The end of the first line that ends at or behind `from` in the first `count` bytes; null when none does. */
function lineEndFrom(bytes: Uint8Array, count: number, from: number): number | null {
  if (from >= count) return null;
  const newline = bytes.subarray(0, count).indexOf(10, Math.max(0, from));
  return newline < 0 ? null : newline + 1;
}
