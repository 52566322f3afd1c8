import { readCatalog } from '../catalog/read.js';
import { isBookFile } from './book-file.js';
import type { KnownModel } from './grammar/types.js';

/** Every model that the bundled files name: catalog, retired models and price book, as parsed. */
export function knownModels(catalog: unknown, retired: unknown, prices: unknown): readonly KnownModel[] {
  const listed = [...readCatalog(catalog).entries, ...readCatalog(retired).entries].map(
    ({ name, version, publisher }) => ({ name, version, publisher }),
  );
  if (!isBookFile(prices)) return listed;
  const priced = Object.entries(prices.models).flatMap(([name, { publisher, rows }]) => {
    const versions = new Set(
      rows.split('|').map((row) => prices.attributes[Number.parseInt(row, 10)]?.[0] ?? null),
    );
    return [...versions].map((version) => ({ name, version, publisher }));
  });
  return [...listed, ...priced];
}
