import { normaliseLocation } from '../../core/catalog/normalise-location.js';
import type { Dialect } from '../../core/pricing/emit/types.js';
import { type CostEstimate, estimateCost } from '../../core/pricing/estimate/estimate.js';
import { longContextOf } from '../../core/pricing/estimate/long-context.js';
import { pricePortion } from '../../core/pricing/estimate/price-portion.js';
import type { MissingPrice, Portion, UsageFile } from '../../core/pricing/estimate/types.js';
import type { PriceBook, PriceMode } from '../../core/pricing/types.js';
import { AimiError } from '../../errors.js';
import { EXIT } from '../../exit-code.js';
import { estimateView } from '../../render/cost/estimate-view.js';
import { gateSentence } from '../../render/cost/gate-sentence.js';
import { renderGateGitHub } from '../../render/cost/github.js';
import { renderGateJUnit } from '../../render/cost/junit.js';
import { renderGateMarkdown } from '../../render/cost/markdown.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { readBaseline } from './baseline.js';
import { checkEstimateInput } from './check-input.js';
import { contextOf, SURELY_SHORT } from './context-of.js';
import { accountDeployments, findDeployment } from './deployments.js';
import { discountNote } from './discount-note.js';
import { modelOf } from './model-of.js';
import { pricedAs, unknownSize } from './priced-as.js';
import { openPriceBook, today } from './prices/open-book.js';
import { priceSku } from './sku-of.js';
import { type WorkloadInput, workloadOf } from './workload.js';

export interface EstimateCommandInput extends WorkloadInput {
  readonly model: string | null;
  readonly modelVersion: string | null;
  readonly deployment: string | null;
  readonly sku: string | null;
  readonly region: string | null;
  readonly mode: PriceMode | null;
  readonly currency: string;
  readonly discount: string | null;
  readonly asOf: string | null;
  readonly maxAgeDays: number | null;
  readonly max: string | null;
  readonly baseline: string | null;
  readonly maxIncrease: string | null;
  /** Files of usage; empty without --usage. */
  readonly usage: readonly string[];
  readonly by: readonly string[];
  readonly map: readonly string[];
  /** A file, or `account`. */
  readonly deploymentsFrom: string | null;
  readonly isStrict: boolean;
}

export function estimatePresentation(input: EstimateCommandInput): Presentation<CostEstimate> {
  const isGrouped = input.by.length > 0;
  return {
    table: estimateView,
    rows: (estimate) =>
      isGrouped ? estimate.groups.map(({ by, ...sums }) => ({ ...by, ...sums })) : estimate.lines,
    reports: { markdown: renderGateMarkdown, github: renderGateGitHub, junit: renderGateJUnit },
  };
}

/** The exact cost of a workload or of usage files. Exit 5 when a limit is exceeded; no price is exit 3, never 0. */
export async function runEstimate(
  session: Session,
  input: EstimateCommandInput,
): Promise<Outcome<CostEstimate>> {
  checkEstimateInput(input);
  const book = await openPriceBook(session, {
    currency: input.currency,
    isBundled: false,
    maxAgeDays: input.maxAgeDays,
  });
  const asOf = input.asOf ?? today(session);
  const baseline =
    input.baseline === null ? null : await readBaseline(session.ctx, input.baseline, book.facts.currency);
  const read =
    input.usage.length > 0
      ? await (await import('./usage-portions.js')).usagePortions(session, book, input)
      : await flagPortions(session, book, input);
  const answer = estimateCost(book, {
    portions: read.portions,
    asOf,
    discount: input.discount,
    assumptions: [...read.assumptions, ...moneyAssumptions(input, book)],
    usage: read.files,
    max: input.max,
    maxIncrease: input.maxIncrease,
    baseline,
  });
  if (answer.kind === 'missing') throw await noPrice(session, answer.missing);
  if (answer.kind === 'invalid') throw doesNotAddUp(answer.portion, answer.reason);
  const { estimate } = answer;
  const failed = estimate.checks.filter(({ isMet }) => !isMet);
  for (const check of failed) session.warn(gateSentence(check, estimate));
  return { data: estimate, exit: failed.length > 0 ? EXIT.negative : EXIT.done };
}

