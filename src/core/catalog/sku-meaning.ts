export type SkuBilling = 'per token' | 'per token, batch' | 'per provisioned unit and hour' | 'not known';
export type Processing = 'global' | 'data zone' | 'region' | 'not known';

export interface SkuMeaning {
  readonly name: string;
  /** For a column: `Global`, `DataZone`, `Standard`. */
  readonly short: string;
  readonly billing: SkuBilling;
  readonly isPayAsYouGo: boolean;
  readonly processing: Processing;
  /** Where prompts and answers are processed, in words. */
  readonly processedIn: string;
  /** Where data is kept. */
  readonly atRest: string;
  /** One line. */
  readonly description: string;
}

/**
 * Deployment SKUs. Source: MicrosoftDocs/azure-ai-docs, concepts-deployment-types-content.md (2026-05):
 * billing and processing columns, and "data at rest stays in the geography" for every type. The set is open.
 */
const GEOGRAPHY = "the resource's geography";

type Row = Pick<SkuMeaning, 'short' | 'billing' | 'processing' | 'description'>;

const RESERVED = 'reserved throughput, billed whether used or not';
const BATCH = 'files at about half price, 24 h target';

const ROWS: Readonly<Record<string, Row>> = {
  GlobalStandard: {
    short: 'Global',
    billing: 'per token',
    processing: 'global',
    description: 'pay-as-you-go, any Azure region, the highest quota',
  },
  DataZoneStandard: {
    short: 'DataZone',
    billing: 'per token',
    processing: 'data zone',
    description: 'pay-as-you-go, stays inside the data zone',
  },
  Standard: {
    short: 'Standard',
    billing: 'per token',
    processing: 'region',
    description: 'pay-as-you-go, stays in the region',
  },
  GlobalBatch: {
    short: 'GlobalBatch',
    billing: 'per token, batch',
    processing: 'global',
    description: BATCH,
  },
  DataZoneBatch: {
    short: 'DataZoneBatch',
    billing: 'per token, batch',
    processing: 'data zone',
    description: BATCH,
  },
  DeveloperTier: {
    short: 'Developer',
    billing: 'per token',
    processing: 'global',
    description: 'fine-tuned models only, deleted after 24 h',
  },
  GlobalProvisionedManaged: {
    short: 'GlobalProvisioned',
    billing: 'per provisioned unit and hour',
    processing: 'global',
    description: RESERVED,
  },
  DataZoneProvisionedManaged: {
    short: 'DataZoneProvisioned',
    billing: 'per provisioned unit and hour',
    processing: 'data zone',
    description: RESERVED,
  },
  ProvisionedManaged: {
    short: 'Provisioned',
    billing: 'per provisioned unit and hour',
    processing: 'region',
    description: RESERVED,
  },
};

const PAY_AS_YOU_GO: ReadonlySet<string> = new Set(['GlobalStandard', 'DataZoneStandard', 'Standard']);

/** `capabilities.area` of the models list (2026-08-22) and what the documentation calls the zone. */
const AREA_NAMES: Readonly<Record<string, string>> = { US: 'US', EUR: 'EU', APAC: 'Asia Pacific' };

/**
 * What a SKU name means; an unknown name is shown as it is and is never pay-as-you-go. `areas` are the data
 * zones in which it is offered (`US`, `EUR`, `APAC`), when they are known.
 */
export function skuMeaning(name: string, areas: readonly string[] = []): SkuMeaning {
  const row = Object.hasOwn(ROWS, name) ? ROWS[name] : undefined;
  if (row === undefined) {
    return {
      name,
      short: name,
      billing: 'not known',
      isPayAsYouGo: false,
      processing: 'not known',
      processedIn: 'not known',
      atRest: GEOGRAPHY,
      description: 'a SKU that aimi does not know; not treated as pay-as-you-go',
    };
  }
  const { short, billing, processing, description } = row;
  return {
    name,
    short,
    billing,
    isPayAsYouGo: PAY_AS_YOU_GO.has(name),
    processing,
    processedIn: processedIn(processing, areas),
    atRest: GEOGRAPHY,
    description,
  };
}

function processedIn(processing: Processing, areas: readonly string[]): string {
  if (processing === 'global') return 'any Azure region';
  if (processing === 'region') return "the resource's region";
  if (processing === 'not known') return 'not known';
  const names = areas.map((area) => AREA_NAMES[area] ?? area);
  if (names.length === 0) return "the resource's data zone";
  return names.length === 1 ? `the ${names[0]} data zone` : `the resource's data zone (${names.join(', ')})`;
}
