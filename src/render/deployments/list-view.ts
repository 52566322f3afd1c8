import { skuMeaning } from '../../core/catalog/sku-meaning.js';
import type { DeploymentRow } from '../../core/deployments/row.js';
import { isAtRest, isReady } from '../../core/deployments/states.js';
import { renderColumns } from '../columns.js';
import { type CellColumn, chooseLayout } from '../layout.js';
import { compact, grouped } from '../numbers.js';
import type { Theme } from '../theme.js';
import { type DeploymentFacts, retiresText, styleRetires } from './retires-text.js';

/** So much of a long model name or account may be cut before a column is given up. */
const NAME_ROOM = 10;

/**
 * A row per deployment: what it runs, how much it may, until when, and how it is. On a narrow terminal the SKU
 * gets its short word, then model names are cut and the version goes; when that does not do, each row becomes a
 * block with everything.
 */
export function deploymentsListView(
  rows: readonly DeploymentRow[],
  theme: Theme,
  { today, portal }: DeploymentFacts,
): string {
  const row = (index: number): DeploymentRow | undefined => rows[index];
  const name: CellColumn<DeploymentRow> = {
    header: 'NAME',
    style: 'bold',
    cell: (one) => one.name,
    address: (index) => portal(row(index)?.id ?? ''),
  };
  const account: CellColumn<DeploymentRow> = {
    header: 'ACCOUNT',
    shrink: 3,
    least: NAME_ROOM,
    cell: (one) => one.account,
  };
  const model: CellColumn<DeploymentRow> = { header: 'MODEL', cell: (one) => one.model };
  const cutModel: CellColumn<DeploymentRow> = { ...model, shrink: 2, least: NAME_ROOM };
  const version: CellColumn<DeploymentRow> = { header: 'VERSION', cell: (one) => one.version };
  const sku: CellColumn<DeploymentRow> = { header: 'SKU', cell: (one) => one.sku };
  const shortSku: CellColumn<DeploymentRow> = { header: 'SKU', cell: (one) => skuMeaning(one.sku).short };
  const capacity: CellColumn<DeploymentRow> = {
    header: 'CAPACITY',
    align: 'right',
    cell: (one) => grouped(one.capacity),
  };
  const tpm: CellColumn<DeploymentRow> = {
    header: 'TPM',
    align: 'right',
    cell: (one) => compact(one.tokensPerMinute),
  };
  const retires: CellColumn<DeploymentRow> = {
    header: 'RETIRES',
    cell: (one) => retiresText(one.retires, today),
    styleCell: (text, index) => styleRetires(text, row(index)?.retires ?? null, today, theme),
  };
  const state: CellColumn<DeploymentRow> = {
    header: 'STATE',
    cell: (one) => one.state,
    styleCell: (text, index) => styleState(text, row(index)?.state ?? '', theme),
  };
  const isOfSeveral = new Set(rows.map((one) => one.id.split('/deployments/')[0])).size > 1;
  const first = isOfSeveral ? [name, account] : [name];
  const last = [capacity, tpm, retires, state];
  const full = [...first, model, version, sku, ...last];
  const columns = chooseLayout(
    [
      full,
      [...first, model, version, shortSku, ...last],
      [...first, cutModel, version, shortSku, ...last],
      [...first, cutModel, shortSku, ...last],
      full,
    ],
    rows,
    theme.width,
  );
  return renderColumns(
    columns,
    rows.map((one) => columns.map((column) => column.cell(one))),
    theme,
  );
}

function styleState(text: string, state: string, theme: Theme): string {
  if (isReady(state)) return theme.style.green(text);
  return isAtRest(state) ? theme.style.red(text) : theme.style.yellow(text);
}
