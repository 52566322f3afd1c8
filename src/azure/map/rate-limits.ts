import type { RateLimit } from '../../core/model.js';
import { isObject, listAt, numberAt, textAt, type WireObject } from '../wire-value.js';

/** Answers of 2023 spell the list `ratelimits`. Rows without key, count or period are dropped. */
export function mapRateLimits(source: WireObject): readonly RateLimit[] {
  const rows = Array.isArray(source.rateLimits) ? source.rateLimits : listAt(source, 'ratelimits');
  return rows.flatMap((row: unknown) => {
    if (!isObject(row)) return [];
    const key = textAt(row, 'key');
    const count = numberAt(row, 'count');
    const renewalPeriodSeconds = numberAt(row, 'renewalPeriod');
    return key === null || count === undefined || renewalPeriodSeconds === undefined
      ? []
      : [{ key, count, renewalPeriodSeconds }];
  });
}
