import { sandboxResetView } from '../../render/sandbox/reset-view.js';
import { sandboxStatePath } from '../../sandbox/names.js';
import { resetState } from '../../sandbox/state-file.js';
import type { Outcome, Presentation, Session } from '../../session.js';

export interface SandboxReset {
  readonly statePath: string;
  readonly accounts: readonly string[];
}

export const sandboxResetPresentation: Presentation<SandboxReset> = { table: sandboxResetView };

/** Back to the accounts it starts with; deployments made and scenarios are gone. Works on a broken file too. */
export async function runSandboxReset(session: Session): Promise<Outcome<SandboxReset>> {
  const statePath = sandboxStatePath(session.settings.cacheDirectory);
  const state = await resetState(session.ctx.files, statePath);
  return { data: { statePath, accounts: state.accounts.map((account) => account.name) } };
}
