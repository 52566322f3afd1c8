import type { Account } from '../../core/control-plane.js';
import { grouped } from '../../core/grouped.js';
import { AimiError } from '../../errors.js';
import type { Session } from '../../session.js';
import { refOf } from '../account.js';
import { suggest } from '../target-flags.js';

/**
 * Adds to a quota refusal where else the same model has room. A courtesy: when it cannot be read, the
 * refusal stands as it was.
 */
export async function withOtherRegions(
  session: Session,
  account: Account,
  input: { readonly model: string; readonly version: string | null },
  error: AimiError,
): Promise<AimiError> {
  const rows = await roomElsewhere(session, account, input).catch(() => []);
  const best = rows
    .slice(0, 3)
    .map((row) => `${row.location} (${row.skuName}, ${grouped(row.available)} free)`);
  const lines = [
    error.hint,
    best.length === 0
      ? undefined
      : `Room elsewhere: ${best.join(', ')}; that needs an account in that region`,
    `What holds it: ${suggest(session, refOf(account), 'deployments list')}\nMore quota: https://aka.ms/oai/quotaincrease`,
  ];
  return new AimiError(error.code, {
    message: error.message,
    hint: lines.filter((line) => line !== undefined).join('\n'),
    details: { ...error.details, elsewhere: rows.slice(0, 10) },
    cause: error,
  });
}

interface Room {
  readonly location: string;
  readonly skuName: string;
  readonly available: number;
}

const PAY_AS_YOU_GO: ReadonlySet<string> = new Set(['GlobalStandard', 'DataZoneStandard', 'Standard']);

/** Regions and SKUs in which the model has room, most first. */
export async function roomElsewhere(
  session: Session,
  account: Account,
  input: { readonly model: string; readonly version: string | null },
): Promise<readonly Room[]> {
  const azure = await session.azure();
  const models = await azure.listAccountModels(refOf(account), session.ctx.interrupt);
  const wanted = input.model.toLowerCase();
  const offer =
    models.find(
      (row) =>
        row.name.toLowerCase() === wanted &&
        (input.version === null ? row.isDefault : row.version === input.version),
    ) ?? models.find((row) => row.name.toLowerCase() === wanted);
  if (offer === undefined) return [];
  const { format, name, version } = offer;
  const rows = await azure.listModelCapacities(
    account.subscriptionId,
    { format, name, version },
    session.ctx.interrupt,
  );
  return rows
    .filter((row) => row.available > 0 && row.location !== account.location && PAY_AS_YOU_GO.has(row.skuName))
    .sort((a, b) => b.available - a.available || a.location.localeCompare(b.location));
}
