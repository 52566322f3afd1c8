import type { ArmErrorContext } from '../core/arm-errors/fault.js';
import type { ArmClient } from './client.js';
import { refusalOf } from './translate.js';
import { isObject, textAt, unexpectedAnswer } from './wire-value.js';

/** A list longer than this is a loop of nextLinks. */
const MOST_PAGES = 200;

/** Every page of an ARM list. `nextLink` is followed on the same host only; the pipeline's guard sees to it. */
export async function readPages<T>(
  arm: ArmClient,
  firstUrl: string,
  mapPage: (body: unknown) => readonly T[],
  context: ArmErrorContext,
  signal: AbortSignal,
): Promise<readonly T[]> {
  const rows: T[] = [];
  let url: string | null = firstUrl;
  for (let page = 0; url !== null; page += 1) {
    if (page === MOST_PAGES) throw unexpectedAnswer(`a list of more than ${MOST_PAGES} pages`);
    const response = await arm.send({ method: 'GET', url, signal });
    if (response.status >= 300) throw refusalOf(response, context);
    rows.push(...mapPage(response.body));
    const next: string | null = isObject(response.body) ? textAt(response.body, 'nextLink') : null;
    if (next !== null && !URL.canParse(next, url)) throw unexpectedAnswer('an unreadable nextLink');
    url = next === null ? null : new URL(next, url).toString();
  }
  return rows;
}
