import type { Command } from '@commander-js/extra-typings';
import { type Branch, type CalledWords, grow } from '../../branch.js';
import type { Shell } from '../../shell.js';
import { fillCostActual } from './actual.js';
import { fillCostBudget } from './budget/index.js';
import { fillCostCompare } from './compare.js';
import { fillCostEstimate } from './estimate.js';
import { fillCostPrices } from './prices/index.js';

const BRANCHES: readonly Branch[] = [
  {
    name: 'estimate',
    summary: 'what a workload or usage files cost',
    load: async () => fillCostEstimate,
  },
  {
    name: 'compare',
    summary: 'the same workload across models, SKUs and regions',
    load: async () => fillCostCompare,
  },
  { name: 'actual', summary: 'what Azure billed, beside the list price', load: async () => fillCostActual },
  {
    name: 'budget',
    summary: 'budgets that send mail: list, create, delete',
    load: async () => fillCostBudget,
  },
  { name: 'prices', summary: 'published prices: update, list, status', load: async () => fillCostPrices },
];

/** `aimi cost`: nothing here loads an Azure SDK before an account has to be asked. */
export function fillCost(group: Command, shell: Shell, words: CalledWords): Promise<void> {
  return grow(group, BRANCHES, shell, words);
}
