import Big from 'big.js';
import type { BilledRow } from '../billing-plane.js';
import { sumDecimals } from '../money/decimal.js';
import type { Period } from './period.js';
import { type PricedRow, type Pricing, priceRow } from './price-meter.js';
import { resourceOf } from './resource.js';

/** What was billed for one meter of one resource (on one day, if asked), beside its price by the price list. */
export interface ActualLine {
  /** Null when the lines are sums over the period. */
  readonly day: string | null;
  readonly resource: string;
  readonly resourceGroup: string;
  readonly resourceId: string;
  /** Value of the tag asked for; null when the resource does not carry it. */
  readonly tag: string | null;
  readonly meter: string;
  readonly product: string;
  readonly publisherType: string;
  readonly chargeType: string;
  /** What the meter's name says; null where it says nothing. */
  readonly model: string | null;
  readonly version: string | null;
  readonly sku: string | null;
  readonly mode: string | null;
  readonly kind: string | null;
  /** Null when what is counted, or in which unit, is not known. */
  readonly tokens: number | null;
  /** Decimal text in `currency`. */
  readonly billed: string;
  readonly currency: string;
  /** The same tokens by the price list; null when unknown, never zero for it. */
  readonly estimate: string | null;
  /** `billed` less `estimate`. */
  readonly difference: string | null;
  /** Why there is no estimate. */
  readonly unknown: string | null;
}

export interface ActualTotal {
  readonly currency: string;
  readonly billed: string;
  /** The part of `billed` that has an estimate. */
  readonly billedWithEstimate: string;
  readonly estimate: string;
  readonly difference: string;
  readonly billedWithoutEstimate: string;
}

export interface ActualCost extends Period {
  readonly scope: string;
  readonly tag: string;
  readonly lines: readonly ActualLine[];
  /** One for each currency. */
  readonly totals: readonly ActualTotal[];
  /** Marketplace charges of other products, which are not in the lines. */
  readonly leftOut: readonly { readonly currency: string; readonly rows: number; readonly billed: string }[];
}

/** Sums daily rows into lines, the most expensive first; with `byDay` a line a day, in the order of days. */
export function actualLines(
  rows: readonly BilledRow[],
  pricing: Pricing,
  byDay: boolean,
): readonly ActualLine[] {
  const groups = new Map<string, PricedRow[]>();
  for (const row of rows) {
    const day = byDay ? row.day : '';
    const { resourceId, tag, meter, product, publisherType, chargeType, currency } = row;
    const key = JSON.stringify([
      day,
      resourceId.toLowerCase(),
      tag,
      meter,
      product,
      publisherType,
      chargeType,
      currency,
    ]);
    const group = groups.get(key) ?? [];
    group.push(priceRow(row, pricing));
    groups.set(key, group);
  }
  const lines = [...groups.values()].flatMap((group) => lineOf(group, byDay));
  return lines.sort(
    (a, b) =>
      compare(a.day ?? '', b.day ?? '') ||
      new Big(b.billed).cmp(a.billed) ||
      compare(a.resourceId, b.resourceId) ||
      compare(a.meter, b.meter),
  );
}

export function totalsOf(lines: readonly ActualLine[]): readonly ActualTotal[] {
  return [...new Set(lines.map(({ currency }) => currency))].sort().map((currency) => {
    const own = lines.filter((line) => line.currency === currency);
    const withEstimate = own.filter(({ estimate }) => estimate !== null);
    const billed = sumDecimals(own.map((line) => line.billed));
    const billedWithEstimate = sumDecimals(withEstimate.map((line) => line.billed));
    const estimate = sumDecimals(withEstimate.map((line) => line.estimate ?? '0'));
    return {
      currency,
      billed,
      billedWithEstimate,
      estimate,
      difference: less(billedWithEstimate, estimate),
      billedWithoutEstimate: less(billed, billedWithEstimate),
    };
  });
}

/** One reason stands for all: a line has an estimate only when each of its days has one. */
function lineOf(group: readonly PricedRow[], byDay: boolean): readonly ActualLine[] {
  const [first] = group;
  if (first === undefined) return [];
  const { row, reading } = first;
  const billed = sumDecimals(group.map((priced) => priced.row.cost));
  const unpriced = group.find(({ estimate }) => estimate === null);
  const estimate = unpriced === undefined ? sumDecimals(group.map((each) => each.estimate ?? '0')) : null;
  return [
    {
      day: byDay ? row.day : null,
      ...resourceOf(row.resourceId),
      resourceId: row.resourceId,
      tag: row.tag,
      meter: row.meter,
      product: row.product,
      publisherType: row.publisherType,
      chargeType: row.chargeType,
      model: reading?.model ?? null,
      version: reading?.version ?? null,
      sku: reading?.sku ?? null,
      mode: reading?.mode ?? null,
      kind: reading?.kind ?? null,
      tokens: sumTokens(group),
      billed,
      currency: row.currency,
      estimate,
      difference: estimate === null ? null : less(billed, estimate),
      unknown: unpriced?.unknown ?? null,
    },
  ];
}

function sumTokens(group: readonly PricedRow[]): number | null {
  let sum = 0n;
  for (const { tokens } of group) {
    if (tokens === null) return null;
    sum += tokens;
  }
  return sum <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(sum) : null;
}

function less(a: string, b: string): string {
  return new Big(a).minus(b).toFixed();
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
