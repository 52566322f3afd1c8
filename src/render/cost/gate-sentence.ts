import type { CostEstimate } from '../../core/pricing/estimate/estimate.js';
import type { GateCheck } from '../../core/pricing/estimate/gate.js';
import { moneyText } from './money.js';

const MOST_MODELS = 3;

/** `The total of 31.20 USD is 6.20 over --max 25.00.` */
export function gateSentence(check: GateCheck, estimate: CostEstimate): string {
  const { currency, baseline } = estimate;
  const limit =
    check.rule === 'max'
      ? `--max ${moneyText(check.limit)}`
      : `${moneyText(check.limit)}, --max-increase ${check.percent}% above the baseline of ${moneyText(baseline?.total ?? '0')}`;
  const total = `The total of ${moneyText(check.total)} ${currency}`;
  if (check.isMet) return `${total} is within ${limit}.`;
  return `${total} is ${moneyText(check.over)} over ${limit}${largest(check, estimate)}.`;
}

function largest({ rule }: GateCheck, { lines, baseline }: CostEstimate): string {
  if (rule === 'max-increase' && baseline !== null) {
    const grown = baseline.models.filter(({ change }) => !change.startsWith('-')).slice(0, MOST_MODELS);
    return grown.length === 0
      ? ''
      : ` (more: ${grown.map(({ model, change }) => `${model} +${moneyText(change)}`).join(', ')})`;
  }
  const [most] = [...lines].sort((a, b) => Number(b.amount) - Number(a.amount));
  return most === undefined ? '' : ` (largest: ${most.model} ${most.kind} ${moneyText(most.amount)})`;
}
