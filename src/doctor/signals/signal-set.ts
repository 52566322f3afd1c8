import type { Evidence } from '../diagnosis.js';
import type { Where } from '../facts.js';
import type { DerivedSignalId } from './derived-table.js';
import type { MessageSignalId } from './message-table.js';

export type SignalId = MessageSignalId | DerivedSignalId;

/** What was seen, each signal with the values that show it. */
export type SignalSet = ReadonlyMap<SignalId, readonly Evidence[]>;

/** One sighting before it is collected. */
export interface Sighting {
  readonly id: SignalId;
  readonly text: string;
  readonly where: Where | null;
}

/** Sightings by signal, in the order seen, at most five of each. */
export function collectSignals(sightings: readonly Sighting[]): SignalSet {
  const set = new Map<SignalId, Evidence[]>();
  for (const { id, text, where } of sightings) {
    const list = set.get(id) ?? [];
    if (list.length < 5 && !list.some((each) => each.text === text)) {
      list.push({ text, where: where?.label ?? null });
    }
    set.set(id, list);
  }
  return set;
}
