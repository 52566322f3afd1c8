import { type Picture, pictureOf } from '../../src/doctor/engine/picture.js';
import type { Facts } from '../../src/doctor/facts.js';
import { factsFromCase } from '../../src/doctor/from-case.js';
import { readSignals } from '../../src/doctor/signals/read-signals.js';
import type { SignalSet } from '../../src/doctor/signals/signal-set.js';

export interface Told {
  readonly facts: Facts;
  readonly picture: Picture;
  readonly signals: SignalSet;
  readonly asOf: string;
}

/** What one written report comes to, up to the signals. */
export function told(input: Readonly<Record<string, unknown>>): Told {
  const facts = factsFromCase(input);
  const picture = pictureOf(facts);
  const asOf = '2026-11-01';
  return { facts, picture, signals: readSignals(picture, asOf), asOf };
}
