import type { UsageFile } from '../../core/pricing/estimate/types.js';
import type { Session } from '../../session.js';

const MOST_NAMED = 5;

/** Says what of the files is not in the sum; gives what was assumed of the rest. */
export function sayWhatWasRead(
  session: Pick<Session, 'say' | 'warn'>,
  files: readonly UsageFile[],
): readonly string[] {
  const assumptions: string[] = [];
  for (const file of files) {
    if (file.badCount > 0) session.warn(`${file.name}: ${badText(file)}`);
    if (file.records === 0) session.warn(`${file.name}: nothing with token counts`);
    else if (file.withoutUsage > 0) {
      session.say(`${file.name}: ${recordsText(file.withoutUsage)} without token counts, not in the sum.`);
    }
    if (file.repeated > 0) {
      session.say(
        `${file.name}: ${recordsText(file.repeated)} left out: sums of an agent's calls, or answers of a gateway's cache.`,
      );
    }
    if (file.aggregated > 0) {
      assumptions.push(
        `${file.name}: ${recordsText(file.aggregated)} for several requests each, taken to be below any long-context price.`,
      );
    }
  }
  return assumptions;
}

function recordsText(count: number): string {
  return `${count} ${count === 1 ? 'record' : 'records'}`;
}

function badText({ badCount, bad }: UsageFile): string {
  const named = bad.slice(0, MOST_NAMED).map(({ line, reason }) => `line ${line} (${reason})`);
  const more = badCount > named.length ? ', ...' : '';
  return `${badCount} bad ${badCount === 1 ? 'line is' : 'lines are'} not in the sum: ${named.join(', ')}${more}`;
}
