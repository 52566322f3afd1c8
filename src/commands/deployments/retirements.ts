import { readCatalog } from '../../core/catalog/read.js';
import { retirementOf } from '../../core/catalog/retirement.js';
import type { CatalogEntry } from '../../core/catalog/types.js';
import type { Deployment } from '../../core/control-plane.js';
import type { Session } from '../../session.js';

/**
 * The retirement day of a deployment by the bundled catalog, so that it costs no request; read at the first
 * deployment, and the retired versions only for one that is not in it.
 */
export function retirements(session: {
  readonly ctx: Pick<Session['ctx'], 'readData'>;
}): (deployment: Deployment) => string | null {
  const files = ['catalog', 'catalog-retired'];
  const read = new Map<string, readonly CatalogEntry[]>();
  return (deployment) => {
    for (const name of files) {
      const entries = read.get(name) ?? readCatalog(session.ctx.readData(name)).entries;
      read.set(name, entries);
      const day = retirementOf(deployment, entries);
      if (day !== null) return day;
      if (
        entries.some(
          (entry) => entry.name === deployment.model.name && entry.version === deployment.model.version,
        )
      )
        return null;
    }
    return null;
  };
}
