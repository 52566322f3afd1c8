import type { PriceBook } from '../../core/pricing/types.js';

/**
 * A model as the price book names it. Logs name it with its version (`gpt-4o-2024-08-06`, `gpt-4-turbo-2024-04-09`) or after
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
  const versioned = withVersion(book, bare);
  if (versioned !== null) return { model: versioned.model, version: version ?? versioned.version };
  const dated = /^(.+?)-(\d{4}-\d{2}-\d{2}|\d{4})$/.exec(bare);
  const base = dated?.[1] === undefined ? null : inBook(book, dated[1]);
  if (base === null || dated?.[2] === undefined) return { model: bare, version };
  return { model: base, version: version ?? dated[2] };
}

/** A name that ends in a version with meters of its own. */
function withVersion(
  book: PriceBook,
  name: string,
): { readonly model: string; readonly version: string } | null {
  const wanted = name.toLowerCase();
  for (const model of book.models) {
    if (!wanted.startsWith(`${model.toLowerCase()}-`)) continue;
    const rest = wanted.slice(model.length + 1);
    const version = book.rowsOf(model).find((row) => row.version?.toLowerCase() === rest)?.version;
    if (version != null) return { model, version };
  }
  return null;
}

function inBook(book: PriceBook, name: string): string | null {
  return book.models.find((model) => model.toLowerCase() === name.toLowerCase()) ?? null;
}
