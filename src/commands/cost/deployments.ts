import type { Context } from '../../context.js';
import { nearestNames } from '../../core/catalog/nearest.js';
import { AimiError } from '../../errors.js';
import type { Session } from '../../session.js';
import { withProgress } from '../with-progress.js';
import { resolvePath } from './baseline.js';

/** What decides the price of a deployment. */
export interface PricedDeployment {
  readonly name: string;
  readonly model: string;
  readonly version: string | null;
  /** As Azure names it. */
  readonly sku: string | null;
  /** Normalised. */
  readonly location: string | null;
}

const LIMIT = 16 * 1024 * 1024;

/** The deployments of the chosen account. Signs in and sends two requests. */
export async function accountDeployments(session: Session): Promise<readonly PricedDeployment[]> {
  const { refOf, resolveAccount } = await import('../account.js');
  const account = await resolveAccount(session);
  const azure = await session.azure();
  const found = await withProgress(session, `Reading the deployments of ${account.account}`, () =>
    azure.listDeployments(refOf(account), session.ctx.interrupt),
  );
  return found.map(({ name, model, sku }) => ({
    name,
    model: model.name,
    version: model.version,
    sku: sku.name,
    location: account.location,
  }));
}

/** One deployment by its name; `deployment-not-found` with the nearest names. */
export function findDeployment(all: readonly PricedDeployment[], name: string): PricedDeployment {
  const found = all.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const nearest = nearestNames(
    name,
    all.map((one) => one.name),
  );
  throw new AimiError('deployment-not-found', {
    message: `There is no deployment '${name}' in this account`,
    hint: nearest.length === 0 ? 'aimi deployments list' : `Did you mean ${nearest.join(' or ')}?`,
    details: { deployment: name, nearest },
  });
}

/** `aimi deployments list -o json`, or an object of deployment name → model name. */
export async function deploymentsInFile(
  ctx: Pick<Context, 'files' | 'cwd'>,
  path: string,
): Promise<readonly PricedDeployment[]> {
  const found = await ctx.files.readTextBounded(resolvePath(ctx.cwd, path), LIMIT);
  if (found === null) {
    throw new AimiError('file-unreadable', {
      message: `There is no file ${path}`,
      hint: 'Make it: aimi deployments list -o json > FILE',
      details: { path },
    });
  }
  const value = parse(found.text);
  const rows = Array.isArray(value) ? value.map(rowOf) : mapOf(value);
  const read = rows.flatMap((row) => (row === null ? [] : [row]));
  if (read.length === 0 || read.length !== rows.length) {
    throw new AimiError('invalid-value', {
      message: `--deployments-from ${path} is no list of deployments`,
      hint: 'aimi deployments list -o json > FILE, or {"deployment": "model"}',
      details: { path },
    });
  }
  return read;
}

function rowOf(value: unknown): PricedDeployment | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = Object.fromEntries(Object.entries(value));
  const text = (name: string): string | null => (typeof fields[name] === 'string' ? fields[name] : null);
  const name = text('name');
  const model = text('model');
  if (name === null || model === null) return null;
  return { name, model, version: text('version'), sku: text('sku'), location: text('location') };
}

function mapOf(value: unknown): readonly (PricedDeployment | null)[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, model]) =>
    typeof model === 'string' ? { name, model, version: null, sku: null, location: null } : null,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
