import type { Context } from '../../context.js';
import { canonicalDecimal } from '../../core/money/decimal.js';
import { amountsByModel, type Baseline } from '../../core/pricing/estimate/gate.js';
import { AimiError } from '../../errors.js';

const LIMIT = 64 * 1024 * 1024;

/** An earlier `aimi cost estimate -o json`, in the same currency. */
export async function readBaseline(
  ctx: Pick<Context, 'files' | 'cwd'>,
  path: string,
  currency: string,
): Promise<Baseline> {
  const found = await ctx.files.readTextBounded(resolvePath(ctx.cwd, path), LIMIT);
  if (found === null) {
    throw new AimiError('file-unreadable', {
      message: `There is no file ${path}`,
      hint: 'Make it: aimi cost estimate ... -o json > FILE',
      details: { path },
    });
  }
  const value = parse(found.text);
  const total = textOf(value, 'total');
  const lines = fieldOf(value, 'lines');
  if (fieldOf(value, 'schema') !== 1 || total === null || !Array.isArray(lines)) throw notAnEstimate(path);
  const wasIn = textOf(value, 'currency');
  if (wasIn !== currency) {
    throw new AimiError('invalid-value', {
      message: `--baseline ${path} is in ${wasIn ?? 'no currency'}, this estimate in ${currency}`,
      hint: wasIn === null ? 'Make it again' : `Add --currency ${wasIn}, or make the baseline again`,
      details: { path, baselineCurrency: wasIn, currency },
    });
  }
  const amounts = lines.flatMap((line: unknown) => {
    const model = fieldOf(line, 'model');
    const amount = textOf(line, 'amount');
    return typeof model === 'string' && amount !== null && canonicalDecimal(amount) !== null
      ? [{ model, amount }]
      : [];
  });
  const exact = canonicalDecimal(total);
  if (exact === null || amounts.length !== lines.length) throw notAnEstimate(path);
  return { total: exact, currency, models: amountsByModel(amounts) };
}

/** An absolute path stays as it is, on Windows too. */
export function resolvePath(cwd: string, path: string): string {
  return /^(?:[/\\]|[A-Za-z]:[/\\])/.test(path) ? path : `${cwd.replace(/[/\\]$/, '')}/${path}`;
}

function notAnEstimate(path: string): AimiError {
  return new AimiError('invalid-value', {
    message: `--baseline ${path} is not an estimate of aimi`,
    hint: 'Make it: aimi cost estimate ... -o json > FILE',
    details: { path },
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function textOf(value: unknown, name: string): string | null {
  const field = fieldOf(value, name);
  return typeof field === 'string' ? field : null;
}
