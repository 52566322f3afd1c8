import type { Counts } from '../../core/pricing/estimate/counts.js';
import { longContextOf } from '../../core/pricing/estimate/long-context.js';
import type { PriceBook } from '../../core/pricing/types.js';
import { AimiError } from '../../errors.js';
import type { Session } from '../../session.js';

/** No model with a long-context price takes more in one request (models.dev, 2026-07: at most 1,050,000). */
const LARGEST_REQUEST = 2_000_000n;
/** Below every known size from which a long-context price holds. */
export const SURELY_SHORT = 128_000n;

/**
 * Whether one request is billed by the long-context price. A count without --requests is one request; one that
 * can be none is a sum, and a sum says nothing about its requests: refused.
 */
export function contextOf(
  session: Pick<Session, 'warn'>,
  book: PriceBook,
  input: { readonly model: string; readonly request: Counts; readonly isSaid: boolean },
): { readonly context: 'short' | 'long'; readonly isUnknown: boolean; readonly assumption: string | null } {
  const { model, request, isSaid } = input;
  const size = longContextOf(book, model);
  const short = { context: 'short', isUnknown: false, assumption: null } as const;
  if (size.kind === 'none') return short;
  if (size.kind === 'unknown') return { ...short, isUnknown: request.input > SURELY_SHORT };
  if (request.input <= size.inputTokens) return short;
  if (request.input > LARGEST_REQUEST) {
    throw new AimiError('invalid-value', {
      message: `${request.input} input tokens cannot be one request to ${model}, whose price depends on the size of each`,
      hint: 'Give the tokens of one request and --requests N',
      details: { model, inputTokens: Number(request.input), aboveInputTokens: Number(size.inputTokens) },
    });
  }
  const assumption = `Each request has ${request.input} input tokens, more than ${size.inputTokens}: ${model} bills it whole by its long-context price.`;
  if (!isSaid)
    session.warn(`${assumption} For a sum of smaller requests, give one of them and --requests N.`);
  return { context: 'long', isUnknown: false, assumption };
}
