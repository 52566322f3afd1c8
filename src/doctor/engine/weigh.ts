import type { CauseCode } from '../../core/causes/codes.js';
import type { Rule } from '../rules/rule.js';
import type { SignalId, SignalSet } from '../signals/signal-set.js';

export interface WeighedCause {
  readonly code: CauseCode;
  readonly confidence: number;
  /** The rules that hold, strongest first. */
  readonly rules: readonly Rule[];
  /** What speaks for it, most telling first. */
  readonly signals: readonly SignalId[];
}

const FLOOR = 0.05;
const CEILING = 0.98;
/** Below this a cause is not worth a reader's time. */
export const MENTIONED_FROM = 0.12;

/** Applies every rule and ranks the causes, most likely first. Equal confidences keep the order of the rules. */
export function weigh(rules: readonly Rule[], signals: SignalSet): readonly WeighedCause[] {
  const held = rules
    .filter((rule) => holds(rule, signals))
    .map((rule) => ({ rule, confidence: confidenceOf(rule, signals) }))
    .sort((left, right) => right.confidence - left.confidence);
  const byCause = new Map<CauseCode, { rules: Rule[]; confidence: number }>();
  for (const { rule, confidence } of held) {
    const entry = byCause.get(rule.cause);
    if (entry === undefined) byCause.set(rule.cause, { rules: [rule], confidence });
    else {
      entry.rules.push(rule);
      // independent support counts a little, so that two weak hints do not pass one strong
      entry.confidence = Math.min(CEILING, entry.confidence + 0.1 * confidence * (1 - entry.confidence));
    }
  }
  return [...byCause]
    .map(([code, entry]) => ({ code, ...entry, signals: supporting(entry.rules, signals) }))
    .filter(({ confidence }) => confidence >= MENTIONED_FROM)
    .sort((left, right) => right.confidence - left.confidence);
}

export function holds(rule: Rule, signals: SignalSet): boolean {
  return (
    (rule.all ?? []).every((id) => signals.has(id)) &&
    (rule.any === undefined || rule.any.some((id) => signals.has(id))) &&
    !(rule.none ?? []).some((id) => signals.has(id))
  );
}

function confidenceOf(rule: Rule, signals: SignalSet): number {
  const sum = (table: Rule['plus']) =>
    Object.entries(table ?? {}).reduce(
      (total, [id, value]) => (hasName(signals, id) ? total + (value ?? 0) : total),
      0,
    );
  return Math.min(CEILING, Math.max(FLOOR, rule.confidence + sum(rule.plus) - sum(rule.against)));
}

function hasName(signals: SignalSet, name: string): boolean {
  for (const id of signals.keys()) if (id === name) return true;
  return false;
}

function supporting(rules: readonly Rule[], signals: SignalSet): readonly SignalId[] {
  const wanted = rules.flatMap((rule) => [
    ...(rule.all ?? []),
    ...(rule.any ?? []),
    ...Object.keys(rule.plus ?? {}),
  ]);
  const seen = [...signals.keys()];
  const unique = [...new Set(wanted)];
  return unique.flatMap((name) => seen.filter((id) => id === name));
}
