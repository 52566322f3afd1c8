import { AimiError } from '../../errors.js';
import { scenarioListView } from '../../render/sandbox/scenario-list-view.js';
import { sandboxStatePath } from '../../sandbox/names.js';
import { isScenarioId, withScenario } from '../../sandbox/scenarios.js';
import { updateState } from '../../sandbox/state-file.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { nearestScenario } from './nearest-scenario.js';
import { type ScenarioRow, scenarioRows } from './scenario-rows.js';

export interface ScenarioSetInput {
  readonly id: string;
  /** How many requests it hits; 0 for ever; absent takes the scenario's own number. */
  readonly times?: number | undefined;
  readonly seconds?: number | undefined;
}

export const scenarioSetPresentation: Presentation<readonly ScenarioRow[]> = { table: scenarioListView };

/** Switches a scenario on; it holds for every process that uses the same sandbox. */
export async function runScenarioSet(
  session: Session,
  input: ScenarioSetInput,
): Promise<Outcome<readonly ScenarioRow[]>> {
  const { id } = input;
  if (!isScenarioId(id)) {
    throw new AimiError('invalid-value', {
      message: `There is no scenario '${id}'`,
      hint: nearestScenario(id),
    });
  }
  requireCount('--times', input.times);
  requireCount('--seconds', input.seconds);
  const path = sandboxStatePath(session.settings.cacheDirectory);
  const rows = await updateState(session.ctx.files, path, (before) => {
    const state = withScenario(before, id, input);
    return { state, result: scenarioRows(state).filter((row) => row.id === id) };
  });
  return { data: rows };
}

function requireCount(flag: string, value: number | undefined): void {
  if (value === undefined || (Number.isInteger(value) && value >= 0)) return;
  throw new AimiError('invalid-value', { message: `${flag} takes a whole number from 0, not '${value}'` });
}
