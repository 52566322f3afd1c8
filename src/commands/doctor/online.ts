import type { Facts } from '../../doctor/facts.js';
import { mergeFacts } from '../../doctor/merge-facts.js';
import { readControlPlane } from '../../doctor/remote/control-plane.js';
import { hasProbeTarget, probe } from '../../doctor/remote/probes.js';
import type { Session } from '../../session.js';
import { resolveAccount } from '../account.js';

/**
 * What the network says: the control plane when an account is named, and the resource's own host when an
 * endpoint has the form of one. Both at once; what cannot be asked is a gap.
 */
export async function readOnlineFacts(session: Session, facts: Facts): Promise<Partial<Facts>> {
  const { ctx, settings } = session;
  const hasAccount = settings.account !== null;
  const hasHost = hasProbeTarget(facts);
  const progress = hasAccount || hasHost ? await session.startProgress('Asking the resource') : null;
  try {
    const [controlPlane, probed] = await Promise.all([
      hasAccount ? askControlPlane(session) : gap('control plane', 'no --account was given'),
      hasHost
        ? probe({ facts, env: ctx.env, openNetwork: ctx.openNetwork })
        : gap('network', 'no endpoint names the host of a resource'),
    ]);
    return mergeFacts(controlPlane, probed);
  } finally {
    progress?.stop();
  }
}

function askControlPlane(session: Session): Promise<Partial<Facts>> {
  return readControlPlane({
    findAccount: () => resolveAccount(session),
    listDeployments: async (ref) => (await session.azure()).listDeployments(ref),
  });
}

function gap(source: string, reason: string): Partial<Facts> {
  return { gaps: [{ source, reason }] };
}
