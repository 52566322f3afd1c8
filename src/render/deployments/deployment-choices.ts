import type { Deployment } from '../../core/control-plane.js';
import { choiceText } from '../choice-text.js';
import { grouped } from '../numbers.js';
import { displayWidth } from '../width.js';

/** Columns of a checkbox before its text: cursor, box and a blank. */
const BEFORE = { unicode: '❯◉ '.length, ascii: '>[x] '.length };

/** Deployments to choose from: name, model, SKU and capacity, on a narrow terminal the name alone in its line. */
export function deploymentChoices(
  deployments: readonly Deployment[],
  columns: number,
  symbols: keyof typeof BEFORE,
) {
  const widest = Math.max(0, ...deployments.map(({ name }) => displayWidth(name)));
  const rows = deployments.map(({ name, model, sku, provisioningState }) => ({
    name,
    facts: [
      `${model.name} ${model.version}`,
      sku.name,
      `${grouped(sku.capacity)} ${sku.capacity === 1 ? 'unit' : 'units'}`,
      ...(provisioningState === 'Succeeded' ? [] : [provisioningState]),
    ].join(', '),
  }));
  const isWide = rows.every(({ facts }) => BEFORE[symbols] + widest + 2 + displayWidth(facts) <= columns);
  return rows.map(({ name, facts }) => ({
    value: name,
    name: isWide
      ? `${name}${' '.repeat(widest - displayWidth(name))}  ${facts}`
      : choiceText(name, facts, columns, BEFORE[symbols]),
    short: name,
  }));
}
