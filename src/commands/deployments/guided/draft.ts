import type { Account, Deployment, ModelProviderData, Usage } from '../../../core/control-plane.js';
import type { DeploymentPlan, DeploymentWish } from '../../../core/deployments/plan.js';
import type { ModelOffer, SkuOffer } from '../../../core/model.js';
import { AimiError } from '../../../errors.js';
import type { Session } from '../../../session.js';
import { type Step, wayOut } from '../../ask-path.js';
import type { PriceTextOf } from '../../cost/price-texts.js';

/** What the questions of one account are made of. */
export interface AccountFacts {
  readonly account: Account;
  /** All model versions that the account may deploy. */
  readonly offers: readonly ModelOffer[];
  readonly deployments: readonly Deployment[];
  /** Empty when quota could not be read. */
  readonly usages: readonly Usage[];
  readonly priceText: PriceTextOf;
}

/** The answers so far; null is not answered. */
export interface Draft {
  readonly facts: AccountFacts | null;
  readonly model: string | null;
  readonly offer: ModelOffer | null;
  readonly sku: SkuOffer | null;
  readonly capacity: number | null;
  readonly name: string | null;
  readonly providerData: ModelProviderData | null;
  readonly plan: DeploymentPlan | null;
}

/** What the flags say, and the day. */
export interface Given {
  readonly session: Session;
  readonly wish: DeploymentWish;
  readonly today: string;
}

export type DraftStep = Step<Draft>;

/** A part of the draft that an earlier step has filled in. */
export function filled<T>(part: T | null, what: string): T {
  if (part !== null) return part;
  throw new AimiError('internal', { message: `The ${what} was not asked for in time.` });
}

/** A step that did not have to ask. */
export function known(state: Draft): { readonly state: Draft; readonly isAsked: false } {
  return { state, isAsked: false };
}

/** Asks one question with a way back; null is that way. */
export async function asked<T>(
  session: Session,
  hasBefore: boolean,
  ask: (questions: Parameters<Parameters<Session['ctx']['prompter']['orEscape']>[1]>[0]) => Promise<T>,
  take: (answer: T) => Draft,
): Promise<{ readonly state: Draft; readonly isAsked: true } | null> {
  const answer = await session.ctx.prompter.orEscape(wayOut(hasBefore), ask);
  return answer === null ? null : { state: take(answer), isAsked: true };
}
