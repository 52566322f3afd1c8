import type { Facts, Found, VariableFact } from '../facts.js';
import { variableFact, variableMatters } from './environment-variable.js';
import { factsOfVariables } from './variable-facts.js';

/** The variables of the process that decide how a call is made; the others are never looked at. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Partial<Facts> {
  const found: readonly Found<VariableFact>[] = Object.keys(env)
    .filter(variableMatters)
    .sort()
    .flatMap((name) => {
      const value = env[name];
      if (value === undefined || value === '') return [];
      return [{ value: variableFact(name, value), where: { kind: 'environment' as const, label: name } }];
    });
  return factsOfVariables(found);
}
