import type { BriefPrice } from '../../core/pricing/brief.js';
import { moneyText } from './money.js';

/** `$0.40 / $1.60` for a million tokens in and out, `$2.00/1K searches`, or the empty string. */
export function briefPriceText({ input, output, other }: BriefPrice): string {
  if (other !== null) return `$${moneyText(other.perThousand)}/1K ${other.unit}`;
  if (input !== null && output !== null) return `$${moneyText(input)} / $${moneyText(output)}`;
  if (input !== null) return `$${moneyText(input)}`;
  return output === null ? '' : `- / $${moneyText(output)}`;
}
