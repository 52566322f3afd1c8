import type { Exchange } from './exchange.js';
import { param } from './exchange.js';
import { refusals } from './refusals.js';
import { foldRegion } from './state.js';

/** Api-versions of Microsoft.CognitiveServices in use by the SDKs, azd, terraform and the Azure CLI. */
export const API_VERSIONS = [
  '2017-04-18',
  '2021-04-30',
  '2021-10-01',
  '2022-03-01',
  '2022-10-01',
  '2022-12-01',
  '2023-05-01',
  '2023-10-01-preview',
  '2024-04-01-preview',
  '2024-06-01-preview',
  '2024-10-01',
  '2025-04-01-preview',
  '2025-06-01',
  '2025-09-01',
  '2025-10-01-preview',
  '2026-03-01',
  '2026-05-15-preview',
] as const;

/** Capacity on the SKU came with this one; earlier versions want it absent. */
export const SKU_CAPACITY_SINCE = '2023-05-01';

export function requireKnownApiVersion(exchange: Exchange, type: string): void {
  if (API_VERSIONS.some((version) => version === exchange.apiVersion)) return;
  throw refusals.noProvider(exchange.params.location ?? null, exchange.apiVersion, type, API_VERSIONS);
}

/** The region of the path in lower case; refused when the provider is not there. */
export function requireRegion(exchange: Exchange, type: string): string {
  const region = foldRegion(param(exchange, 'location'));
  const known = Object.values(exchange.catalog.accountRegions).flat();
  const isKnown = known.some((name) => name.toLowerCase() === region);
  if (!isKnown)
    throw refusals.noProvider(param(exchange, 'location'), exchange.apiVersion, type, API_VERSIONS);
  return region;
}
