import type { PriceKind } from '../core/pricing/types.js';
import { guidFrom } from './reply.js';
import type { SandboxDeployment } from './state.js';

/** From this day on every deployment is billed as if it had always been there. */
export const FIRST_BILLED_DAY = '2026-01-15';

/** Provisioned and managed SKUs are billed by the hour, which the sandbox does not do. */
export function isPayAsYouGoRow({ sku }: SandboxDeployment): boolean {
  return /Standard$|Batch$/.test(sku.name);
}

/**
 * Tokens of one kind on one day: made up, and the same for the same deployment and day. With a price for cached
 * input a fifth of the input comes from the cache.
 */
export function tokensOf(
  deployment: SandboxDeployment,
  day: string,
  kind: PriceKind,
  hasCache: boolean,
): bigint {
  const seed = guidFrom('usage', deployment.account, deployment.name.toLowerCase(), day);
  const input = 200_000n + (BigInt(`0x${seed.slice(0, 8)}`) % 1_800_000n);
  const cached = hasCache ? input / 5n : 0n;
  if (kind === 'cachedInput') return cached;
  return kind === 'output' ? input / 6n : input - cached;
}
