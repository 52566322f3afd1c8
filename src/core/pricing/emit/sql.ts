import { EMITTED_KINDS, type EmittedKind, type EmittedPrice, type QueryShape } from './types.js';

const SHORT: Readonly<Record<EmittedKind, string>> = {
  input: 's_input',
  cachedInput: 's_cached',
  cacheWrite: 's_write',
  output: 's_output',
};
const COUNTS: Readonly<Record<EmittedKind, string>> = {
  input: 'input_tokens',
  cachedInput: 'cached_tokens',
  cacheWrite: 'cache_write_tokens',
  output: 'output_tokens',
};
/** Tokens of a group, as a decimal. */
const MOST_TOKEN_DIGITS = 18;

/**
 * One statement for DuckDB and Spark SQL: a row for each model (and name of `by`), amounts as exact decimals. A
 * group with tokens that have no price has no amount, and then no row has a total.
 */
export function sqlOf(prices: readonly EmittedPrice[], shape: QueryShape): string {
  const kinds = EMITTED_KINDS.filter((kind) => shape.columns[kind] !== undefined);
  const scale = decimalsOf(prices);
  const money = `DECIMAL(${scale + 1}, ${scale})`;
  const longName = (kind: EmittedKind) => SHORT[kind].replace('s_', 'l_');
  const priceNames = [...EMITTED_KINDS.map((kind) => SHORT[kind]), ...EMITTED_KINDS.map(longName)];
  const by = shape.by.map(({ name }) => name);
  const list = (names: readonly string[]) => names.join(', ');
  const billed: Readonly<Record<EmittedKind, string>> = {
    input: ['input_tokens', ...kinds.filter(isPart).map((kind) => COUNTS[kind])].join(' - '),
    cachedInput: COUNTS.cachedInput,
    cacheWrite: COUNTS.cacheWrite,
    output: COUNTS.output,
  };
  const amounts = kinds.map(
    (kind) =>
      `CASE WHEN ${billed[kind]} = 0 THEN 0 ELSE CAST(${billed[kind]} AS DECIMAL(${MOST_TOKEN_DIGITS}, 0)) * CASE WHEN is_long THEN ${longName(kind)} ELSE ${SHORT[kind]} END END`,
  );
  const groups = ['model', ...by];
  return [
    ...shape.head.map((line) => `-- ${line.replaceAll(/\s+/g, ' ')}`),
    'WITH prices AS (',
    `  SELECT name, model, CAST(long_above AS BIGINT) AS long_above,`,
    `    ${priceNames.map((name) => `CAST(${name} AS ${money}) AS ${name}`).join(',\n    ')}`,
    '  FROM (VALUES',
    `    ${prices.map((price) => valuesOf(price, scale)).join(',\n    ')}`,
    `  ) AS listed (name, model, long_above, ${list(priceNames)})`,
    '),',
    'said AS (',
    `  SELECT regexp_replace(lower(trim(${shape.columns.model})), '^azure(_ai|_text)?/', '') AS name,`,
    ...shape.by.map(
      ({ name, column, isDay }) => `    ${isDay ? `CAST(${column} AS DATE)` : column} AS ${name},`,
    ),
    `    ${kinds.map((kind) => `CAST(coalesce(${shape.columns[kind]}, 0) AS BIGINT) AS ${COUNTS[kind]}`).join(',\n    ')}`,
    `  FROM ${shape.table}`,
    '),',
    'spelt AS (',
    `  SELECT said.*, regexp_replace(name, '-([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4})$', '@any') AS undated,`,
    `    regexp_replace(name, '-(non-)?reasoning$', '') AS common`,
    '  FROM said',
    '),',
    'named AS (',
    `  SELECT coalesce(a.name, b.name, c.name) AS priced_as, spelt.name AS said_as, ${list([...by, ...kinds.map((kind) => COUNTS[kind])])},`,
    '    coalesce(input_tokens > coalesce(a.long_above, b.long_above, c.long_above), FALSE) AS is_long',
    '  FROM spelt',
    '  LEFT JOIN prices AS a ON a.name = spelt.name',
    '  LEFT JOIN prices AS b ON b.name = spelt.undated',
    '  LEFT JOIN prices AS c ON c.name = spelt.common',
    '),',
    'sums AS (',
    `  SELECT priced_as, said_as, is_long, ${list([...by, 'count(*) AS requests'])},`,
    `    ${kinds.map((kind) => `sum(${COUNTS[kind]}) AS ${COUNTS[kind]}`).join(', ')}`,
    '  FROM named',
    `  GROUP BY ${list(['priced_as', 'said_as', 'is_long', ...by])}`,
    '),',
    'amounts AS (',
    `  SELECT coalesce(model, said_as) AS model, ${list([...by, 'requests', ...kinds.map((kind) => COUNTS[kind])])},`,
    `    CASE WHEN name IS NOT NULL AND ${billed.input} >= 0 THEN`,
    `      ${amounts.join('\n      + ')}`,
    '    END AS amount',
    '  FROM sums LEFT JOIN prices ON prices.name = sums.priced_as',
    '),',
    'grouped AS (',
    `  SELECT ${list(groups)}, sum(requests) AS requests,`,
    `    ${kinds.map((kind) => `sum(${COUNTS[kind]}) AS ${COUNTS[kind]}`).join(', ')},`,
    '    CASE WHEN count(amount) = count(*) THEN sum(amount) END AS amount',
    '  FROM amounts',
    `  GROUP BY ${list(groups)}`,
    ')',
    'SELECT grouped.*, CASE WHEN count(amount) OVER () = count(*) OVER () THEN sum(amount) OVER () END AS total',
    'FROM grouped',
    `ORDER BY amount DESC NULLS FIRST, ${list(groups)};`,
    '',
  ].join('\n');
}

function isPart(kind: EmittedKind): boolean {
  return kind === 'cachedInput' || kind === 'cacheWrite';
}

/** As many decimals as the finest price has. */
export function decimalsOf(prices: readonly EmittedPrice[]): number {
  const all = prices.flatMap(({ short, long }) => [...Object.values(short), ...Object.values(long)]);
  return Math.max(1, ...all.map((price) => price?.split('.')[1]?.length ?? 0));
}

function valuesOf({ name, model, longAbove, short, long }: EmittedPrice, scale: number): string {
  const all = [...EMITTED_KINDS.map((kind) => short[kind]), ...EMITTED_KINDS.map((kind) => long[kind])];
  const digits = (price: string | null): string => {
    if (price === null) return 'NULL';
    const [whole = '0', decimals = ''] = price.split('.');
    return `${whole}.${decimals.padEnd(scale, '0')}`;
  };
  return `('${name}', '${model}', ${longAbove ?? 'NULL'}, ${all.map(digits).join(', ')})`;
}
