import { planDeployment } from '../../../core/deployments/plan.js';
import { AimiError } from '../../../errors.js';
import { planView } from '../../../render/deployments/plan-view.js';
import type { DeployInput } from '../create.run.js';
import { equivalentLine } from './command-line.js';
import { asked, type DraftStep, filled, type Given, known } from './draft.js';

/** Shows the plan and asks once, as for a model that was named. */
export function planStep({ session, today }: Given, input: DeployInput): DraftStep {
  return async (draft, hasBefore) => {
    const { account, offers, deployments, usages } = filled(draft.facts, 'account');
    const wish = {
      ...input,
      version: filled(draft.offer, 'version').version,
      sku: filled(draft.sku, 'SKU').name,
      capacity: draft.capacity,
      name: draft.name,
      providerData: draft.providerData,
    };
    const versions = offers.filter((offer) => offer.name === draft.model);
    const plan = planDeployment(wish, { account, offers: versions, deployments, usages, today });
    const state = { ...draft, plan };
    if (plan.action === 'none' || input.isDryRun || input.isConfirmed) return known(state);
    session.display(planView, plan);
    return asked(
      session,
      hasBefore,
      (questions) => questions.confirm({ message: `Deploy it to ${plan.account}?`, initial: true }),
      (isYes) => {
        if (isYes) return state;
        throw new AimiError('declined', {
          message: 'Nothing was deployed.',
          hint: `The same without questions: ${equivalentLine(session, input, state)}`,
        });
      },
    );
  };
}
