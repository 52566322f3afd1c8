import { type SandboxStatus, sandboxStatusView } from '../../render/sandbox/status-view.js';
import { sandboxStatePath } from '../../sandbox/names.js';
import { settle } from '../../sandbox/settle.js';
import { keyOf } from '../../sandbox/state.js';
import { loadState } from '../../sandbox/state-file.js';
import type { Outcome, Presentation, Session } from '../../session.js';

export const sandboxStatusPresentation: Presentation<SandboxStatus> = { table: sandboxStatusView };

/** What the sandbox holds; reads only. */
export async function runSandboxStatus(session: Session): Promise<Outcome<SandboxStatus>> {
  const statePath = sandboxStatePath(session.settings.cacheDirectory);
  const state = settle(await loadState(session.ctx.files, statePath), session.ctx.clock.now());
  return {
    data: {
      statePath,
      subscription: state.subscriptions[0]?.id ?? '',
      accounts: state.accounts.map((account) => ({
        name: account.name,
        kind: account.kind,
        location: account.location,
        deployments: state.deployments.filter((one) => one.account === keyOf(account)).map((one) => one.name),
      })),
      scenarios: state.scenarios,
    },
  };
}
