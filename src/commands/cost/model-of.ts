import type { PriceBook } from '../../core/pricing/types.js';

/**
 * A model as the price book names it. Logs name it with the date of its version (`gpt-4o-2024-08-06`) or after
 * the provider, as LiteLLM does (`azure/gpt-4o`); only Azure's own prefixes are taken off, because other providers
 * sell the same models at other prices.
 */
export function modelOf(
  book: PriceBook,
  name: string,
  version: string | null,
): { readonly model: string; readonly version: string | null } {
  const bare = name.trim().replace(/^azure(?:_ai|_text)?\//i, '');
  const known = inBook(book, bare);
  if (known !== null) return { model: known, version };
  const dated = /^(.+?)-(\d{4}-\d{2}-\d{2}|\d{4})$/.exec(bare);
  const base = dated?.[1] === undefined ? null : inBook(book, dated[1]);
  if (base === null || dated?.[2] === undefined) return { model: bare, version };
  return { model: base, version: version ?? dated[2] };
}

function inBook(book: PriceBook, name: string): string | null {
  return book.models.find((model) => model.toLowerCase() === name.toLowerCase()) ?? null;
}
