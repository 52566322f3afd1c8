import { rowsOfModel } from '../lookup.js';
import type { PriceBook } from '../types.js';

interface LongContextRule {
  readonly publisher: string;
  /** A request with more input tokens than this, cached ones included, is billed whole at the long price. */
  readonly aboveInputTokens: bigint;
  readonly source: string;
}

/** The feed has the prices of long requests and not the size from which they hold. */
const LONG_CONTEXT_RULES: readonly LongContextRule[] = [
  {
    publisher: 'OpenAI',
    aboveInputTokens: 272_000n,
    source:
      'LiteLLM model_prices_and_context_window.json of 2026-08-01 and models.dev of 2026-07-02, azure models',
  },
  {
    publisher: 'xAI',
    aboveInputTokens: 200_000n,
    source:
      'LiteLLM model_prices_and_context_window.json of 2026-08-01 and models.dev of 2026-07-02, azure models',
  },
];

/** Every size that some model has. */
export const LONG_CONTEXT_SIZES: readonly bigint[] = LONG_CONTEXT_RULES.map((rule) => rule.aboveInputTokens);

/** `none`: one price for all sizes. `unknown`: there is a long price, and nobody says from which size on. */
export type LongContext =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'above'; readonly inputTokens: bigint };

export function longContextOf(book: PriceBook, model: string): LongContext {
  const long = rowsOfModel(book, model).find((row) => row.context === 'long');
  if (long === undefined) return { kind: 'none' };
  const rule = LONG_CONTEXT_RULES.find(({ publisher }) => publisher === long.publisher);
  return rule === undefined ? { kind: 'unknown' } : { kind: 'above', inputTokens: rule.aboveInputTokens };
}
