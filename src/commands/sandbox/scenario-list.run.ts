import { scenarioListView } from '../../render/sandbox/scenario-list-view.js';
import { sandboxStatePath } from '../../sandbox/names.js';
import { loadState } from '../../sandbox/state-file.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { type ScenarioRow, scenarioRows } from './scenario-rows.js';

export const scenarioListPresentation: Presentation<readonly ScenarioRow[]> = {
  table: scenarioListView,
  columns: ['id', 'isActive', 'times', 'seconds', 'title'],
};

/** Every scenario, and which of them are on. */
export async function runScenarioList(session: Session): Promise<Outcome<readonly ScenarioRow[]>> {
  const state = await loadState(session.ctx.files, sandboxStatePath(session.settings.cacheDirectory));
  return { data: scenarioRows(state) };
}
