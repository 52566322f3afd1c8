import type { BilledRow } from '../billing-plane.js';
import { resourceOf } from './resource.js';

/** Meters of partner models: token meters of serverless offers, and Claude's billing unit. */
const MODEL_METERS = /paygo-inference|\bclaude\b|\bCCU\b|(?:input|output)[ -]?tokens?\b/i;

/**
 * Whether a marketplace charge is one of a partner model. Its resource is called `[model]-[GUID]`, and other
 * products of the marketplace (virtual appliances, ...) come in the same answer.
 * Source: MicrosoftDocs/azure-ai-docs, ai-foundry/concepts/manage-costs.md, 2025-10-15; the meter names of
 * Claude (Claude Consumption Units), learn.microsoft.com foundry-models/concepts/claude-models-billing, 2026-11.
 */
export function isModelCharge(row: BilledRow, models: readonly string[]): boolean {
  if (row.publisherType !== 'Marketplace') return true;
  if (MODEL_METERS.test(`${row.meter} ${row.product}`)) return true;
  const { resource } = resourceOf(row.resourceId);
  const name = resource.toLowerCase().replace(/-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, '');
  return name !== '' && models.some((model) => model.toLowerCase() === name);
}
