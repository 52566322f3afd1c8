/** Reads one header by its lower-case name. */
export type HeaderReader = (name: string) => string | undefined;

/**
 * Cost Management counts several things and says in seconds when each has room again; the longest decides.
 * Source: microsoft/azure-skills, azure-cost/cost-query/error-handling.md (qpu, entity, tenant; wait for the longest),
 * 2026-11-23, and mivano/azure-cost-cli (clienttype, entity).
 */
const COST_MANAGEMENT_LIMITS = ['qpu', 'entity', 'tenant', 'client', 'clienttype'] as const;

/**
 * How long the service asks to wait, in milliseconds: `retry-after-ms`, `x-ms-retry-after-ms`,
 * `Retry-After` as seconds or as an HTTP date (RFC 9110 section 10.2.3), or the headers of Cost Management. Null
 * when it does not say.
 */
export function readRetryAfterMs(header: HeaderReader, now: Date): number | null {
  for (const name of ['retry-after-ms', 'x-ms-retry-after-ms']) {
    const value = wholeNumber(header(name));
    if (value !== null) return value;
  }
  const text = header('retry-after');
  const seconds = wholeNumber(text);
  if (seconds !== null) return seconds * 1000;
  const costWaits = COST_MANAGEMENT_LIMITS.map((name) =>
    wholeNumber(header(`x-ms-ratelimit-microsoft.costmanagement-${name}-retry-after`)),
  ).filter((value) => value !== null);
  if (costWaits.length > 0) return Math.max(...costWaits) * 1000;
  const date = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}
