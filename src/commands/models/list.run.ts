import { availabilityOf } from '../../core/catalog/availability.js';
import { filterOffers, hasCapability } from '../../core/catalog/filter.js';
import { nearestNames } from '../../core/catalog/nearest.js';
import { inListOrder } from '../../core/catalog/order.js';
import { type ModelRow, modelRow } from '../../core/catalog/rows.js';
import { TASKS } from '../../core/catalog/task.js';
import type { ModelOffer } from '../../core/model.js';
import { modelsListView } from '../../render/models/list-view.js';
import type { Outcome, Presentation } from '../../session.js';
import { judgedDay, knownRegion, payAsYouGoSkuName } from './list-checks.js';
import { type ModelsSession, type ModelsSource, readOffers, today } from './source.js';

/** Null in a filter means: do not filter. */
export interface ModelsListInput {
  readonly source: ModelsSource;
  /** Publisher or format, or how one begins (`mistral`), any letter case. */
  readonly publisher: string | null;
  /** A task (`chat`, `embeddings`, `rerank`, ...) or a capability key. */
  readonly capability: string | null;
  /** `GlobalStandard`, `DataZoneStandard`, `Standard` or `global`, `datazone`, `regional`. */
  readonly sku: string | null;
  /** Words that must all occur in name, publisher or version. */
  readonly search: string | null;
  /** YYYY-MM-DD: what can be deployed on that day; null is today. */
  readonly asOf: string | null;
  /** Also what only existing customers can deploy. */
  readonly includeRetiring: boolean;
}

export const modelsListPresentation: Presentation<readonly ModelRow[]> = {
  table: modelsListView,
  columns: ['name', 'version', 'publisher', 'format', 'lifecycle', 'isDefault', 'skus', 'retires', 'regions'],
};

/** Pay-as-you-go model versions, one row each, by publisher, name and version. */
export async function runModelsList(
  session: ModelsSession,
  input: ModelsListInput,
): Promise<Outcome<readonly ModelRow[]>> {
  const sku = input.sku === null ? undefined : payAsYouGoSkuName(input.sku);
  // Before any request: a wrong date is refused by what is known without the list.
  if (input.source.kind !== 'bundled') judgedDay(input.asOf, today(session), today(session));
  const { offers, since, region: wished, regions } = await readOffers(session, input.source);
  const asOf = judgedDay(input.asOf, today(session), since);
  const region = wished === undefined ? undefined : knownRegion(wished, regions);
  const kept = filterOffers(offers, {
    publisher: input.publisher ?? undefined,
    capability: input.capability ?? undefined,
    sku,
    search: input.search ?? undefined,
    asOf,
    includeRetiring: input.includeRetiring,
    region,
  });
  const rows = inListOrder(kept).map((offer) => modelRow(offer, asOf, region));
  session.say(rows.length === 0 ? whyEmpty(offers, input, asOf) : summary(rows, asOf, input));
  return { data: rows };
}

function summary(rows: readonly ModelRow[], asOf: string, input: ModelsListInput): string {
  const models = new Set(rows.map((row) => row.name)).size;
  const day = input.asOf === null ? '' : `, deployable on ${asOf}`;
  const text = `${count(rows.length, 'version')} of ${count(models, 'pay-as-you-go model')}${day}`;
  return rows.some((row) => row.isDefault) ? `${text} (* = default version).` : `${text}.`;
}

/** Names the filter that fits nothing, with the nearest value that would. */
function whyEmpty(offers: readonly ModelOffer[], input: ModelsListInput, asOf: string): string {
  const open = offers.filter((offer) => availabilityOf(offer, asOf) === 'open');
  const { publisher, capability } = input;
  if (publisher !== null && filterOffers(open, { publisher, asOf }).length === 0) {
    return `No pay-as-you-go model of publisher '${publisher}'${nearby(publisher, [...new Set(open.map((offer) => offer.publisher))])}`;
  }
  if (capability !== null && !open.some((offer) => hasCapability(offer, capability))) {
    const keys = new Set<string>([...TASKS, ...open.flatMap((offer) => Object.keys(offer.capabilities))]);
    return `No pay-as-you-go model with capability '${capability}'${nearby(capability, [...keys])}`;
  }
  return 'No pay-as-you-go model matches.';
}

function nearby(word: string, words: readonly string[]): string {
  const nearest = nearestNames(word, words);
  return nearest.length === 0 ? '.' : `. Did you mean ${nearest.join(' or ')}?`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

export { modelsSource } from './live-source.js';
