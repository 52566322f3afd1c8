import type { Command } from '@commander-js/extra-typings';
import type { Shell } from '../../shell.js';
import { registerCostActual } from './actual.js';
import { registerCostBudget } from './budget/index.js';
import { registerCostCompare } from './compare.js';
import { registerCostEstimate } from './estimate.js';
import { registerCostPrices } from './prices/index.js';

/** `aimi cost`: nothing here loads an Azure SDK before an account has to be asked. */
export function registerCost(parent: Command, shell: Shell): void {
  const group = parent.command('cost').summary('what tokens cost: estimates, prices, a gate for CI');
  registerCostEstimate(group, shell);
  registerCostCompare(group, shell);
  registerCostActual(group, shell);
  registerCostBudget(group, shell);
  registerCostPrices(group, shell);
}
