import { normaliseLocation } from '../../core/catalog/normalise-location.js';
import type { MissingPrice, Portion } from '../../core/pricing/estimate/types.js';
import type { PriceMode, PriceSku } from '../../core/pricing/types.js';
import { AimiError } from '../../errors.js';
import type { Session } from '../../session.js';
import { billingOfSku, priceSku } from './sku-of.js';

/** What a workload is priced as: flags, and what the deployment says. */
export interface PricedAs {
  readonly sku: PriceSku;
  readonly mode: PriceMode;
  readonly region: string | null;
}

/** SKU, mode and region of the flags, else of the deployment, else of the records, else the defaults, which are said. */
export function pricedAs(
  session: Pick<Session, 'settings'>,
  input: {
    readonly sku: string | null;
    readonly mode: PriceMode | null;
    readonly region: string | null;
  },
  known: {
    readonly deployed: { readonly sku: string | null; readonly location: string | null } | null;
    /** As the records say. */
    readonly recorded: PriceMode;
  },
  assumptions: string[],
): PricedAs {
  const { deployed, recorded } = known;
  const ofDeployment = deployed?.sku == null ? null : billingOfSku(deployed.sku);
  if (deployed?.sku != null && ofDeployment === null) throw notPerToken(deployed.sku);
  if (input.sku === null && ofDeployment === null) {
    assumptions.push('SKU GlobalStandard, because none is given.');
  }
  const ofAll = input.mode ?? ofDeployment?.mode ?? null;
  if (ofAll === null && recorded !== 'standard') {
    assumptions.push(`Requests whose records say ${recorded} are priced as such; --mode prices all alike.`);
  }
  const region = input.region ?? deployed?.location ?? session.settings.location;
  return {
    sku: input.sku === null ? (ofDeployment?.sku ?? 'GlobalStandard') : priceSku(input.sku),
    mode: ofAll ?? recorded,
    region: region === null ? null : normaliseLocation(region),
  };
}

/** A long price whose size nobody states. */
export function unknownSize(portion: Portion): MissingPrice {
  return {
    portion,
    kind: 'input',
    modality: 'text',
    missing: 'threshold',
    others: [],
    candidates: [],
  };
}

function notPerToken(sku: string): AimiError {
  return new AimiError('price-not-found', {
    message: `A deployment of SKU ${sku} is not billed per token`,
    hint: 'Provisioned throughput is billed per unit and hour; add --sku to reckon with tokens all the same',
    details: { sku },
  });
}
