import { amountOf } from '../../money/decimal.js';
import { NO_COUNTS } from '../estimate/counts.js';
import { afterDiscount, discountOf } from '../estimate/discount.js';
import type { Portion } from '../estimate/types.js';
import {
  EMITTED_KINDS,
  type EmitRules,
  type EmittedKind,
  type EmittedPrice,
  type EmitWish,
  type TokenPrices,
} from './types.js';

/** No version has this name: only meters that name none bill it. */
const OTHER_VERSION = 'another';
const NOTHING: TokenPrices = { input: null, cachedInput: null, cacheWrite: null, output: null };
/** Names go into a query as text: others are left out, and are then without a price. */
const PLAIN_NAME = /^[a-z0-9][a-z0-9 ._+()-]*(?:@any)?$/;

/** A price for each name under which a log can know a model; a model without one is not in it. */
export function emittedPrices(rules: EmitRules, wish: EmitWish): readonly EmittedPrice[] {
  const { book } = rules;
  const wanted = wish.model?.toLowerCase() ?? null;
  return book.models
    .filter((model) => wanted === null || model.toLowerCase() === wanted)
    .flatMap((model) =>
      namesOf(rules, model).map(([name, version]) => priceOf(rules, wish, name, model, version)),
    )
    .filter(
      ({ name, short }) => PLAIN_NAME.test(name) && Object.values(short).some((price) => price !== null),
    );
}

/** The bare name, the name with each dated version, and with any other date. */
function namesOf({ book }: EmitRules, model: string): readonly (readonly [string, string | null])[] {
  const name = model.toLowerCase();
  const versions = new Set(book.rowsOf(model).map(({ version }) => version));
  const dated = [...versions].filter((version) => version !== null);
  return [
    [name, null],
    ...dated.map((version) => [`${name}-${version.toLowerCase()}`, version] as const),
    ...(versions.has(null) ? [[`${name}@any`, OTHER_VERSION] as const] : []),
  ];
}

function priceOf(
  rules: EmitRules,
  wish: EmitWish,
  name: string,
  model: string,
  version: string | null,
): EmittedPrice {
  const size = rules.longContextOf(rules.book, model);
  const at = (context: Portion['context']): TokenPrices => {
    const [input, cachedInput, cacheWrite, output] = EMITTED_KINDS.map((kind) =>
      tokenPrice(rules, wish, { model, version, context }, kind),
    );
    return {
      input: input ?? null,
      cachedInput: cachedInput ?? null,
      cacheWrite: cacheWrite ?? null,
      output: output ?? null,
    };
  };
  return {
    name,
    model,
    longAbove: size.kind === 'none' ? null : size.kind === 'above' ? size.inputTokens : rules.surelyShort,
    short: at('short'),
    long: size.kind === 'above' ? at('long') : NOTHING,
  };
}

function tokenPrice(
  { book, pricePortion }: EmitRules,
  { sku, mode, region, asOf, discount }: EmitWish,
  of: Pick<Portion, 'model' | 'version' | 'context'>,
  kind: EmittedKind,
): string | null {
  const counts = { ...NO_COUNTS, input: kind === 'output' ? 0n : 1n, [kind]: 1n };
  const portion = { ...of, deployment: null, sku, region, mode, requests: 1n, counts, by: {} };
  const answer = pricePortion(book, portion, asOf);
  const [line] = answer.kind === 'priced' ? answer.lines : [];
  if (line === undefined) return null;
  const price = amountOf(1n, line.unitPrice, line.per);
  return discount === null ? price : afterDiscount(price, discountOf(price, discount));
}
