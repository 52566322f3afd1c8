/** Names that are written alike: letters and digits only, lower case. */
function normalise(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Up to `most` names that a wrong one may have meant, best first; empty when nothing comes near. The score
 * is the edit distance of the normalised names, lessened where one begins with or contains the other. Equal
 * scores keep the order of `names`, so callers put the likelier ones first.
 */
export function nearestNames(wrong: string, names: readonly string[], most = 3): readonly string[] {
  const wanted = normalise(wrong);
  if (wanted === '') return [];
  const limit = Math.max(2, Math.floor(wanted.length * 0.4));
  const seen = new Set<string>();
  const scored: { name: string; score: number; place: number }[] = [];
  for (const [place, name] of names.entries()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const score = distanceScore(wanted, normalise(name));
    if (score <= limit) scored.push({ name, score, place });
  }
  scored.sort((a, b) => a.score - b.score || a.place - b.place);
  return scored.slice(0, most).map(({ name }) => name);
}

function distanceScore(wanted: string, name: string): number {
  const distance = editDistance(wanted, name);
  const [short, long] = wanted.length < name.length ? [wanted, name] : [name, wanted];
  if (short.length < 3) return distance;
  // A tenth for each further letter keeps the shortest of the longer names first.
  const further = (long.length - short.length) / 10;
  // A name that was not typed to its end is likelier meant than one that something was added to.
  const beginning = short === wanted ? further : 1 + further;
  if (long.startsWith(short)) return Math.min(distance, beginning);
  return long.includes(short) ? Math.min(distance, 1 + further) : distance;
}

/** Damerau-Levenshtein (optimal string alignment): insert, delete, replace, swap neighbours. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
