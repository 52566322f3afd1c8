import { readFileSync } from 'node:fs';
import { readPriceBook } from '../../../src/core/pricing/book.js';
import { indexModels } from '../../../src/core/pricing/grammar/model-index.js';
import { knownModels } from '../../../src/core/pricing/known-models.js';
import type { PriceBook } from '../../../src/core/pricing/types.js';

/** A bundled data file, parsed. */
export function dataFile(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../src/data/${name}.json`, import.meta.url), 'utf8'));
}

/** The models that the bundled files know. */
export const KNOWN = indexModels(
  knownModels(dataFile('catalog'), dataFile('catalog-retired'), dataFile('prices')),
);

export function bundledPrices(): PriceBook {
  const book = readPriceBook(dataFile('prices'));
  if (book === null) throw new Error('The bundled price book cannot be read');
  return book;
}
