import { amountOf } from '../../money/decimal.js';
import { lookupPrice } from '../lookup.js';
import type { PriceAnswer, PriceBook, PriceKind, PriceRow } from '../types.js';
import { type BilledPart, billedParts } from './billed-parts.js';
import type { CostLine, MissingPrice, Portion } from './types.js';

export type PortionAnswer =
  | { readonly kind: 'priced'; readonly lines: readonly CostLine[]; readonly notes: readonly string[] }
  | { readonly kind: 'invalid'; readonly reason: string }
  | { readonly kind: 'missing'; readonly missing: MissingPrice };

/** Exact amounts for one portion, or the first thing that has no price. Nothing is rounded. */
export function pricePortion(book: PriceBook, portion: Portion, asOf: string): PortionAnswer {
  const split = billedParts(portion.counts);
  if (!split.isValid) return { kind: 'invalid', reason: split.reason };
  const lines: CostLine[] = [];
  const notes = new Set<string>();
  for (const part of split.parts) {
    const { answer, billedAs } = priceOf(book, portion, part, asOf);
    if (!answer.found) {
      const { missing, others, candidates } = answer;
      const { kind, modality } = part;
      return { kind: 'missing', missing: { portion, kind, modality, missing, others, candidates } };
    }
    lines.push(lineOf(portion, part, answer.row, billedAs));
    if (billedAs !== part.kind) notes.add(standInNote(portion, part, answer.row));
    if (answer.row.billing === 'marketplace') notes.add(marketplaceNote(answer.row));
  }
  if (split.cachedAudio > 0n) {
    notes.add(
      `${portion.model}: ${split.cachedAudio} cached tokens are taken as audio, because cached and audio tokens are more than the input.`,
    );
  }
  return { kind: 'priced', lines, notes: [...notes] };
}

/** Cached and written tokens without a price of their own cost what input costs: the upper bound, never 0. */
function priceOf(
  book: PriceBook,
  portion: Portion,
  part: BilledPart,
  asOf: string,
): { readonly answer: PriceAnswer; readonly billedAs: PriceKind } {
  const { model, version, sku, region, mode, context } = portion;
  const ask = (kind: PriceKind): PriceAnswer =>
    lookupPrice(book, { model, version, sku, region, mode, context, kind, modality: part.modality, asOf });
  const answer = ask(part.kind);
  const isOptional = part.kind === 'cachedInput' || part.kind === 'cacheWrite';
  if (answer.found || !isOptional || answer.candidates.length > 0) return { answer, billedAs: part.kind };
  return { answer: ask('input'), billedAs: 'input' };
}

function lineOf(portion: Portion, part: BilledPart, row: PriceRow, billedAs: PriceKind): CostLine {
  const { model, version, sku, region, mode, context } = portion;
  return {
    model,
    version: version ?? row.version,
    sku,
    region,
    mode,
    context,
    kind: part.kind,
    modality: part.modality,
    tokens: Number(part.count),
    unitPrice: row.price,
    per: row.per,
    amount: amountOf(part.count, row.price, row.per),
    currency: row.currency,
    meter: row.meterName,
    product: row.productName,
    effectiveFrom: row.effectiveFrom,
    source: row.source,
    billing: row.billing,
    billedAs,
  };
}

function standInNote({ model, sku, mode }: Portion, { kind }: BilledPart, { billing }: PriceRow): string {
  const [what, bound] =
    kind === 'cachedInput'
      ? ['cached input', ': an upper bound']
      : ['cache writes', billing === 'marketplace' ? ', although a publisher can charge more for them' : ''];
  return `${model}: no price for ${what} in ${sku} ${mode}, so these are billed as input${bound}.`;
}

function marketplaceNote({ model, source }: PriceRow): string {
  return `${model} is billed by its publisher through Azure Marketplace; no meter publishes its price, which is from community tables (${source}).`;
}
