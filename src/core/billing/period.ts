import { AimiError } from '../../errors.js';

export interface Period {
  /** YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
}

export interface PeriodWish {
  readonly days: number | null;
  readonly from: string | null;
  readonly to: string | null;
}

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;
/** Cost Management refuses longer custom periods, as public tools report it; not tried against Azure itself. */
const MOST_DAYS = 366;

/** The period asked for; without one, the 30 days up to today. Throws `usage` and `invalid-value`. */
export function choosePeriod({ days, from, to }: PeriodWish, today: string): Period {
  if (days !== null && (from !== null || to !== null)) {
    throw new AimiError('usage', {
      message: '--days does not go with --from and --to.',
      hint: 'Give --days 30, or --from 2026-10-01 --to 2026-10-31',
    });
  }
  const end = to ?? today;
  const start = from ?? addDays(end, 1 - (days ?? USUAL_DAYS));
  const length = (Date.parse(end) - Date.parse(start)) / DAY_MS + 1;
  if (length >= 1 && length <= MOST_DAYS && start <= today) return { from: start, to: end };
  throw new AimiError('invalid-value', {
    message: `${start} to ${end} is no period that costs can be read for: ${reason(length)}.`,
    hint: 'For example: --from 2026-10-01 --to 2026-10-31',
    details: { from: start, to: end },
  });
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

function reason(length: number): string {
  if (length < 1) return 'it ends before it begins';
  return length > MOST_DAYS ? `Cost Management takes ${MOST_DAYS} days at most` : 'it has not begun';
}
