import type { Evidence } from '../diagnosis.js';
import type { SignalId, SignalSet } from '../signals/signal-set.js';
import type { WeighedCause } from './weigh.js';

const SHOWN = 4;
/** True of most reports: told only when nothing better speaks for a cause. */
const WEAK: ReadonlySet<SignalId> = new Set([
  'not-found',
  'unauthorized',
  'bad-request',
  'forbidden',
  'only-message',
  'version-known',
  'base-known',
  'key-credential',
  'deployment-named',
]);

/** What speaks for a cause, the telling first, no sentence twice. */
export function evidenceFor({ signals: ids }: WeighedCause, signals: SignalSet): readonly Evidence[] {
  const ordered = [...ids.filter((id) => !WEAK.has(id)), ...ids.filter((id) => WEAK.has(id))];
  const seen = new Set<string>();
  const list: Evidence[] = [];
  for (const id of ordered) {
    for (const evidence of (signals.get(id) ?? []).slice(0, 2)) {
      const key = /"(.*)"$/s.exec(evidence.text)?.[1] ?? evidence.text;
      if (seen.has(key)) continue;
      seen.add(key);
      if (!(WEAK.has(id) && list.length > 0)) list.push(evidence);
    }
  }
  return list.slice(0, SHOWN);
}
