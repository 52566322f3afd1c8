import { choiceText } from '../choice-text.js';
import { grouped } from '../numbers.js';

export interface SkuLine {
  readonly name: string;
  /** The empty string where none is known. */
  readonly price: string;
  readonly processedIn: string;
  /** Units; null where quota could not be read. */
  readonly free: number | null;
  readonly limit: number | null;
  /** Day from which it takes no new deployments. */
  readonly closes: string | null;
  /** Why it cannot be taken: no room in the quota, or a sentence; null when it can. */
  readonly refusal: 'quota' | (string & {}) | null;
  /** Regions in which the same SKU has room, most first; looked up only where this one has none. */
  readonly room: readonly { readonly location: string; readonly available: number }[];
}

const WIDE = 70;
const MOST_REGIONS = 3;

/** A SKU to choose: its name and price, under it where data goes and what is left. */
export function skuChoice(line: SkuLine, columns: number) {
  const price = line.price === '' ? 'no published price' : `${line.price} per 1M tokens in / out`;
  const isUnitPrice = line.price.includes('/1K');
  const priced = isUnitPrice ? line.price : price;
  const below = [
    columns < WIDE ? priced : '',
    `processed in ${line.processedIn}`,
    line.refusal === null || line.refusal === 'quota' ? quotaText(line) : line.refusal.replace(/\.$/, ''),
    line.refusal === 'quota' ? roomText(line.room) : '',
    line.closes === null ? '' : `closes ${line.closes}`,
  ];
  return {
    value: line.name,
    name: choiceText(
      columns < WIDE ? line.name : `${line.name}  ${priced}`,
      below.filter((part) => part !== '').join('; '),
      columns,
    ),
    short: line.name,
    isDisabled: line.refusal !== null,
  };
}

function quotaText({ free, limit, refusal }: SkuLine): string {
  if (free === null || limit === null) return 'quota not known';
  if (free === 0) return `no quota left (${grouped(limit)} units used)`;
  if (refusal === 'quota') return `only ${grouped(free)} of ${grouped(limit)} units free`;
  return `${grouped(free)} of ${grouped(limit)} units free`;
}

function roomText(room: SkuLine['room']): string {
  if (room.length === 0) return 'no region with room is known';
  const regions = room
    .slice(0, MOST_REGIONS)
    .map(({ location, available }) => `${location} (${grouped(available)})`);
  return `room in ${regions.join(', ')}`;
}
