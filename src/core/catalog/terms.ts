import type { ModelOffer } from '../model.js';

/** Who sells a model and under whose terms. */
export interface ModelTerms {
  readonly soldBy: 'azure' | 'partner' | 'not known';
  /** The seller's name: `Microsoft`, `Anthropic`, `Cohere`, ... */
  readonly seller: string;
  /** Whether the first deployment accepts an Azure Marketplace offer, which needs its own rights. */
  readonly marketplace: boolean;
  /** One sentence. */
  readonly terms: string;
  /** Who processes prompts and answers, and where if not as the SKU says. */
  readonly processor: string;
  /** What the buyer has to do or know beforehand; empty for nothing. */
  readonly conditions: readonly string[];
  /** The create call must say who buys (organisation, country, industry). */
  readonly needsProviderData: boolean;
  /** Where this comes from, with its date. */
  readonly source: string;
}

interface Rule {
  readonly formats: readonly string[];
  /** Matches the model's name; absent matches all of the format. */
  readonly names?: RegExp;
  readonly kind: 'azure' | 'marketplace' | 'anthropic' | 'fireworks';
  readonly conditions?: readonly string[];
}

const REGISTRATION = 'access needs a registration, approved by Microsoft';

/**
 * Specific before general. Sources: MicrosoftDocs/azure-ai-docs, models-azure-direct-others.md (sold by
 * Azure), models-azure-direct-openai.md, models-from-partners.md, claude-hosting and claude-billing
 * includes, fireworks-models.md; read 2026-08-22. Phi stands on the partners' page, but has no Marketplace
 * offer and Microsoft is its publisher.
 */
const RULES: readonly Rule[] = [
  { formats: ['xAI'], names: /^grok-(4|code-fast-1)$/i, kind: 'azure', conditions: [REGISTRATION] },
  { formats: ['OpenAI'], names: /^computer-use-preview$/i, kind: 'azure', conditions: [REGISTRATION] },
  {
    formats: [
      'OpenAI',
      'OpenAI-OSS',
      'DeepSeek',
      'xAI',
      'Black Forest Labs',
      'MoonshotAI',
      'Moonshot AI',
      'Microsoft',
    ],
    kind: 'azure',
  },
  { formats: ['Cohere'], names: /^(cohere-command-a|embed-v-4-0|cohere-rerank-v4\.0)/i, kind: 'azure' },
  { formats: ['Meta'], names: /^(Llama-3\.3-70B|Llama-4-Maverick)/i, kind: 'azure' },
  {
    formats: ['Mistral AI'],
    names: /^(Mistral-Large-3|mistral-document-ai-|mistral-ocr-4)/i,
    kind: 'azure',
  },
  { formats: ['Anthropic'], names: /mythos/i, kind: 'anthropic', conditions: ['a gated research preview'] },
  { formats: ['Anthropic'], kind: 'anthropic' },
  { formats: ['Fireworks'], kind: 'fireworks' },
  {
    formats: [
      'Cohere',
      'Meta',
      'Mistral AI',
      'AI21 Labs',
      'Core42',
      'Stability AI',
      'NTT Data',
      'Nixtla',
      'Gretel',
      'Bria',
    ],
    kind: 'marketplace',
  },
];

const PRIVACY = 'Microsoft; prompts and answers are not shared with the publisher and train nobody';

/**
 * Terms of an offer, from its format, name and (for Claude) host. Works for live offers, which say nothing
 * of it. A format that the table does not know is answered with `not known`, not with a guess.
 */
export function termsFor(offer: ModelOffer): ModelTerms {
  const rule = RULES.find(
    ({ formats, names }) => formats.includes(offer.format) && (names === undefined || names.test(offer.name)),
  );
  const conditions = rule?.conditions ?? [];
  switch (rule?.kind) {
    case 'azure':
      return {
        soldBy: 'azure',
        seller: 'Microsoft',
        marketplace: false,
        terms: 'sold by Azure under the Microsoft Product Terms',
        processor: PRIVACY,
        conditions,
        needsProviderData: false,
        source: 'MicrosoftDocs/azure-ai-docs, models sold directly by Azure, 2026-08-22',
      };
    case 'marketplace':
      return {
        soldBy: 'partner',
        seller: offer.publisher,
        marketplace: true,
        terms: `sold by ${offer.publisher} through Azure Marketplace, under its licence and price`,
        processor: PRIVACY,
        conditions: [...conditions, MARKETPLACE_CONDITION],
        needsProviderData: false,
        source:
          'MicrosoftDocs/azure-ai-docs, models-from-partners.md and configure-marketplace.md, 2026-08-22',
      };
    case 'anthropic':
      return anthropicTerms(claudeHost(offer), conditions);
    case 'fireworks':
      return {
        soldBy: 'partner',
        seller: 'Fireworks',
        marketplace: true,
        terms: 'partner preview of Fireworks; Microsoft terms do not apply',
        processor: 'Fireworks; traffic leaves Azure',
        conditions: [...conditions, 'the subscription needs the preview feature registered'],
        needsProviderData: false,
        source: 'MicrosoftDocs/azure-ai-docs, fireworks-models.md, 2026-08-22',
      };
    default:
      return {
        soldBy: 'not known',
        seller: offer.publisher,
        marketplace: false,
        terms: `the seller of ${offer.format} models is not known to aimi: see the model's page in Foundry`,
        processor: 'not known',
        conditions: [],
        needsProviderData: false,
        source: 'none',
      };
  }
}

/** Source: configure-marketplace.md and models-from-partners.md of MicrosoftDocs/azure-ai-docs, 2026-08-22. */
const MARKETPLACE_CONDITION =
  'the first deployment accepts a Marketplace offer: not with student, free-credit or CSP subscriptions, ' +
  'and only in countries where it is sold';

/**
 * Who runs a Claude version: the capability says it, else the quota name (`.Azure`), else the version, which
 * is 1 or a date where Anthropic is the host. Null for other models. Source: claude-hosting,
 * MicrosoftDocs/azure-ai-docs, and the models lists of 2026-08-22.
 */
export function claudeHost(offer: ModelOffer): 'azure' | 'anthropic' | null {
  if (offer.format !== 'Anthropic') return null;
  const { hostedOn } = offer.capabilities;
  if (hostedOn === 'azure' || hostedOn === 'anthropic') return hostedOn;
  if (offer.skus.some((sku) => /\.Azure$/i.test(sku.usageName))) return 'azure';
  return /^(1|\d{8})$/.test(offer.version) ? 'anthropic' : null;
}

function anthropicTerms(hostedOn: string | null, conditions: readonly string[]): ModelTerms {
  const host =
    hostedOn === 'azure'
      ? 'Anthropic, on Azure'
      : hostedOn === 'anthropic'
        ? 'Anthropic, on its own infrastructure: possibly outside Azure and the region'
        : 'Anthropic';
  return {
    soldBy: 'partner',
    seller: 'Anthropic',
    marketplace: true,
    terms:
      "sold by Anthropic through Azure Marketplace, under Anthropic's terms (billed in Claude consumption units)",
    processor: host,
    conditions: [
      ...conditions,
      `${MARKETPLACE_CONDITION} (for Claude also not with enterprise accounts in South Korea)`,
    ],
    needsProviderData: true,
    source: 'MicrosoftDocs/azure-ai-docs, claude-hosting and claude-billing, 2026-08-22',
  };
}
