import type { DeploymentDetail } from '../../core/deployments/detail.js';
import type { DeploymentPlan } from '../../core/deployments/plan.js';
import { renderCard } from '../card.js';
import type { Theme } from '../theme.js';
import { planView } from './plan-view.js';
import { callText } from './show-view.js';

export interface DeployResult {
  readonly action: 'created' | 'unchanged' | 'accepted' | 'planned';
  readonly plan: DeploymentPlan;
  /** Null for a dry run and when it was not waited for. */
  readonly deployment: DeploymentDetail | null;
}

export function deployView(result: DeployResult, theme: Theme): string {
  if (result.action === 'planned') return planView(result.plan, theme);
  const { deployment } = result;
  if (deployment === null) return '';
  const facts: readonly (readonly [string, string])[] = [
    ['deployment', deployment.name],
    ['state', deployment.state],
    ['endpoint', deployment.call?.endpoint ?? ''],
  ];
  return renderCard('', facts, theme) + callText(deployment, theme);
}
