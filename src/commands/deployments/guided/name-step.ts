import { checkDeploymentName, defaultDeploymentName } from '../../../core/deployments/name.js';
import { isAimiError } from '../../../errors.js';
import { asked, type DraftStep, filled, type Given, known } from './draft.js';

const MOST_NAMED = 8;

/** What the deployment is called; calls use this name. */
export function nameStep({ session, wish }: Given): DraftStep {
  return async (draft, hasBefore) => {
    if (wish.name !== null) return known({ ...draft, name: wish.name });
    const { account, deployments } = filled(draft.facts, 'account');
    const taken = deployments.map((deployment) => deployment.name);
    const isTaken = (name: string): boolean =>
      taken.some((other) => other.toLowerCase() === name.toLowerCase());
    return asked(
      session,
      hasBefore,
      (questions) =>
        questions.input({
          message: 'Deployment name:',
          about: `Calls use it.${taken.length === 0 ? '' : ` ${account.account} has ${listed(taken)}.`}`,
          initial: draft.name ?? freeName(defaultDeploymentName(draft.model ?? ''), isTaken),
          validate(text) {
            const name = text.trim();
            if (isTaken(name)) return `${account.account} has a deployment '${name}' already.`;
            return refusalOf(name) ?? true;
          },
        }),
      (text) => ({ ...draft, name: text.trim() }),
    );
  };
}

function freeName(wish: string, isTaken: (name: string) => boolean): string {
  let name = wish;
  for (let number = 2; isTaken(name); number += 1) name = `${wish.slice(0, 60)}-${number}`;
  return name;
}

function refusalOf(name: string): string | null {
  try {
    checkDeploymentName(name);
    return null;
  } catch (error) {
    if (!isAimiError(error)) throw error;
    return error.message;
  }
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
