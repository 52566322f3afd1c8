import { addCounts, LARGEST_COUNT, NO_COUNTS } from '../../core/pricing/estimate/counts.js';
import { LONG_CONTEXT_SIZES, longContextOf } from '../../core/pricing/estimate/long-context.js';
import type { MissingPrice, Portion } from '../../core/pricing/estimate/types.js';
import type { PriceBook } from '../../core/pricing/types.js';
import { AimiError } from '../../errors.js';
import type { Session } from '../../session.js';
import type { UsageGroup, UsageSum } from '../../usage/types.js';
import { SURELY_SHORT } from './context-of.js';
import { accountDeployments, deploymentsInFile, type PricedDeployment } from './deployments.js';
import type { EstimateCommandInput, ReadPortions } from './estimate.run.js';
import { missingPriceError } from './missing-price.js';
import { modelOf } from './model-of.js';
import { pricedAs, unknownSize } from './priced-as.js';
import { sayWhatWasRead } from './say-what-was-read.js';
import { readMap } from './usage-map.js';
import { tooMany } from './workload.js';

interface Named {
  readonly model: string;
  readonly version: string | null;
  readonly deployed: PricedDeployment | null;
}

/** The sums of usage files as portions that can be priced. */
export async function usagePortions(
  session: Session,
  book: PriceBook,
  input: EstimateCommandInput,
): Promise<ReadPortions> {
  const map = readMap(input.map);
  const deployments = await deploymentsOf(session, input);
  const nameOf = (model: string | null, deployment: string | null): Named | null =>
    named(book, deployments, input, model, deployment);
  const by = input.by.filter((name) => name !== 'model' && name !== 'deployment');
  const sum = await read(session, input, {
    map,
    by,
    tierOf: (model, deployment) => tierOf(book, nameOf(model, deployment)),
  });
  const assumptions = [...sayWhatWasRead(session, sum.files)];
  if (sum.files.every(({ records }) => records === 0)) throw nothingRead(sum.files);
  const nameless = sum.groups.filter((group) => nameOf(group.model, group.deployment) === null);
  if (nameless.length > 0) throw noModel(nameless);
  const portions: Portion[] = [];
  const missing: MissingPrice[] = [];
  for (const group of sum.groups) {
    const name = nameOf(group.model, group.deployment);
    if (name === null) continue;
    const portion = portionOf(session, input, group, name, by, assumptions);
    if (group.context === 'long' && longContextOf(book, name.model).kind === 'unknown')
      missing.push(unknownSize(portion));
    portions.push(portion);
  }
  if (missing.length > 0) throw missingPriceError(session, missing);
  const all = portions.reduce((total, { counts }) => addCounts(total, counts), NO_COUNTS);
  if (all.input + all.output > LARGEST_COUNT) throw tooMany();
  return { portions, assumptions: [...new Set(assumptions)], files: sum.files };
}

function portionOf(
  session: Session,
  input: EstimateCommandInput,
  group: UsageGroup,
  { model, version, deployed }: Named,
  by: readonly string[],
  assumptions: string[],
): Portion {
  const values: Readonly<Record<string, string | null>> = {
    model,
    deployment: group.deployment ?? deployed?.name ?? null,
    ...Object.fromEntries(by.map((name, index) => [name, group.by[index] ?? null])),
  };
  const names = input.by.length === 0 ? ['model'] : input.by;
  return {
    model,
    version,
    deployment: group.deployment,
    ...pricedAs(session, input, { deployed, recorded: group.mode }, assumptions),
    context: group.context,
    requests: group.requests,
    counts: { ...NO_COUNTS, ...group.tokens },
    by: Object.fromEntries(names.map((name) => [name, values[name] ?? null])),
  };
}

/** Which model a line is of: what the deployment has, then what the line says, then --model. Null: not known. */
function named(
  book: PriceBook,
  deployments: ReadonlyMap<string, PricedDeployment>,
  input: Pick<EstimateCommandInput, 'model' | 'modelVersion'>,
  model: string | null,
  deployment: string | null,
): Named | null {
  // Requests name the deployment where answers name the model.
  const deployed =
    deployments.get((deployment ?? '').toLowerCase()) ?? deployments.get((model ?? '').toLowerCase()) ?? null;
  if (deployed !== null) return { ...modelOf(book, deployed.model, deployed.version), deployed };
  if (model !== null) return { ...modelOf(book, model, null), deployed: null };
  return input.model === null ? null : { ...modelOf(book, input.model, input.modelVersion), deployed: null };
}

async function deploymentsOf(
  session: Session,
  { deploymentsFrom }: EstimateCommandInput,
): Promise<ReadonlyMap<string, PricedDeployment>> {
  if (deploymentsFrom === null) return new Map();
  const all =
    deploymentsFrom === 'account'
      ? await accountDeployments(session)
      : await deploymentsInFile(session.ctx, deploymentsFrom);
  return new Map(all.map((one) => [one.name.toLowerCase(), one]));
}

async function read(
  session: Session,
  input: EstimateCommandInput,
  options: {
    readonly map: Readonly<Record<string, string>>;
    readonly by: readonly string[];
    readonly tierOf: (model: string | null, deployment: string | null) => number | null;
  },
): Promise<UsageSum> {
  const { ctx } = session;
  const { openSources, sumUsage } = await import('../../usage/worker.js');
  const progress = await session.startProgress('Reading usage');
  try {
    return await sumUsage(openSources(input.usage), {
      ...options,
      thresholds: [Number(SURELY_SHORT), ...LONG_CONTEXT_SIZES.map(Number)],
      strict: input.isStrict,
      signal: ctx.interrupt,
      workerFile: ctx.usageWorkerFile,
      onProgress: (done, total) => progress.update(progressText(done, total)),
    });
  } finally {
    progress.stop();
  }
}

function tierOf(book: PriceBook, name: Named | null): number | null {
  if (name === null) return null;
  const size = longContextOf(book, name.model);
  if (size.kind === 'none') return null;
  return Number(size.kind === 'above' ? size.inputTokens : SURELY_SHORT);
}

const BAR = 20;

function progressText(done: number, total: number | null): string {
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
  if (total === null || total === 0) return `Reading usage: ${megabytes(done)} MB`;
  const share = Math.min(1, done / total);
  const filled = Math.round(share * BAR);
  return `Reading usage ${'#'.repeat(filled)}${'.'.repeat(BAR - filled)} ${Math.floor(share * 100)} % of ${megabytes(total)} MB`;
}

/** A gate that read nothing must not pass. */
function nothingRead(files: UsageSum['files']): AimiError {
  const names = files.map(({ name }) => name);
  const bad = files.reduce((sum, { badCount }) => sum + badCount, 0);
  return new AimiError('invalid-value', {
    message: `No token counts in ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', ...' : ''}`,
    hint: 'docs/cost.md lists what is read; for others: --map input=COLUMN --map output=COLUMN',
    details: { files: names, badLines: bad },
  });
}

function noModel(groups: readonly UsageGroup[]): AimiError {
  const requests = groups.reduce((sum, group) => sum + group.requests, 0n);
  const deployments = groups.flatMap(({ deployment }) => (deployment === null ? [] : [deployment]));
  return new AimiError('price-not-found', {
    message: `${requests} requests name no model${deployments.length === 0 ? '' : `, only a deployment (${deployments.slice(0, 5).join(', ')})`}`,
    hint: 'Add --deployments-from account, --map model=COLUMN, or --model MODEL for lines that name none',
    details: { requests: Number(requests), deployments },
  });
}
