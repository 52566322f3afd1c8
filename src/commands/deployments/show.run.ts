import { type DeploymentDetail, deploymentDetail } from '../../core/deployments/detail.js';
import { deploymentsShowView } from '../../render/deployments/show-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { resolveAccount } from '../account.js';
import { existingDeployments } from './existing.js';
import { retirements } from './retirements.js';
import { sayWhoAnswers } from './say-who-answers.js';
import { viewFacts } from './view-facts.js';

export function deploymentsShowPresentation(session: Session): Presentation<DeploymentDetail> {
  const facts = viewFacts(session);
  return { table: (detail, theme) => deploymentsShowView(detail, theme, facts) };
}

export async function runDeploymentsShow(session: Session, name: string): Promise<Outcome<DeploymentDetail>> {
  const account = await resolveAccount(session);
  const [deployment] = await existingDeployments(session, account, [name]);
  if (deployment === undefined) throw new Error('existingDeployments answers each name or throws');
  sayWhoAnswers(session);
  return { data: deploymentDetail(deployment, account, retirements(session)(deployment)) };
}
