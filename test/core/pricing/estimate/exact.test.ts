import { describe, expect, it } from 'vitest';
import { NO_COUNTS } from '../../../../src/core/pricing/estimate/counts.js';
import { type CostEstimate, estimateCost } from '../../../../src/core/pricing/estimate/estimate.js';
import type { Portion } from '../../../../src/core/pricing/estimate/types.js';
import type { PriceBook, PriceKind, PriceRow } from '../../../../src/core/pricing/types.js';

/** Small and repeatable: mulberry32. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % below;
  };
}

function row(kind: PriceKind, price: string, per: 1_000 | 1_000_000): PriceRow {
  return {
    model: 'm',
    version: null,
    publisher: 'OpenAI',
    billing: 'azure',
    sku: 'GlobalStandard',
    mode: 'standard',
    context: 'any',
    kind,
    modality: 'text',
    regionScope: 'commercial',
    regions: [],
    price,
    per,
    currency: 'USD',
    meterName: `m ${kind}`,
    productName: 'Azure OpenAI',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: 'test',
  };
}

function bookOf(rows: readonly PriceRow[]): PriceBook {
  return {
    facts: {
      date: '2026-11-01',
      currency: 'USD',
      origin: 'bundled',
      source: 'test',
      rowCount: rows.length,
      modelCount: 1,
    },
    models: ['m'],
    rowsOf: (name) => (name === 'm' ? rows : []),
    allRows: () => rows,
  };
}

function portionOf(input: bigint, cachedInput: bigint, output: bigint): Portion {
  return {
    model: 'm',
    version: null,
    deployment: null,
    sku: 'GlobalStandard',
    region: null,
    mode: 'standard',
    context: 'short',
    requests: 1n,
    counts: { ...NO_COUNTS, input, cachedInput, output },
    by: { model: 'm' },
  };
}

function estimate(
  book: PriceBook,
  portions: readonly Portion[],
  discount: string | null = null,
): CostEstimate {
  const answer = estimateCost(book, {
    portions,
    asOf: '2026-11-22',
    discount,
    assumptions: [],
    usage: [],
    max: null,
    maxIncrease: null,
    baseline: null,
  });
  if (answer.kind !== 'estimated') throw new Error(`not estimated: ${answer.kind}`);
  return answer.estimate;
}

/** Numerator and power of ten: another arithmetic than the one that is tested. */
interface Fraction {
  readonly over: bigint;
  readonly places: number;
}

function fraction(text: string): Fraction {
  const [whole = '', decimals = ''] = text.split('.');
  return { over: BigInt(whole + decimals), places: decimals.length };
}

function isEqual(a: Fraction, b: Fraction): boolean {
  return a.over * 10n ** BigInt(b.places) === b.over * 10n ** BigInt(a.places);
}

function times(count: bigint, price: string, per: number): Fraction {
  const { over, places } = fraction(price);
  return { over: over * count, places: places + (per === 1_000 ? 3 : 6) };
}

function plus(a: Fraction, b: Fraction): Fraction {
  const places = Math.max(a.places, b.places);
  const scale = (value: Fraction) => value.over * 10n ** BigInt(places - value.places);
  return { over: scale(a) + scale(b), places };
}

describe('estimateCost on random prices and counts', () => {
  const random = randomOf(20261122);
  const price = () => `${random(40)}.${String(random(1_000_000)).padStart(6, '0')}${random(10)}`;
  const per = () => (random(2) === 0 ? 1_000 : 1_000_000);
  const count = () => BigInt(random(2 ** 31)) * BigInt(1 + random(2_000));
  const cases = Array.from({ length: 300 }, () => {
    const rows = [
      row('input', price(), per()),
      row('cachedInput', price(), per()),
      row('output', price(), per()),
    ];
    const input = count();
    return { rows, input, cached: input / BigInt(1 + random(5)), output: count() };
  });

  it('equals rational arithmetic in every line and in the total', () => {
    for (const { rows, input, cached, output } of cases) {
      const { lines, total } = estimate(bookOf(rows), [portionOf(input, cached, output)]);
      const counts = { input: input - cached, cachedInput: cached, output };
      let expected: Fraction = { over: 0n, places: 0 };
      for (const line of lines) {
        const own = rows.find(({ kind }) => kind === line.kind);
        const tokens = line.kind === 'input' ? counts.input : line.kind === 'output' ? output : cached;
        const amount = times(tokens, own?.price ?? '', own?.per ?? 0);
        expect(isEqual(fraction(line.amount), amount), `${line.kind} ${line.amount}`).toBe(true);
        expected = plus(expected, amount);
      }
      expect(isEqual(fraction(total), expected), total).toBe(true);
    }
  });

  it('takes a discount off exactly', () => {
    for (const { rows, input, cached, output } of cases.slice(0, 60)) {
      const percent = `${random(100)}.${random(100)}`;
      const { subtotal, total, discount } = estimate(
        bookOf(rows),
        [portionOf(input, cached, output)],
        percent,
      );
      const { over, places } = fraction(percent);
      const off = fraction(subtotal);
      const taken = { over: off.over * over, places: off.places + places + 2 };
      expect(isEqual(fraction(discount?.amount ?? ''), taken)).toBe(true);
      expect(isEqual(plus(fraction(total), taken), fraction(subtotal))).toBe(true);
    }
  });

  it('never becomes cheaper with more tokens', () => {
    for (const { rows, input, cached, output } of cases.slice(0, 60)) {
      const before = fraction(estimate(bookOf(rows), [portionOf(input, cached, output)]).total);
      const after = fraction(estimate(bookOf(rows), [portionOf(input + 1n, cached, output + 1n)]).total);
      const places = BigInt(Math.max(before.places, after.places));
      const whole = (value: Fraction) => value.over * 10n ** (places - BigInt(value.places));
      expect(whole(after) >= whole(before)).toBe(true);
    }
  });

  it('gives the same total for one sum as for its parts', () => {
    for (const { rows, input, cached, output } of cases.slice(0, 60)) {
      const half = [input / 2n, cached / 2n, output / 2n] as const;
      const parts = [portionOf(...half), portionOf(input - half[0], cached - half[1], output - half[2])];
      const book = bookOf(rows);
      expect(estimate(book, parts).total).toBe(estimate(book, [portionOf(input, cached, output)]).total);
    }
  });
});
