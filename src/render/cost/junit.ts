import type { CostEstimate } from '../../core/pricing/estimate/estimate.js';
import { stripControls } from '../../core/text.js';
import { gateSentence } from './gate-sentence.js';
import { moneyText } from './money.js';

/** A test report with a case for each limit, as Azure Pipelines and GitLab read it; without limits one case that passes. */
export function renderGateJUnit(estimate: CostEstimate): string {
  const { checks } = estimate;
  const failures = checks.filter(({ isMet }) => !isMet).length;
  const cases = checks.map((check) => {
    const name = xmlText(
      check.rule === 'max' ? 'total is within --max' : 'increase is within --max-increase',
    );
    const text = xmlText(gateSentence(check, estimate));
    return check.isMet
      ? `    <testcase classname="aimi.cost" name="${name}"><system-out>${text}</system-out></testcase>`
      : `    <testcase classname="aimi.cost" name="${name}"><failure message="${text}" type="cost">${text}</failure></testcase>`;
  });
  const total = xmlText(`${moneyText(estimate.total)} ${estimate.currency}`);
  const only = `    <testcase classname="aimi.cost" name="estimate"><system-out>${total}</system-out></testcase>`;
  const count = Math.max(1, checks.length);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="aimi cost estimate" tests="${count}" failures="${failures}">`,
    `  <testsuite name="aimi cost estimate" tests="${count}" failures="${failures}">`,
    ...(cases.length === 0 ? [only] : cases),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function xmlText(text: string): string {
  return stripControls(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
