import { stripControls } from '../../core/text.js';
import type { Cause } from '../../doctor/diagnosis.js';
import { dedent } from './dedent.js';
import { percent } from './paragraph.js';

/** A cause in plain lines, for formats without a layout: title, evidence, fix. */
export function findingText({ title, confidence, evidence, fix }: Cause): string {
  const facts = evidence.map(({ text, where }) => `- ${text}${where === null ? '' : ` (${where})`}`);
  const before = fix.before === undefined ? [] : dedent(fix.before).map((line) => `- ${line}`);
  const after = fix.after === undefined ? [] : dedent(fix.after).map((line) => `+ ${line}`);
  const command = fix.command === undefined ? [] : [`$ ${fix.command}`];
  const lines = [
    `${title} (${percent(confidence)})`,
    ...facts,
    `Fix: ${fix.text}`,
    ...before,
    ...after,
    ...command,
  ];
  return lines.map((line) => stripControls(line)).join('\n');
}
