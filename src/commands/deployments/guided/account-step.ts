import { foundryOffers } from '../../../core/catalog/pay-as-you-go.js';
import type { Account } from '../../../core/control-plane.js';
import type { Session } from '../../../session.js';
import { refOf, resolveAccount } from '../../account.js';
import { readUsages } from '../read-usages.js';
import type { AccountFacts, DraftStep, Given } from './draft.js';

/** Which account, when none is chosen and there are several; then reads what the other questions offer. */
export function accountStep({ session, today }: Given): DraftStep {
  return async (draft) => {
    let isAsked = false;
    let isLeft = false;
    const account = await resolveAccount(session, async (question) => {
      isAsked = true;
      const answer = await session.ctx.prompter.orEscape('leave', (ask) => ask.select(question));
      isLeft = answer === null;
      if (answer === null) throw new Error('The question was left');
      return answer;
    }).catch((error) => {
      if (isLeft) return null;
      throw error;
    });
    if (account === null) return null;
    if (draft.facts?.account.id === account.id) return { state: draft, isAsked };
    const facts = await readFacts(session, account, today);
    return { state: { ...draft, facts, model: null, offer: null, sku: null, capacity: null }, isAsked };
  };
}

async function readFacts(session: Session, account: Account, today: string): Promise<AccountFacts> {
  const azure = await session.azure();
  const { interrupt } = session.ctx;
  const progress = await session.startProgress(`Reading models, deployments and quota of ${account.account}`);
  try {
    const [models, deployments, usages] = await Promise.all([
      azure.listAccountModels(refOf(account), interrupt),
      azure.listDeployments(refOf(account), interrupt),
      readUsages(session, account),
    ]);
    const { openPriceTexts } = await import('../../cost/estimate.run.js');
    const priceText = await openPriceTexts(session, account.location, today);
    return { account, offers: foundryOffers(models), deployments, usages, priceText };
  } finally {
    progress.stop();
  }
}
