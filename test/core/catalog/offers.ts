import type { ModelOffer, SkuOffer } from '../../../src/core/model.js';

/** An interactive SKU that bills per token, open without a date. */
export function sku(name: string, changes: Partial<SkuOffer> = {}): SkuOffer {
  return {
    name,
    usageName: `OpenAI.${name}.sample`,
    capacity: { default: 10, maximum: 1_000_000 },
    retires: null,
    rateLimits: [],
    ...changes,
  };
}

/** A version that is open to new deployments for ever. */
export function offer(changes: Partial<ModelOffer> = {}): ModelOffer {
  return {
    format: 'OpenAI',
    name: 'sample',
    version: '1',
    publisher: 'OpenAI',
    isDefault: false,
    lifecycle: 'GenerallyAvailable',
    skus: [sku('GlobalStandard')],
    capabilities: { chatCompletion: 'true' },
    retires: null,
    ...changes,
  };
}
