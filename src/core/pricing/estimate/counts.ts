/**
 * What one request, or a sum of requests, is made of. `cachedInput`, `cacheWrite`, `audioInput` and `imageInput`
 * are parts of `input`; `reasoning`, `audioOutput` and `imageOutput` are parts of `output`.
 */
export const COUNT_NAMES = [
  'input',
  'cachedInput',
  'cacheWrite',
  'audioInput',
  'imageInput',
  'output',
  'reasoning',
  'audioOutput',
  'imageOutput',
  'searchUnit',
  'page',
] as const;
export type CountName = (typeof COUNT_NAMES)[number];

export type Counts = Readonly<Record<CountName, bigint>>;

export const NO_COUNTS: Counts = {
  input: 0n,
  cachedInput: 0n,
  cacheWrite: 0n,
  audioInput: 0n,
  imageInput: 0n,
  output: 0n,
  reasoning: 0n,
  audioOutput: 0n,
  imageOutput: 0n,
  searchUnit: 0n,
  page: 0n,
};

export function mapCounts(change: (name: CountName) => bigint): Counts {
  return {
    input: change('input'),
    cachedInput: change('cachedInput'),
    cacheWrite: change('cacheWrite'),
    audioInput: change('audioInput'),
    imageInput: change('imageInput'),
    output: change('output'),
    reasoning: change('reasoning'),
    audioOutput: change('audioOutput'),
    imageOutput: change('imageOutput'),
    searchUnit: change('searchUnit'),
    page: change('page'),
  };
}

export function addCounts(a: Counts, b: Counts): Counts {
  return mapCounts((name) => a[name] + b[name]);
}

export function timesCounts(counts: Counts, factor: bigint): Counts {
  return mapCounts((name) => counts[name] * factor);
}

/** JSON numbers are exact up to here. */
export const LARGEST_COUNT = BigInt(Number.MAX_SAFE_INTEGER);
