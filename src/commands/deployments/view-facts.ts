import { portalAddress } from '../../core/portal.js';
import type { DeploymentFacts } from '../../render/deployments/retires-text.js';
import type { Session } from '../../session.js';

/** What the views of deployments need besides the deployments. */
export function viewFacts({ ctx, settings }: Session): DeploymentFacts {
  return { today: ctx.clock.now().toISOString().slice(0, 10), portal: portalAddress(settings) };
}
