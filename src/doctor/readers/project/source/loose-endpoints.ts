import type { Facts } from '../../../facts.js';
import type { FactsAt } from '../placed.js';
import type { Call } from './calls.js';
import type { ClientAt } from './clients.js';
import { namedParameters } from './parameter-values.js';
import { isModelAddress } from './requests.js';
import type { Scope } from './values.js';

/** Base URLs handed to calls that build no known client: `ServerInfo(api_base="https://...")`. */
export function looseEndpoints(
  scope: Scope,
  calls: readonly Call[],
  clients: readonly ClientAt[],
): FactsAt<Facts['endpoints']> {
  const known = new Set(clients.map((entry) => entry.call.open));
  return calls.flatMap((call) => {
    if (known.has(call.open) || call.close - call.open > 120) return [];
    return namedParameters(scope, call.open).flatMap(({ role, name, value, line }) => {
      if (role !== 'endpoint' || value.text === null || !isModelAddress(value.text)) return [];
      return [{ value: { url: value.text, name }, line }];
    });
  });
}
