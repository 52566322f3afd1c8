import type { HeaderReader } from './retry-after.js';

/** What Azure support asks for, or null. */
export function readRequestId(header: HeaderReader): string | null {
  return header('x-ms-request-id') ?? header('x-ms-correlation-request-id') ?? header('request-id') ?? null;
}
