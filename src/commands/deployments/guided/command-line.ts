import { shellLine } from '../../../core/shell-line.js';
import type { Session } from '../../../session.js';
import { sameTarget } from '../../same-target.js';
import type { DeployInput } from '../create.run.js';
import { type Draft, filled } from './draft.js';

/** The command that does the same without a question: every answer as its flag. */
export function equivalentLine(session: Session, input: DeployInput, draft: Draft): string {
  const { account } = filled(draft.facts, 'account');
  const pairs: readonly (readonly [flag: string, value: string | number | null | undefined])[] = [
    ['--version', filled(draft.offer, 'version').version],
    ['--sku', filled(draft.sku, 'SKU').name],
    ['--capacity', filled(draft.capacity, 'capacity')],
    ['--name', filled(draft.name, 'name')],
    ['--rai-policy', input.raiPolicy],
    ['--version-upgrade', input.versionUpgrade],
    ['--organization', draft.providerData?.organizationName],
    ['--country', draft.providerData?.countryCode],
    ['--industry', draft.providerData?.industry],
  ];
  const words = [
    'aimi',
    'deploy',
    filled(draft.model, 'model'),
    ...sameTarget(session, account),
    ...pairs.flatMap(([flag, value]) => (value === null || value === undefined ? [] : [flag, String(value)])),
    ...(input.wait ? [] : ['--no-wait']),
    '--yes',
  ];
  return shellLine(words, session.ctx.platform);
}
