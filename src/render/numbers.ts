import { grouped } from '../core/grouped.js';

export { grouped };

/** `10,000 tokens/min, 60 requests/min`; the empty string when neither is published. */
export function ratesText(limits: {
  readonly tokensPerMinute: number | null;
  readonly requestsPerMinute: number | null;
}): string {
  const parts = [
    limits.tokensPerMinute === null ? '' : `${grouped(limits.tokensPerMinute)} tokens/min`,
    limits.requestsPerMinute === null ? '' : `${grouped(limits.requestsPerMinute)} requests/min`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** `10k`, `1.5M`: for a column. */
export function compact(value: number | null): string {
  if (value === null) return '';
  if (value >= 1_000_000) return `${trim(value / 1_000_000)}M`;
  if (value >= 1_000) return `${trim(value / 1_000)}k`;
  return trim(value);
}

function trim(value: number): string {
  return String(Math.round(value * 10) / 10);
}
