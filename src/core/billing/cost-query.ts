import type { CostQuery } from '../billing-plane.js';

/**
 * Names under which Azure bills model tokens: `Cognitive Services` until 2025, `Foundry Models` from 2026
 * (diff of public copies of the Retail Prices API, 2025-08 to 2026-10).
 */
export const MODEL_SERVICES = ['Cognitive Services', 'Foundry Models', 'Foundry Tools'] as const;

/** `MeterSubcategory` is answered as the column `MeterSubCategory`; `UnitOfMeasure` is no dimension of a query. */
const DIMENSIONS = [
  'ResourceId',
  'ResourceLocation',
  'ServiceName',
  'MeterSubcategory',
  'Meter',
  'PublisherType',
  'ChargeType',
] as const;

/**
 * Body of `POST {scope}/providers/Microsoft.CostManagement/query`. Daily rows, because prices change with the
 * day; at most two aggregations are allowed.
 * After the Cost Management REST reference, Query - Usage; dimensions as the service lists them for a subscription
 * (warrendt/Azure2AzureTK, 3-CostInformation/README.md, 2026-11). Not tried against Azure itself.
 */
export function costQueryBody({ from, to, tag, resourceId }: CostQuery): unknown {
  return {
    type: 'ActualCost',
    timeframe: 'Custom',
    timePeriod: { from: `${from}T00:00:00Z`, to: `${to}T23:59:59Z` },
    dataset: {
      granularity: 'Daily',
      aggregation: {
        totalCost: { name: 'Cost', function: 'Sum' },
        totalQuantity: { name: 'UsageQuantity', function: 'Sum' },
      },
      grouping: [...DIMENSIONS.map((name) => ({ type: 'Dimension', name })), { type: 'TagKey', name: tag }],
      filter:
        resourceId === null
          ? { or: [isIn('ServiceName', MODEL_SERVICES), isIn('PublisherType', ['Marketplace'])] }
          : isIn('ResourceId', [resourceId]),
    },
  };
}

function isIn(name: string, values: readonly string[]): unknown {
  return { dimensions: { name, operator: 'In', values } };
}
