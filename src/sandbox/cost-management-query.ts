import * as v from 'valibot';
import type { Charge } from './cost-management-charges.js';

const Comparison = v.object({ name: v.string(), operator: v.string(), values: v.array(v.string()) });

interface Filter {
  readonly and?: readonly Filter[] | undefined;
  readonly or?: readonly Filter[] | undefined;
  readonly dimensions?: v.InferOutput<typeof Comparison> | undefined;
  readonly tags?: v.InferOutput<typeof Comparison> | undefined;
}

const FilterShape: v.GenericSchema<Filter> = v.object({
  and: v.optional(v.array(v.lazy(() => FilterShape))),
  or: v.optional(v.array(v.lazy(() => FilterShape))),
  dimensions: v.optional(Comparison),
  tags: v.optional(Comparison),
});

/** The part of a query definition that the sandbox understands. */
export const CostQueryShape = v.object({
  type: v.picklist(['Usage', 'ActualCost', 'AmortizedCost']),
  timeframe: v.literal('Custom'),
  timePeriod: v.object({ from: v.string(), to: v.string() }),
  dataset: v.object({
    granularity: v.optional(v.picklist(['None', 'Daily'])),
    aggregation: v.record(
      v.string(),
      v.object({
        name: v.picklist(['Cost', 'PreTaxCost', 'CostUSD', 'UsageQuantity']),
        function: v.literal('Sum'),
      }),
    ),
    grouping: v.optional(
      v.array(v.object({ type: v.picklist(['Dimension', 'TagKey', 'Tag']), name: v.string() })),
    ),
    filter: v.optional(FilterShape),
  }),
});

export type CostQueryBody = v.InferOutput<typeof CostQueryShape>;

export const DIMENSION_NAMES = [
  'ChargeType',
  'Meter',
  'MeterCategory',
  'MeterSubcategory',
  'PublisherType',
  'ResourceGroup',
  'ResourceGroupName',
  'ResourceId',
  'ResourceLocation',
  'ResourceType',
  'ServiceName',
  'SubscriptionId',
] as const;

export function passes(charge: Charge, filter: Filter | undefined): boolean {
  if (filter === undefined) return true;
  const { and, or, dimensions, tags } = filter;
  return (
    (and === undefined || and.every((each) => passes(charge, each))) &&
    (or === undefined || or.some((each) => passes(charge, each))) &&
    (dimensions === undefined || isIn(charge.dimensions[dimensions.name.toLowerCase()], dimensions.values)) &&
    (tags === undefined || isIn(charge.tags[tags.name], tags.values))
  );
}

function isIn(value: string | undefined, values: readonly string[]): boolean {
  return values.some((each) => each.toLowerCase() === (value ?? '').toLowerCase());
}