/** `--emit`: the query as text, and what is in it. */
export interface EmittedQuery {
  readonly language: Dialect;
  readonly query: string;
  /** Names of models that have a price in it. */
  readonly models: readonly string[];
  readonly currency: string;
  readonly asOf: string;
}

export const emitPresentation: Presentation<EmittedQuery> = { table: ({ query }) => query };

/** A query with the prices of the day in it, for logs that are in a database. Sends and reads nothing else. */
export async function runEmit(
  session: Session,
  input: EstimateCommandInput,
  emit: { readonly dialect: Dialect | null; readonly table: string | null },
): Promise<Outcome<EmittedQuery>> {
  const { checkEmitInput, emittedQuery } = await import('./emit.js');
  const dialect = checkEmitInput(input, emit.dialect);
  const book = await openPriceBook(session, { ...input, isBundled: false });
  const asOf = input.asOf ?? today(session);
  const sku = input.sku === null ? 'GlobalStandard' : priceSku(input.sku);
  const region = input.region ?? session.settings.location;
  const wish = {
    sku,
    mode: input.mode ?? 'standard',
    region: region === null ? null : normaliseLocation(region),
    asOf,
    discount: input.discount,
    model: input.model === null ? null : modelOf(book, input.model, null).model,
  } as const;
  const rules = { book, pricePortion, longContextOf, surelyShort: SURELY_SHORT };
  const { query, models } = emittedQuery(rules, wish, { ...input, dialect, table: emit.table ?? 'usage' });
  session.say(
    `${models.length === 1 ? '1 model has' : `${models.length} models have`} a price. A row without one has no amount, and then there is no total.`,
  );
  return { data: { language: dialect, query, models, currency: book.facts.currency, asOf } };
}

export interface ReadPortions {
  readonly portions: readonly Portion[];
  readonly assumptions: readonly string[];
  readonly files: readonly UsageFile[];
}

async function flagPortions(
  session: Session,
  book: PriceBook,
  input: EstimateCommandInput,
): Promise<ReadPortions> {
  const workload = workloadOf(input);
  const assumptions = [...workload.assumptions];
  let { model: name, modelVersion: version } = input;
  let deployed: { readonly sku: string | null; readonly location: string | null } | null = null;
  if (input.deployment !== null) {
    const found = findDeployment(await accountDeployments(session), input.deployment);
    deployed = found;
    name = found.model;
    version = found.version;
  }
  const { model, version: known } = modelOf(book, name ?? '', version);
  const as = pricedAs(session, input, { deployed, recorded: 'standard' }, assumptions);
  const size = contextOf(session, book, {
    model,
    request: workload.request,
    isSaid: input.requests !== null || input.per !== null,
  });
  if (size.assumption !== null) assumptions.push(size.assumption);
  const portion: Portion = {
    model,
    version: known,
    deployment: input.deployment,
    ...as,
    context: size.context,
    requests: workload.requests,
    counts: workload.counts,
    by: { model },
  };
  if (size.isUnknown) throw await noPrice(session, [unknownSize(portion)]);
  return { portions: [portion], assumptions, files: [] };
}

function moneyAssumptions({ discount }: EstimateCommandInput, { facts }: PriceBook): readonly string[] {
  return [
    ...(discount === null ? [] : [discountNote(discount)]),
    ...(facts.currency === 'USD'
      ? []
      : [`Azure charges on the basis of USD; prices in ${facts.currency} are reference values.`]),
  ];
}

async function noPrice(session: Session, missing: readonly MissingPrice[]): Promise<AimiError> {
  const { missingPriceError } = await import('./missing-price.js');
  return missingPriceError(session, missing);
}

function doesNotAddUp({ model }: Portion, reason: string): AimiError {
  return new AimiError('invalid-value', {
    message: `The token counts of ${model} do not add up: ${reason}`,
    hint: 'Cached, cache-write, audio and image tokens are parts of the input; reasoning tokens of the output',
    details: { model },
  });
}

/** Here, because this file has the book and the lookup already: each `import()` is a bundle of its own. */
export { openPriceTexts } from './price-texts.js';
