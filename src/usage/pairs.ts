/** Numbers for pairs of numbers, from 0, in the order of arrival. */
export class Pairs {
  private table = new Int32Array(1 << 8).fill(-1);
  private firsts = new Int32Array(1 << 8);
  private seconds = new Int32Array(1 << 8);
  private count = 0;

  get size(): number {
    return this.count;
  }

  idOf(first: number, second: number): number {
    const mask = this.table.length - 1;
    for (let place = slotOf(first, second) & mask; ; place = (place + 1) & mask) {
      const id = this.table[place] ?? -1;
      if (id === -1) return this.add(first, second, place);
      if (this.firsts[id] === first && this.seconds[id] === second) return id;
    }
  }

  firstOf(id: number): number {
    return this.firsts[id] ?? 0;
  }

  secondOf(id: number): number {
    return this.seconds[id] ?? 0;
  }

  private add(first: number, second: number, place: number): number {
    const id = this.count;
    this.count += 1;
    this.firsts[id] = first;
    this.seconds[id] = second;
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
    this.firsts = copy(this.firsts);
    this.seconds = copy(this.seconds);
    this.table = new Int32Array(size).fill(-1);
    for (let id = 0; id < this.count; id += 1) {
      let place = slotOf(this.firstOf(id), this.secondOf(id)) & (size - 1);
      while (this.table[place] !== -1) place = (place + 1) & (size - 1);
      this.table[place] = id;
    }
  }
}

function slotOf(first: number, second: number): number {
  const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
