const FIRST_SIZE = 1 << 10;

/** Numbers for short byte strings, from 1; the same bytes always get the same number. */
export class Interner {
  private table = new Int32Array(FIRST_SIZE);
  private hashes = new Int32Array(FIRST_SIZE);
  private from = new Int32Array(FIRST_SIZE);
  private lengths = new Int32Array(FIRST_SIZE);
  private pool = new Uint8Array(1 << 14);
  private poolView = new DataView(this.pool.buffer);
  private used = 0;
  private count = 0;

  get size(): number {
    return this.count;
  }

  idOf(view: DataView, from: number, to: number): number {
    const length = to - from;
    const hash = hashOf(view, from, to);
    const mask = this.table.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const id = this.table[place] ?? 0;
      if (id === 0) return this.add(view, from, length, hash, place);
      if (this.hashes[id] === hash && this.lengths[id] === length && this.isSame(view, from, id)) return id;
    }
  }

  /** A copy of the bytes behind an id. */
  bytesOf(id: number): Uint8Array {
    const from = this.from[id] ?? 0;
    return this.pool.slice(from, from + (this.lengths[id] ?? 0));
  }

  private isSame(view: DataView, from: number, id: number): boolean {
    let here = this.from[id] ?? 0;
    const end = here + (this.lengths[id] ?? 0);
    let there = from;
    for (; here + 4 <= end; here += 4, there += 4) {
      if (this.poolView.getInt32(here, true) !== view.getInt32(there, true)) return false;
    }
    for (; here < end; here += 1, there += 1) {
      if (this.pool[here] !== view.getUint8(there)) return false;
    }
    return true;
  }

  private add(view: DataView, from: number, length: number, hash: number, place: number): number {
    this.count += 1;
    const id = this.count;
    while (this.used + length > this.pool.length) {
      const grown = new Uint8Array(this.pool.length * 2);
      grown.set(this.pool);
      this.pool = grown;
      this.poolView = new DataView(grown.buffer);
    }
    this.pool.set(new Uint8Array(view.buffer, view.byteOffset + from, length), this.used);
    this.hashes[id] = hash;
    this.from[id] = this.used;
    this.lengths[id] = length;
    this.used += length;
    this.table[place] = id;
    if (this.count * 2 >= this.table.length) this.grow();
    return id;
  }

  private grow(): void {
    const size = this.table.length * 2;
    const copy = (old: Int32Array) => {
      const grown = new Int32Array(size);
      grown.set(old);
      return grown;
    };
    this.hashes = copy(this.hashes);
    this.from = copy(this.from);
    this.lengths = copy(this.lengths);
    this.table = new Int32Array(size);
    for (let id = 1; id <= this.count; id += 1) {
      let place = (this.hashes[id] ?? 0) & (size - 1);
      while (this.table[place] !== 0) place = (place + 1) & (size - 1);
      this.table[place] = id;
    }
  }
}

/** Reads every byte; names of the usual lengths without a loop, some bytes twice. */
function hashOf(view: DataView, from: number, to: number): number {
  const length = to - from;
  let hash = length;
  if (length < 4 || length > 32) {
    let at = from;
    for (; at + 4 <= to; at += 4) hash = mix(hash, view.getInt32(at, true));
    for (; at < to; at += 1) hash = mix(hash, view.getUint8(at));
    return hash ^ (hash >>> 15);
  }
  hash = mix(mix(hash, view.getInt32(from, true)), view.getInt32(to - 4, true));
  if (length > 8) hash = mix(mix(hash, view.getInt32(from + 4, true)), view.getInt32(to - 8, true));
  if (length > 16) {
    hash = mix(mix(hash, view.getInt32(from + 8, true)), view.getInt32(to - 12, true));
    hash = mix(mix(hash, view.getInt32(from + 12, true)), view.getInt32(to - 16, true));
  }
  return hash ^ (hash >>> 15);
}

function mix(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x5bd1e995);
  return mixed ^ (mixed >>> 13);
}
