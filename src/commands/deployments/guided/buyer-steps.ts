import type { ModelProviderData } from '../../../core/control-plane.js';
import { asked, type DraftStep, filled, type Given, known } from './draft.js';

interface BuyerQuestion {
  readonly field: keyof ModelProviderData;
  readonly message: string;
  readonly refusal: string;
  readonly form: RegExp;
  readonly clean: (text: string) => string;
}

/** Source: Azure/azure-rest-api-specs issue 43610, 2026. */
const QUESTIONS: readonly BuyerQuestion[] = [
  {
    field: 'organizationName',
    message: 'Anthropic asks who deploys. Organization:',
    refusal: 'The name of your organization',
    form: /\S/,
    clean: (text) => text.trim(),
  },
  {
    field: 'countryCode',
    message: 'Country (two letters):',
    refusal: 'A two-letter country code, such as DE',
    form: /^\s*[a-z]{2}\s*$/i,
    clean: (text) => text.trim().toUpperCase(),
  },
  {
    field: 'industry',
    message: 'Industry:',
    refusal: 'One word, such as technology, finance or healthcare',
    form: /^\s*[a-z][a-z_-]*\s*$/i,
    clean: (text) => text.trim().toLowerCase(),
  },
];

/** Who buys, for Claude alone: the service refuses a create without it. */
export function buyerSteps({ session, wish }: Given): readonly DraftStep[] {
  return QUESTIONS.map(({ field, message, refusal, form, clean }) => async (draft, hasBefore) => {
    if (filled(draft.offer, 'version').format !== 'Anthropic') return known({ ...draft, providerData: null });
    if (wish.providerData !== null) return known({ ...draft, providerData: wish.providerData });
    const before = draft.providerData ?? { organizationName: '', countryCode: '', industry: '' };
    return asked(
      session,
      hasBefore,
      (questions) =>
        questions.input({
          message,
          ...(before[field] === '' ? {} : { initial: before[field] }),
          validate: (text) => form.test(text) || refusal,
        }),
      (text) => ({ ...draft, providerData: { ...before, [field]: clean(text) } }),
    );
  });
}
