import type { Deployment } from '../../core/control-plane.js';
import { grouped } from '../numbers.js';
import { displayWidth } from '../width.js';

/** Cursor and box of a checkbox, with their blanks; the box is three wide in ASCII. */
const BEFORE = 6;

/** Deployments to choose from: name, model, SKU and capacity, on a narrow terminal the name alone in its line. */
export function deploymentChoices(deployments: readonly Deployment[], columns: number) {
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
  const isWide = rows.every(({ facts }) => BEFORE + widest + 2 + displayWidth(facts) <= columns);
  return rows.map(({ name, facts }) => ({
    value: name,
    name: isWide ? `${name}${' '.repeat(widest - displayWidth(name))}  ${facts}` : name,
    ...(isWide ? {} : { more: facts }),
    short: name,
  }));
}
