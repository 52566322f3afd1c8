import type { Picture } from '../engine/picture.js';
import type { Sighting } from './signal-set.js';

/** How much is known beyond the message: a bare message asks for the most frequent cause. */
export function readSituation({
  facts,
  bases,
  requests,
  clients,
  apiVersions,
}: Picture): readonly Sighting[] {
  const isBare =
    bases.length === 0 &&
    requests.length === 0 &&
    clients.length === 0 &&
    apiVersions.length === 0 &&
    facts.packages.length === 0 &&
    !facts.texts.some(({ where }) => where.kind === 'source');
  return isBare ? [{ id: 'only-message', text: 'Nothing is known but the message', where: null }] : [];
}
