import { SCENARIOS } from '../../sandbox/scenarios.js';
import { type SandboxState, SCENARIO_IDS } from '../../sandbox/state.js';

export interface ScenarioRow {
  readonly id: string;
  readonly isActive: boolean;
  /** How many requests it still hits; null for ever, and for one that is off its usual number. */
  readonly times: number | null;
  readonly seconds: number;
  readonly title: string;
  readonly changes: string;
  readonly source: string;
}

export function scenarioRows(state: SandboxState): readonly ScenarioRow[] {
  return SCENARIO_IDS.map((id) => {
    const info = SCENARIOS[id];
    const active = state.scenarios.find((one) => one.id === id);
    return {
      id,
      isActive: active !== undefined,
      times: active === undefined ? info.times : active.remaining,
      seconds: active?.seconds ?? info.seconds,
      title: info.title,
      changes: info.changes,
      source: info.source,
    };
  });
}
