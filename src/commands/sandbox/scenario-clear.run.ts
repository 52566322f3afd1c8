import { AimiError } from '../../errors.js';
import { scenarioClearView } from '../../render/sandbox/scenario-clear-view.js';
import { sandboxStatePath } from '../../sandbox/names.js';
import { isScenarioId, withoutScenario } from '../../sandbox/scenarios.js';
import { updateState } from '../../sandbox/state-file.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { nearestScenario } from './nearest-scenario.js';

export interface ScenarioCleared {
  /** The ones that were on. */
  readonly cleared: readonly string[];
}

export const scenarioClearPresentation: Presentation<ScenarioCleared> = { table: scenarioClearView };

/** Switches one scenario off, or all of them. */
export async function runScenarioClear(
  session: Session,
  input: { readonly id?: string | undefined },
): Promise<Outcome<ScenarioCleared>> {
  const { id } = input;
  if (id !== undefined && !isScenarioId(id)) {
    throw new AimiError('invalid-value', {
      message: `There is no scenario '${id}'`,
      hint: nearestScenario(id),
    });
  }
  const path = sandboxStatePath(session.settings.cacheDirectory);
  return updateState(session.ctx.files, path, (before) => {
    const state = withoutScenario(before, id);
    const cleared = before.scenarios.map((one) => one.id).filter((one) => id === undefined || one === id);
    return { state: cleared.length === 0 ? before : state, result: { data: { cleared } } };
  });
}
