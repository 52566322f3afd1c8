import { sumDecimals } from '../../money/decimal.js';
import type { PriceBook } from '../types.js';
import { afterDiscount, type Discount, discountOf } from './discount.js';
import { type Baseline, changedModels, checkGates, type GateCheck, type ModelChange, minus } from './gate.js';
import { groupCosts } from './group-costs.js';
import { mergeLines } from './merge-lines.js';
import { NO_CHARGE, NOT_INCLUDED } from './not-included.js';
import { pricePortion } from './price-portion.js';
import type { CostGroup, CostLine, MissingPrice, Portion, UsageFile } from './types.js';

export const ESTIMATE_SCHEMA = 1;

/** `aimi cost estimate -o json`; published as docs/schemas/cost-estimate.schema.json. Amounts have all digits. */
export interface CostEstimate {
  readonly schema: typeof ESTIMATE_SCHEMA;
  /** By model, then in the order in which kinds are billed. */
  readonly lines: readonly CostLine[];
  readonly groups: readonly CostGroup[];
  readonly requests: number;
  /** The sum of the lines. */
  readonly subtotal: string;
  readonly discount: Discount | null;
  /** subtotal less the discount. */
  readonly total: string;
  readonly currency: string;
  /** The day whose prices hold, YYYY-MM-DD. */
  readonly asOf: string;
  readonly prices: { readonly date: string; readonly origin: 'bundled' | 'updated'; readonly source: string };
  /** Files that were read; empty without --usage. */
  readonly usage: readonly UsageFile[];
  readonly assumptions: readonly string[];
  readonly notIncluded: readonly string[];
  /** Null without --baseline. */
  readonly baseline: {
    readonly total: string;
    /** total − baseline. */
    readonly change: string;
    readonly models: readonly ModelChange[];
  } | null;
  /** One for each limit that was given. */
  readonly checks: readonly GateCheck[];
}

export interface EstimateInput {
  readonly portions: readonly Portion[];
  readonly asOf: string;
  /** Percent, or null. */
  readonly discount: string | null;
  /** Sentences that the caller has to add. */
  readonly assumptions: readonly string[];
  readonly usage: readonly UsageFile[];
  readonly max: string | null;
  readonly maxIncrease: string | null;
  readonly baseline: Baseline | null;
}

export type EstimateAnswer =
  | { readonly kind: 'estimated'; readonly estimate: CostEstimate }
  | { readonly kind: 'invalid'; readonly portion: Portion; readonly reason: string }
  /** Never empty; one for each model, SKU, mode and kind that has no price. */
  | { readonly kind: 'missing'; readonly missing: readonly MissingPrice[] };

/** Prices all portions, or says for each that has no price what stands in its way: then there is no total. */
export function estimateCost(book: PriceBook, input: EstimateInput): EstimateAnswer {
  const priced: { portion: Portion; lines: readonly CostLine[] }[] = [];
  const missing = new Map<string, MissingPrice>();
  const notes = new Set<string>();
  for (const portion of input.portions) {
    const answer = pricePortion(book, portion, input.asOf);
    if (answer.kind === 'invalid') return { kind: 'invalid', portion, reason: answer.reason };
    if (answer.kind === 'missing') {
      const { model, version, sku, mode, region } = portion;
      missing.set([model, version, sku, mode, region, answer.missing.missing].join('|'), answer.missing);
      continue;
    }
    priced.push({ portion, lines: answer.lines });
    for (const note of answer.notes) notes.add(note);
  }
  if (missing.size > 0) return { kind: 'missing', missing: [...missing.values()] };
  const lines = mergeLines(priced.flatMap((entry) => entry.lines));
  const subtotal = sumDecimals(lines.map(({ amount }) => amount));
  const discount = input.discount === null ? null : discountOf(subtotal, input.discount);
  const total = afterDiscount(subtotal, discount);
  const { date, origin, source, currency } = book.facts;
  const { baseline } = input;
  return {
    kind: 'estimated',
    estimate: {
      schema: ESTIMATE_SCHEMA,
      lines,
      groups: groupCosts(priced),
      requests: Number(input.portions.reduce((sum, { requests }) => sum + requests, 0n)),
      subtotal,
      discount,
      total,
      currency,
      asOf: input.asOf,
      prices: { date, origin, source },
      usage: input.usage,
      assumptions: [...input.assumptions, ...notes, NO_CHARGE],
      notIncluded: NOT_INCLUDED,
      baseline:
        baseline === null
          ? null
          : {
              total: baseline.total,
              change: minus(total, baseline.total),
              models: changedModels(baseline, lines),
            },
      checks: checkGates(total, { max: input.max, maxIncrease: input.maxIncrease }, baseline),
    },
  };
}
