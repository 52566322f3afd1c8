import { AimiError } from '../errors.js';
import { Interner } from './intern.js';
import { USAGE_MODES, type UsageMode } from './marks.js';
import { Pairs } from './pairs.js';
import { INPUT, KIND_COUNT, REQUESTS } from './plan.js';

/** One group of a tally: values of model, deployment and each dimension; the sums per kind. */
export interface TallyRow {
  readonly names: readonly (string | null)[];
  readonly mode: UsageMode;
  /** How many thresholds the requests are above. */
  readonly band: number;
  readonly sums: readonly bigint[];
}

const FLUSH_EVERY = 1_000_000;
const GROUPS_MAX = 100_000;

/** Exact sums per group. The hot loops add doubles that cannot get inexact before they are flushed to bigints. */
export class Tally {
  readonly texts = new Interner();
  private readonly keys = new Pairs();
  private readonly chains: readonly Pairs[];
  private readonly bands: number;
  private readonly thresholds: readonly number[];
  private readonly lowest: number;
  private sums: Float64Array = new Float64Array(256 * KIND_COUNT);
  private flushed: bigint[] = [];
  private sinceFlush = 0;
  private readonly encoder = new TextEncoder();

  constructor(dims: number, thresholds: readonly number[]) {
    this.chains = Array.from({ length: dims }, () => new Pairs());
    this.thresholds = thresholds;
    this.bands = thresholds.length + 1;
    this.lowest = thresholds[0] ?? Number.POSITIVE_INFINITY;
  }

  get dims(): number {
    return this.chains.length;
  }

  /** Number of the group of a model and a deployment (ids of `texts`, 0 is none) and a position in USAGE_MODES. */
  group(model: number, deployment: number, mode: number): number {
    return this.keys.idOf(model * USAGE_MODES.length + mode, deployment);
  }

  /** The group within a group, by the value of dimension `dim`. */
  within(dim: number, group: number, text: number): number {
    return this.chains[dim]?.idOf(group, text) ?? group;
  }

  textId(text: string): number {
    const bytes = new Uint8Array(this.encoder.encode(text).length + 8);
    const { written } = this.encoder.encodeInto(text, bytes);
    return this.texts.idOf(new DataView(bytes.buffer), 0, written);
  }

  /**
   * Adds one record: `adds` holds pairs of kind and position in `values`. Values are integers up to
   * FAST_COUNT_MAX.
   */
  add(group: number, adds: Int32Array, values: Int32Array, requests: number): void {
    let input = 0;
    for (let pair = 0; pair < adds.length; pair += 2) {
      if (adds[pair] === INPUT) input += values[adds[pair + 1] ?? 0] ?? 0;
    }
    const band = requests === 1 && input > this.lowest ? this.bandOf(input) : 0;
    const base = (group * this.bands + band) * KIND_COUNT;
    if (base >= this.sums.length) this.grow(base);
    const sums = this.sums;
    sums[base + REQUESTS] = (sums[base + REQUESTS] ?? 0) + requests;
    for (let pair = 0; pair < adds.length; pair += 2) {
      const at = base + (adds[pair] ?? 0);
      sums[at] = (sums[at] ?? 0) + (values[adds[pair + 1] ?? 0] ?? 0);
    }
    this.sinceFlush += 1;
    if (this.sinceFlush >= FLUSH_EVERY) this.flush();
  }

  /** Adds one record with counts of any size, one per kind. */
  addExact(group: number, counts: readonly bigint[]): void {
    const band = counts[REQUESTS] === 1n ? this.bandOf(Number(counts[INPUT] ?? 0n)) : 0;
    const base = (group * this.bands + band) * KIND_COUNT;
    if (base >= this.sums.length) this.grow(base);
    for (const [kind, count] of counts.entries()) {
      this.flushed[base + kind] = (this.flushed[base + kind] ?? 0n) + count;
    }
  }

  /** Everything that was added, one row per group and band that has requests. */
  rows(): TallyRow[] {
    this.flush();
    const groups = (this.chains.at(-1) ?? this.keys).size;
    const decoder = new TextDecoder();
    const names = new Map<number, string | null>([[0, null]]);
    const nameOf = (id: number): string | null => {
      const known = names.get(id);
      if (known !== undefined) return known;
      const name = decoder.decode(this.texts.bytesOf(id));
      names.set(id, name);
      return name;
    };
    const rows: TallyRow[] = [];
    for (let group = 0; group < groups; group += 1) {
      for (let band = 0; band < this.bands; band += 1) {
        const base = (group * this.bands + band) * KIND_COUNT;
        const sums = Array.from({ length: KIND_COUNT }, (_, kind) => this.flushed[base + kind] ?? 0n);
        if (sums.every((sum) => sum === 0n)) continue;
        const { ids, mode } = this.partsOf(group);
        rows.push({ names: ids.map(nameOf), mode, band, sums });
      }
    }
    return rows;
  }

  private partsOf(group: number): { readonly ids: readonly number[]; readonly mode: UsageMode } {
    const ids: number[] = [];
    let at = group;
    for (const chain of [...this.chains].reverse()) {
      ids.unshift(chain.secondOf(at));
      at = chain.firstOf(at);
    }
    const first = this.keys.firstOf(at);
    const mode = USAGE_MODES[first % USAGE_MODES.length] ?? 'standard';
    return { ids: [Math.floor(first / USAGE_MODES.length), this.keys.secondOf(at), ...ids], mode };
  }

  private bandOf(input: number): number {
    let band = 0;
    for (const threshold of this.thresholds) if (input > threshold) band += 1;
    return band;
  }

  private flush(): void {
    for (let at = 0; at < this.sums.length; at += 1) {
      const sum = this.sums[at] ?? 0;
      if (sum !== 0) this.flushed[at] = (this.flushed[at] ?? 0n) + BigInt(sum);
    }
    this.sums.fill(0);
    this.sinceFlush = 0;
  }

  private grow(base: number): void {
    const most = GROUPS_MAX * this.bands * KIND_COUNT;
    if (base >= most) {
      throw new AimiError('invalid-value', {
        message: `The usage falls into more than ${GROUPS_MAX} groups`,
        hint: 'Group by fewer or coarser columns, such as model and day',
      });
    }
    const grown = new Float64Array(Math.min(most, Math.max(this.sums.length * 2, base + KIND_COUNT)));
    grown.set(this.sums);
    this.sums = grown;
  }
}
