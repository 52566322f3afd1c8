import type { CostEstimate } from '../../core/pricing/estimate/estimate.js';
import { stripControls } from '../../core/text.js';
import { gateSentence } from './gate-sentence.js';
import { moneyText } from './money.js';

/**
 * Workflow commands of GitHub Actions
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands, 2026): an error for each
 * limit that is exceeded, else a notice with the total.
 */
export function renderGateGitHub(estimate: CostEstimate): string {
  const failed = estimate.checks.filter(({ isMet }) => !isMet);
  if (failed.length === 0) {
    const met = estimate.checks.map((check) => gateSentence(check, estimate));
    const total = `${moneyText(estimate.total)} ${estimate.currency} for ${estimate.requests} ${estimate.requests === 1 ? 'request' : 'requests'}.`;
    return command('notice', met.length === 0 ? total : met.join(' '));
  }
  return failed.map((check) => command('error', gateSentence(check, estimate))).join('');
}

function command(level: 'error' | 'notice', message: string): string {
  const text = stripControls(message).replaceAll('%', '%25');
  return `::${level} title=aimi cost estimate::${text}\n`;
}
