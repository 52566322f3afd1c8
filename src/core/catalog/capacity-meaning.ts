import type { RateLimit, SkuOffer } from '../model.js';

/** Null where the service publishes no limit of that kind: it may exist all the same. */
export interface CapacityLimits {
  readonly tokensPerMinute: number | null;
  readonly requestsPerMinute: number | null;
}

/**
 * What a capacity (units) allows in a minute. The SKU's rate limits are per unit and in their own period
 * (1 request in 10 s is 6 in a minute); they differ from model to model and must not be assumed.
 * Source: models lists of Azure/azure-dev, 2026-04; quota.md of MicrosoftDocs/azure-ai-docs.
 */
export function limitsFor(sku: Pick<SkuOffer, 'rateLimits'>, capacity: number): CapacityLimits {
  return {
    tokensPerMinute: perMinute(sku.rateLimits, 'token', capacity),
    requestsPerMinute: perMinute(sku.rateLimits, 'request', capacity),
  };
}

/** What one unit allows in a minute. */
export function perUnit(sku: Pick<SkuOffer, 'rateLimits'>): CapacityLimits {
  return limitsFor(sku, 1);
}

/** The tightest limit of one key. Multiplied before divided, so that whole results stay whole. */
function perMinute(limits: readonly RateLimit[], key: string, capacity: number): number | null {
  const values = limits.flatMap((limit) =>
    limit.key === key && limit.renewalPeriodSeconds > 0
      ? [(limit.count * capacity * 60) / limit.renewalPeriodSeconds]
      : [],
  );
  return values.length === 0 ? null : Math.min(...values);
}
