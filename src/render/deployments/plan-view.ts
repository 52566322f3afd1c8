import type { DeploymentPlan } from '../../core/deployments/plan.js';
import { renderCard } from '../card.js';
import { grouped, ratesText } from '../numbers.js';
import type { Theme } from '../theme.js';

/** What a person should know before saying yes. */
export function planView(plan: DeploymentPlan, theme: Theme): string {
  const title = plan.action === 'create' ? `Deploy ${plan.model.name}` : `${plan.name} is deployed already`;
  const rates = ratesText(plan);
  return renderCard(
    title,
    [
      ['deployment', plan.name],
      ['account', `${plan.account} (${plan.location}, group ${plan.resourceGroup})`],
      [
        'model',
        `${plan.model.name} ${plan.model.version} by ${plan.model.publisher}${lifecycleNote(plan.lifecycle)}`,
      ],
      ['SKU', plan.sku],
      [
        'capacity',
        `${grouped(plan.capacity)} ${plan.capacity === 1 ? 'unit' : 'units'}${rates === '' ? '' : ` = ${rates}`}`,
      ],
      ['quota', quotaText(plan)],
      ['processed in', plan.processedIn],
      ['terms', [plan.terms.terms, ...plan.terms.conditions].join('\n')],
      ['retires', plan.retires ?? 'no date set'],
      ['billing', 'per token used; nothing for the resource or the deployment itself'],
      ['chosen', plan.reasons.join('\n')],
    ],
    theme,
  );
}

function quotaText({ quota, capacity, action }: DeploymentPlan): string {
  if (quota === null) return 'not known';
  const left = action === 'create' ? quota.free - capacity : quota.free;
  return `${grouped(Math.max(0, left))} of ${grouped(quota.limit)} units left${action === 'create' ? ' after this' : ''}`;
}

function lifecycleNote(lifecycle: string): string {
  return lifecycle === 'GenerallyAvailable' || lifecycle === 'Stable' ? '' : ` (${lifecycle})`;
}
