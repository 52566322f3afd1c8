import { nearestNames } from '../../core/catalog/nearest.js';
import { SCENARIO_IDS } from '../../sandbox/state.js';

/** The hint for a scenario that is not there. */
export function nearestScenario(id: string): string {
  const near = nearestNames(id, SCENARIO_IDS);
  return near.length === 0 ? `One of: ${SCENARIO_IDS.join(', ')}` : `Did you mean ${near.join(' or ')}?`;
}
