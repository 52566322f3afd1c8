import { CAUSES, causeDocs } from '../../core/causes/causes.js';
import { INNOCENT_CAUSES } from '../../core/causes/codes.js';
import { runChecks } from '../checks/run-checks.js';
import type { Cause, CheckOutcome, Diagnosis, Verdict } from '../diagnosis.js';
import type { Facts } from '../facts.js';
import { RULES } from '../rules/index.js';
import { readSignals } from '../signals/read-signals.js';
import type { SignalId, SignalSet } from '../signals/signal-set.js';
import { evidenceFor } from './evidence.js';
import { fixFor } from './fix/fix-for.js';
import { markCheck } from './mark-check.js';
import { type Picture, pictureOf } from './picture.js';
import { type WeighedCause, weigh } from './weigh.js';

export interface DiagnoseOptions {
  /** Today, `YYYY-MM-DD`, for what retires on a day; the day of the tables when absent. */
  readonly asOf?: string | undefined;
  /** Milliseconds that only go forward, for the durations of the checks; they are 0 without it. */
  readonly monotonicMs?: (() => number) | undefined;
}

const TABLES_READ = '2026-11-01';
/** Causes that are told; the first is the answer. */
const TOLD = 5;
/** Without any sign that a call failed, only what the configuration itself shows is told. */
const STATIC_FROM = 0.5;

/** Names the most likely cause of a failing call from what is known. Pure; the same facts give the same answer. */
export function diagnose(facts: Facts, options: DiagnoseOptions = {}): Diagnosis {
  const asOf = options.asOf ?? TABLES_READ;
  const picture = pictureOf(facts);
  const signals = readSignals(picture, asOf);
  const checks = runChecks({ picture, signals, asOf }, options.monotonicMs ?? (() => 0));
  const weighed = weigh(RULES, signals).filter(
    ({ confidence }) => hasFailed(facts, signals) || confidence >= STATIC_FROM,
  );
  const found = weighed.slice(0, TOLD).map((each) => causeOf(each, picture, signals, asOf));
  const causes = [...found, ...neighboursOf(found, picture, asOf)];
  const [first] = causes;
  const marked = first === undefined ? checks : markCheck(checks, first);
  return { schema: 1, verdict: verdictOf(causes, checks), causes, checks: marked, gaps: facts.gaps };
}

/** A suspect by acquaintance only. */
const NEIGHBOUR_CONFIDENCE = 0.1;
const SUSPECTS = 3;

/**
 * A lone cause is easily one of its neighbours, and a person should see which: they fill up to three
 * suspects, each with what tells it apart. Not beside an innocent cause, which the service itself has named.
 */
function neighboursOf(found: readonly Cause[], picture: Picture, asOf: string): readonly Cause[] {
  const [first] = found;
  if (first === undefined || INNOCENT_CAUSES.has(first.code)) return [];
  return CAUSES[first.code].neighbours
    .filter(({ code }) => !INNOCENT_CAUSES.has(code) && !found.some((each) => each.code === code))
    .slice(0, Math.max(0, SUSPECTS - found.length))
    .map(({ code, how }) => ({
      code,
      confidence: NEIGHBOUR_CONFIDENCE,
      title: CAUSES[code].title,
      evidence: [{ text: `Only if ${how}`, where: null }],
      fix: fixFor(code, picture, asOf),
      docs: causeDocs(code),
    }));
}

function causeOf(weighed: WeighedCause, picture: Picture, signals: SignalSet, asOf: string): Cause {
  const { code, confidence } = weighed;
  return {
    code,
    confidence: Math.round(confidence * 100) / 100,
    title: CAUSES[code].title,
    evidence: evidenceFor(weighed, signals),
    fix: fixFor(code, picture, asOf),
    docs: causeDocs(code),
  };
}

const FAILURES: readonly SignalId[] = [
  'not-found',
  'unauthorized',
  'forbidden',
  'bad-request',
  'connection-failed',
];

function hasFailed({ texts, responses }: Facts, signals: SignalSet): boolean {
  return (
    texts.some(({ where }) => where.kind === 'error-text') ||
    responses.some(({ value }) => (value.status ?? 0) >= 400) ||
    FAILURES.some((id) => signals.has(id))
  );
}

function verdictOf(causes: readonly Cause[], checks: readonly CheckOutcome[]): Verdict {
  const [first] = causes;
  if (first !== undefined) return INNOCENT_CAUSES.has(first.code) ? 'innocent' : 'cause-found';
  return checks.some(({ status }) => status !== 'skip' && status !== 'info')
    ? 'nothing-wrong'
    : 'nothing-checked';
}
