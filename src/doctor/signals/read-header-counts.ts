import { countHeaders } from '../../core/headers/count.js';
import type { Picture } from '../engine/picture.js';
import type { Sighting } from './signal-set.js';

/** Custom headers of each request, and of the caller's own list, against the limits. */
export function readHeaderCounts({ facts, clients }: Picture): readonly Sighting[] {
  const lists = [
    { where: facts.headers[0]?.where ?? null, lines: facts.headers.map(({ value }) => value) },
    ...facts.requests.map(({ value, where }) => ({ where, lines: value.headers })),
    ...clients.map(({ fact, where }) => ({
      where,
      lines: fact.headerNames.map((name) => ({ name, valueBytes: null })),
    })),
  ];
  return lists.flatMap(({ where, lines }): readonly Sighting[] => {
    const count = countHeaders(lines);
    const list: Sighting[] = [];
    const names = `${count.sure.length} custom headers: ${count.sure.slice(0, 12).join(', ')}`;
    if (count.countVerdict === 'fail') list.push({ id: 'headers-over-limit', text: names, where });
    if (count.countVerdict === 'warn') {
      const text = `${names}; ${count.possible.length} more may count: ${count.possible.slice(0, 12).join(', ')}`;
      list.push({ id: 'headers-near-limit', text, where });
    }
    if (count.sizeVerdict === 'fail' && count.largest !== null) {
      list.push({
        id: 'header-over-size',
        text: `${count.largest.name} is ${count.largest.bytes} bytes long`,
        where,
      });
    }
    return list;
  });
}
