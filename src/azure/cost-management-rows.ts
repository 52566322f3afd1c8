import type { BilledRow } from '../core/billing-plane.js';
import { canonicalDecimal } from '../core/money/decimal.js';
import { demandObject, isObject, listAt, objectAt, textAt, unexpectedAnswer } from './wire-value.js';

export interface CostPage {
  readonly rows: readonly BilledRow[];
  readonly nextLink: string | null;
}

type Cells = ReadonlyMap<string, unknown>;

/**
 * One page of a query: `{properties: {columns: [{name, type}], rows: [[…]], nextLink}}`. Columns may come in any
 * order and letter case (`MeterSubcategory` was asked for and `MeterSubCategory` is answered), so cells are taken
 * by name. After the Cost Management REST reference, Query - Usage, and public tools that read its answers
 * (mivano/azure-cost-cli); no answer of Azure itself was recorded.
 */
export function mapCostPage(body: unknown): CostPage {
  const what = 'a cost result without columns';
  const properties = objectAt(demandObject(body, what), 'properties');
  const names = listAt(properties, 'columns').map((column) =>
    isObject(column) ? (textAt(column, 'name') ?? '').toLowerCase() : '',
  );
  if (names.length === 0) throw unexpectedAnswer(what);
  const rows = listAt(properties, 'rows').map((row) => {
    if (!Array.isArray(row) || row.length !== names.length) {
      throw unexpectedAnswer('a cost row with other cells than columns');
    }
    return mapRow(new Map(names.map((name, place) => [name, row[place]])));
  });
  return { rows, nextLink: textAt(properties, 'nextLink') };
}

function mapRow(cells: Cells): BilledRow {
  const cost = decimal(cells.get('cost') ?? cells.get('pretaxcost'));
  if (cost === null) throw unexpectedAnswer('a cost row without a cost');
  return {
    day: dayOf(cells.get('usagedate')),
    cost,
    currency: text(cells, 'currency').toUpperCase(),
    quantity: decimal(cells.get('usagequantity')),
    resourceId: text(cells, 'resourceid'),
    location: text(cells, 'resourcelocation'),
    service: text(cells, 'servicename'),
    product: text(cells, 'metersubcategory'),
    meter: text(cells, 'meter'),
    publisherType: text(cells, 'publishertype'),
    chargeType: text(cells, 'chargetype') || 'Usage',
    tag: text(cells, 'tagvalue') || null,
  };
}

/** The service sends binary fractions; their shortest text is the decimal that was meant. */
function decimal(value: unknown): string | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  return canonicalDecimal(String(value));
}

/** 20261101, or a date as text. */
function dayOf(value: unknown): string {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(String(value ?? ''));
  if (match === null) throw unexpectedAnswer('a cost row without its day');
  return `${match[1]}-${match[2]}-${match[3]}`;
}

function text(cells: Cells, name: string): string {
  const value = cells.get(name);
  return typeof value === 'string' ? value : '';
}
