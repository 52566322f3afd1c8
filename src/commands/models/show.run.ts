import { type ModelDetail, modelDetail } from '../../core/catalog/detail.js';
import { completeEntry, readDetails } from '../../core/catalog/details.js';
import { findModel, type ModelAnswer } from '../../core/catalog/find.js';
import { readManagedCompute } from '../../core/catalog/managed-compute.js';
import { readCatalog } from '../../core/catalog/read.js';
import { modelRefusal } from '../../core/catalog/refusal.js';
import { payAsYouGoRegions } from '../../core/catalog/regions.js';
import type { CatalogDetails, CatalogEntry } from '../../core/catalog/types.js';
import type { ModelOffer } from '../../core/model.js';
import { AimiError } from '../../errors.js';
import { modelsShowView } from '../../render/models/show-view.js';
import type { Outcome, Presentation } from '../../session.js';
import { judgedDay, knownRegion } from './list-checks.js';
import {
  bundledCatalog,
  type ModelsRead,
  type ModelsSession,
  type ModelsSource,
  readOffers,
  today,
} from './source.js';

export interface ModelsShowInput {
  readonly source: ModelsSource;
  /** Any letter case. */
  readonly name: string;
  /** Null: the version to take first. A retired version is shown when it is named. */
  readonly version: string | null;
}

export const modelsShowPresentation: Presentation<ModelDetail> = { table: modelsShowView };

/**
 * One model in full. Throws `model-not-found` (with the nearest names), `model-not-pay-as-you-go`,
 * `model-retired` or `version-not-found`, all exit 3.
 */
export async function runModelsShow(
  session: ModelsSession,
  input: ModelsShowInput,
): Promise<Outcome<ModelDetail>> {
  const read = await readOffers(session, input.source);
  const region = read.region === undefined ? undefined : knownRegion(read.region, read.regions);
  const asOf = judgedDay(null, today(session), read.since);
  const detailsOf = readDetails(session.ctx.readData('catalog-details'));
  const offers = input.source.kind === 'bundled' ? wholeCatalog(session, detailsOf) : read.offers;
  const managedCompute = () => readManagedCompute(session.ctx.readData('managed-compute'));
  const answer = findModel(input.name, { offers, managedCompute, asOf });
  const versions = versionsOrRefuse(session, input, answer, read, asOf);
  const offer = pick(versions, input.version, read.where);
  const details = detailsOf(`${offer.format}.${offer.name}.${offer.version}`);
  return { data: modelDetail(offer, { asOf, versions, details, region }) };
}

type NoAnswer = Exclude<ModelAnswer, { kind: 'found' }>;

/** A retired model is refused, but a version of it that is asked for by name is history worth showing. */
function versionsOrRefuse(
  session: ModelsSession,
  input: ModelsShowInput,
  answer: ModelAnswer,
  read: ModelsRead,
  asOf: string,
): readonly ModelOffer[] {
  if (answer.kind === 'found') return answer.versions;
  const isRetired = answer.kind === 'notPayAsYouGo' && answer.reason === 'retired';
  if (isRetired && input.version !== null) return answer.versions;
  throw refusal(session, input, answer, read, asOf);
}

function pick(versions: readonly ModelOffer[], wish: string | null, where: string): ModelOffer {
  const offer =
    wish === null
      ? versions[0]
      : (versions.find(({ version }) => version === wish) ??
        versions.find(({ version }) => version.toLowerCase() === wish.trim().toLowerCase()));
  if (offer !== undefined) return offer;
  const name = versions[0]?.name ?? '';
  const known = versions.map(({ version }) => version);
  throw new AimiError('version-not-found', {
    message: `${name} has no version '${wish}' in ${where}`,
    hint: `It has ${known.join(', ')}`,
    details: { model: name, version: wish, versions: known },
  });
}

/** A name that a live list lacks may still be sold elsewhere, or be open to registered customers only. */
function refusal(
  session: ModelsSession,
  input: ModelsShowInput,
  answer: NoAnswer,
  read: ModelsRead,
  asOf: string,
): AimiError {
  if (answer.kind === 'unknown' && input.source.kind !== 'bundled') {
    const elsewhere = findModel(input.name, {
      offers: bundledCatalog(session).entries,
      managedCompute: () => [],
      asOf,
    });
    if (elsewhere.kind === 'found') {
      const [entry] = elsewhere.versions;
      const { gated } = entry;
      const regions = payAsYouGoRegions(entry);
      return new AimiError('model-not-found', {
        message: `${elsewhere.name} is not in ${read.where}`,
        hint:
          gated === null
            ? `Regions that had it: ${regions.join(', ')}`
            : `It is listed only for subscriptions with access (${gated})`,
        details: { model: elsewhere.name, regions, gated },
      });
    }
  }
  return modelRefusal(input.name, answer, read.where);
}

/** Retired versions, other SKUs and the documentation's replacements included. */
function wholeCatalog(
  session: ModelsSession,
  detailsOf: (id: string) => CatalogDetails | null,
): readonly CatalogEntry[] {
  const retired = readCatalog(session.ctx.readData('catalog-retired'));
  return [...bundledCatalog(session).entries, ...retired.entries].map((entry) =>
    completeEntry(entry, detailsOf(entry.id)),
  );
}

export { modelsSource } from './live-source.js';
