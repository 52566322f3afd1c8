import { nearestNames } from '../catalog/nearest.js';
import { compareDecimals } from '../money/decimal.js';
import { scaled } from '../money/scale.js';
import { holdsIn, regionClassOf } from './region-class.js';
import type { MissingPart, PriceAnswer, PriceBook, PriceQuery, PriceRow } from './types.js';

/** One narrowing of the rows; the first that leaves none says what is missing. */
interface Step {
  readonly part: MissingPart;
  narrow(rows: readonly PriceRow[], query: PriceQuery): readonly PriceRow[];
  /** What the rows before the step offer instead. */
  others(rows: readonly PriceRow[], query: PriceQuery): readonly (string | null)[];
}

const STEPS: readonly Step[] = [
  { part: 'version', narrow: ofVersion, others: (rows) => rows.map((row) => row.version) },
  { part: 'sku', narrow: ofSku, others: (rows) => rows.map((row) => row.sku) },
  by('mode'),
  by('modality'),
  by('kind'),
  {
    part: 'context',
    narrow: (rows, { context }) => {
      const exact = rows.filter((row) => row.context === context);
      return exact.length > 0 || context === 'long' ? exact : rows.filter((row) => row.context === 'any');
    },
    others: (rows) => rows.map((row) => row.context),
  },
  { part: 'region', narrow: ofRegion, others: (rows) => rows.flatMap((row) => regionsOf(row)) },
  { part: 'date', narrow: ofDay, others: (rows) => rows.map((row) => row.effectiveFrom) },
];

/**
 * The price for one kind of token, or what stands in its way. Nothing is taken from another SKU, region, mode
 * or model; rows that fit and disagree give no price but the candidates.
 */
export function lookupPrice(book: PriceBook, query: PriceQuery): PriceAnswer {
  let rows = rowsOfModel(book, query.model);
  if (rows.length === 0) {
    return { found: false, missing: 'model', others: nearestNames(query.model, book.models), candidates: [] };
  }
  for (const step of STEPS) {
    const left = step.narrow(rows, query);
    if (left.length === 0) {
      return { found: false, missing: step.part, others: distinct(step.others(rows, query)), candidates: [] };
    }
    rows = left;
  }
  return agreed(rows, query);
}

/**
 * All rows of a model. Azure deploys some models as a reasoning and a non-reasoning one that are billed by one
 * meter (`grok-4-1-fast-reasoning`); they have the rows of the common name.
 */
export function rowsOfModel(book: PriceBook, model: string): readonly PriceRow[] {
  const own = book.rowsOf(model);
  if (own.length > 0) return own;
  const common = model.replace(/-(?:non-)?reasoning$/i, '');
  return common === model ? [] : book.rowsOf(common);
}

function by(part: 'mode' | 'modality' | 'kind'): Step {
  return {
    part,
    narrow: (rows, query) => rows.filter((row) => row[part] === query[part]),
    others: (rows) => rows.map((row) => row[part]),
  };
}

/** A version with meters of its own is billed by these alone; any other by the meters that name none. */
function ofVersion(rows: readonly PriceRow[], { version }: PriceQuery): readonly PriceRow[] {
  if (version === null) return rows;
  const own = rows.filter((row) => row.version?.toLowerCase() === version.toLowerCase());
  return own.length > 0 ? own : rows.filter((row) => row.version === null);
}

/** Meters without a SKU word bill a model whose meters all have none. */
function ofSku(rows: readonly PriceRow[], { sku }: PriceQuery): readonly PriceRow[] {
  return rows.some((row) => row.sku !== null) ? rows.filter((row) => row.sku === sku) : rows;
}

/** Global prices are one price in all commercial regions, also where the feed has no row for the region. */
function ofRegion(rows: readonly PriceRow[], { region, sku }: PriceQuery): readonly PriceRow[] {
  const commercial = rows.filter((row) => row.regionScope !== 'usgov' && !isGovernment(row));
  if (region === null) return commercial;
  const here = rows.filter((row) => holdsIn(region, row.regionScope, row.regions));
  if (here.length > 0 || sku !== 'GlobalStandard' || regionClassOf(region) === 'usgov') return here;
  return commercial;
}

function isGovernment(row: PriceRow): boolean {
  return row.regions.length > 0 && row.regions.every((region) => regionClassOf(region) === 'usgov');
}

/** The newest price that has begun, for each region (or the whole scope) and version on its own. */
function ofDay(rows: readonly PriceRow[], { asOf, region }: PriceQuery): readonly PriceRow[] {
  const begun = rows.filter((row) => row.effectiveFrom === null || row.effectiveFrom <= asOf);
  return begun.filter((row) => {
    if (row.effectiveTo !== null && row.effectiveTo < asOf) return false;
    const places = region === null ? regionsOf(row) : [region];
    return places.some((place) => !begun.some((other) => supersedes(other, row, place, region)));
  });
}

function supersedes(other: PriceRow, row: PriceRow, place: string, region: string | null): boolean {
  if ((other.effectiveFrom ?? '') <= (row.effectiveFrom ?? '') || other.version !== row.version) return false;
  return region !== null || other.regionScope === row.regionScope ? covers(other, place, region) : false;
}

function covers(row: PriceRow, place: string, region: string | null): boolean {
  if (place === row.regionScope) return true;
  return region === null ? row.regions.includes(place) : true;
}

/** Regions of a row; the scope itself for a price of all commercial regions. */
function regionsOf(row: PriceRow): readonly string[] {
  return row.regions.length === 0 ? [row.regionScope] : row.regions;
}

function agreed(rows: readonly PriceRow[], query: PriceQuery): PriceAnswer {
  const [first, ...rest] = rows;
  if (first === undefined) return { found: false, missing: 'region', others: [], candidates: [] };
  const differing = rest.filter((row) => !isSamePrice(row, first));
  if (differing.length === 0) return { found: true, row: newest(rows) };
  const versions = distinct(rows.map((row) => row.version));
  const isVersion = query.version === null && new Set(rows.map((row) => row.version)).size > 1;
  return {
    found: false,
    missing: isVersion ? 'version' : 'region',
    others: isVersion ? versions : distinct(rows.flatMap(regionsOf)),
    candidates: rows,
  };
}

function newest(rows: readonly PriceRow[]): PriceRow {
  return rows.reduce((best, row) => ((row.effectiveFrom ?? '') > (best.effectiveFrom ?? '') ? row : best));
}

/** Compared for one unit, so that 1K and 1M meters are equal when they cost the same. */
function isSamePrice(a: PriceRow, b: PriceRow): boolean {
  const perMillion = (row: PriceRow) => (row.per === 1_000 ? scaled(row.price, '1000') : row.price);
  return a.currency === b.currency && compareDecimals(perMillion(a), perMillion(b)) === 0;
}

function distinct(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value): value is string => value !== null))].sort();
}
