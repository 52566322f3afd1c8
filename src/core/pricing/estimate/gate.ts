import { compareDecimals, sumDecimals } from '../../money/decimal.js';
import { scaled } from '../../money/scale.js';
import { percentOf } from './discount.js';
import type { CostLine } from './types.js';

/** What an earlier estimate came to. */
export interface Baseline {
  readonly total: string;
  readonly currency: string;
  /** Amounts by model, for saying what grew. */
  readonly models: Readonly<Record<string, string>>;
}

export interface GateCheck {
  readonly rule: 'max' | 'max-increase';
  readonly isMet: boolean;
  /** The largest total that passes. */
  readonly limit: string;
  readonly total: string;
  /** total − limit; 0 when met. */
  readonly over: string;
  /** Percent, for `max-increase`. */
  readonly percent: string | null;
}

export interface ModelChange {
  readonly model: string;
  readonly before: string;
  readonly after: string;
  /** after − before. */
  readonly change: string;
}

/** The limits that were asked for; a total equal to a limit passes. */
export function checkGates(
  total: string,
  limits: { readonly max: string | null; readonly maxIncrease: string | null },
  baseline: Baseline | null,
): readonly GateCheck[] {
  const checks: GateCheck[] = [];
  if (limits.max !== null) checks.push(checkOf('max', total, limits.max, null));
  if (baseline !== null && limits.maxIncrease !== null) {
    const limit = sumDecimals([baseline.total, percentOf(baseline.total, limits.maxIncrease)]);
    checks.push(checkOf('max-increase', total, limit, limits.maxIncrease));
  }
  return checks;
}

function checkOf(rule: GateCheck['rule'], total: string, limit: string, percent: string | null): GateCheck {
  const isMet = compareDecimals(total, limit) <= 0;
  return { rule, isMet, limit, total, over: isMet ? '0' : minus(total, limit), percent };
}

/** Amounts before a discount, by model. */
export function amountsByModel(lines: readonly Pick<CostLine, 'model' | 'amount'>[]): Record<string, string> {
  const amounts = new Map<string, string>();
  for (const { model, amount } of lines) amounts.set(model, sumDecimals([amounts.get(model) ?? '0', amount]));
  return Object.fromEntries(amounts);
}

/** Models whose amount is another one now, the largest increase first. */
export function changedModels(baseline: Baseline, lines: readonly CostLine[]): readonly ModelChange[] {
  const now = amountsByModel(lines);
  const names = [...new Set([...Object.keys(baseline.models), ...Object.keys(now)])];
  return names
    .map((model) => {
      const before = Object.hasOwn(baseline.models, model) ? (baseline.models[model] ?? '0') : '0';
      const after = Object.hasOwn(now, model) ? (now[model] ?? '0') : '0';
      return { model, before, after, change: minus(after, before) };
    })
    .filter(({ change }) => change !== '0')
    .sort((a, b) => compareDecimals(b.change, a.change));
}

export function minus(a: string, b: string): string {
  return sumDecimals([a, scaled(b, '-1')]);
}
