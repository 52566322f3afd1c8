import { foundryOffers } from '../../core/catalog/pay-as-you-go.js';
import { readCatalog } from '../../core/catalog/read.js';
import type { Catalog } from '../../core/catalog/types.js';
import type { AccountRef, ControlPlane } from '../../core/control-plane.js';
import type { ModelOffer } from '../../core/model.js';
import type { Session } from '../../session.js';

/** Where a models command reads from; decided before it runs. */
export type ModelsSource =
  /** The catalog that comes with aimi, of all regions or (normalised) one. Sends nothing. */
  | { readonly kind: 'bundled'; readonly region: string | null }
  /** The models list of a region. Needs a right at the subscription. */
  | { readonly kind: 'region'; readonly subscriptionId: string; readonly location: string }
  /** The models one account may deploy. Needs to read the account only. */
  | { readonly kind: 'account'; readonly ref: AccountRef };

export interface ModelsRead {
  /** Each version once. */
  readonly offers: readonly ModelOffer[];
  /** Completes "no model 'x' in ...". */
  readonly where: string;
  /** First day the facts can speak of, YYYY-MM-DD. */
  readonly since: string;
  /** The region asked for, as given, when the offers are of several. */
  readonly region: string | undefined;
  /** Every region the offers speak of; empty for a live list. */
  readonly regions: readonly string[];
}

/** The part of a Session that reading models takes. */
export interface ModelsSession extends Pick<Session, 'say' | 'startProgress'> {
  readonly ctx: Pick<Session['ctx'], 'interrupt' | 'readData'> & {
    readonly clock: Pick<Session['ctx']['clock'], 'now'>;
  };
  azure(): Promise<Pick<ControlPlane, 'listRegionModels' | 'listAccountModels'>>;
}

export function today(session: ModelsSession): string {
  return session.ctx.clock.now().toISOString().slice(0, 10);
}

/** The versions that were not retired when the facts were read, with their pay-as-you-go SKUs. */
export function bundledCatalog(session: ModelsSession): Catalog {
  return readCatalog(session.ctx.readData('catalog'));
}

/** Reads the offers, and for the bundled catalog says on stderr which it is and how old. */
export async function readOffers(session: ModelsSession, source: ModelsSource): Promise<ModelsRead> {
  if (source.kind === 'bundled') {
    const catalog = bundledCatalog(session);
    session.say(
      `Bundled catalog of ${catalog.retrieved}${age(catalog.retrieved, today(session))}; for live data add --location REGION (needs a subscription).`,
    );
    return {
      offers: catalog.entries,
      where: `the bundled catalog of ${catalog.retrieved}`,
      since: catalog.retrieved,
      region: source.region ?? undefined,
      regions: catalog.regions,
    };
  }
  const place = source.kind === 'region' ? source.location : source.ref.account;
  const azure = await session.azure();
  const progress = await session.startProgress(`Reading the models of ${place}`);
  try {
    const signal = session.ctx.interrupt;
    const offers =
      source.kind === 'region'
        ? await azure.listRegionModels(source.subscriptionId, source.location, signal)
        : await azure.listAccountModels(source.ref, signal);
    return {
      offers: foundryOffers(offers),
      where: `the models list of ${place}`,
      since: today(session),
      region: undefined,
      regions: [],
    };
  } finally {
    progress.stop();
  }
}

function age(from: string, to: string): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  if (days <= 0) return '';
  return days === 1 ? ', 1 day old' : `, ${days} days old`;
}
