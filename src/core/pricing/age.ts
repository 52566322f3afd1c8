/** Older prices are said to be old: most months bring new meters, and cuts are published on the first. */
export const OLD_AFTER_DAYS = 45;

/** Whole days from one YYYY-MM-DD to another; 0 when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}
