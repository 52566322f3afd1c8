import { EMITTED_KINDS, type EmittedKind, type EmittedPrice, type QueryShape } from './types.js';

const NAMES: Readonly<Record<EmittedKind, { readonly price: string; readonly count: string }>> = {
  input: { price: 'input', count: 'input_tokens' },
  cachedInput: { price: 'cached', count: 'cached_tokens' },
  cacheWrite: { price: 'write', count: 'cache_write_tokens' },
  output: { price: 'output', count: 'output_tokens' },
};

/**
 * The same query as `sqlOf` for Log Analytics and Azure Data Explorer, with the type decimal. Lookups keep rows
 * whose model has no price: they have no amount, and then no row has a total.
 */
export function kqlOf(prices: readonly EmittedPrice[], shape: QueryShape): string {
  const kinds = EMITTED_KINDS.filter((kind) => shape.columns[kind] !== undefined);
  const priceNames = ['s', 'l'].flatMap((size) =>
    EMITTED_KINDS.map((kind) => `${size}_${NAMES[kind].price}`),
  );
  const by = shape.by.map(({ name }) => name);
  const counts = kinds.map((kind) => NAMES[kind].count);
  const parts = kinds.filter((kind) => kind === 'cachedInput' || kind === 'cacheWrite');
  const billed = (kind: EmittedKind): string =>
    kind === 'input'
      ? ['input_tokens', ...parts.map((part) => NAMES[part].count)].join(' - ')
      : NAMES[kind].count;
  const amounts = kinds.map(
    (kind) =>
      `iff(${billed(kind)} == 0, decimal(0), todecimal(${billed(kind)}) * iff(is_long, l_${NAMES[kind].price}, s_${NAMES[kind].price}))`,
  );
  const groups = ['model', ...by].join(', ');
  return [
    ...shape.head.map((line) => `// ${line.replaceAll(/\s+/g, ' ')}`),
    `let prices = datatable(name: string, model: string, long_above: long, ${priceNames.map((name) => `${name}: decimal`).join(', ')}) [`,
    `  ${prices.map(rowOf).join(',\n  ')}`,
    '];',
    'let names = toscalar(prices | summarize make_set(name, 10000));',
    'let grouped = materialize(',
    `  ${shape.table}`,
    `  | project said_as = replace_regex(tolower(trim(@"\\s+", tostring(${shape.columns.model}))), @"^azure(_ai|_text)?/", ""),`,
    ...shape.by.map(
      ({ name, column, isDay }) =>
        `      ${name} = ${isDay ? `startofday(todatetime(${column}))` : `tostring(${column})`},`,
    ),
    `      ${kinds.map((kind) => `${NAMES[kind].count} = coalesce(tolong(${shape.columns[kind]}), long(0))`).join(', ')}`,
    `  | extend undated = replace_regex(said_as, @"-([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4})$", "@any"), common = replace_regex(said_as, @"-(non-)?reasoning$", "")`,
    '  | extend name = case(set_has_element(names, said_as), said_as, set_has_element(names, undated), undated, set_has_element(names, common), common, said_as)',
    '  | lookup kind=leftouter prices on name',
    '  | extend is_long = isnotnull(long_above) and input_tokens > long_above',
    `  | summarize requests = count(), ${counts.map((count) => `${count} = sum(${count})`).join(', ')}, ${['model', ...priceNames].map((name) => `${name} = take_any(${name})`).join(', ')} by ${['name', 'is_long', ...by].join(', ')}`,
    `  | extend amount = iff(isempty(model) or ${billed('input')} < 0, decimal(null), ${amounts.join(' + ')}), model = iff(isempty(model), name, model)`,
    `  | summarize requests = sum(requests), ${counts.map((count) => `${count} = sum(${count})`).join(', ')}, unpriced = countif(isnull(amount)), amount = sum(amount) by ${groups}`,
    '  | extend amount = iff(unpriced > 0, decimal(null), amount)',
    '  | project-away unpriced',
    ');',
    'grouped',
    '| extend total = toscalar(grouped | summarize unpriced = countif(isnull(amount)), total = sum(amount) | project iff(unpriced > 0, decimal(null), total))',
    `| order by isnull(amount) desc, amount desc, ${groups.replaceAll(',', ' asc,')} asc`,
    '',
  ].join('\n');
}

function rowOf({ name, model, longAbove, short, long }: EmittedPrice): string {
  const all = [...EMITTED_KINDS.map((kind) => short[kind]), ...EMITTED_KINDS.map((kind) => long[kind])];
  const digits = all.map((price) => `decimal(${price ?? 'null'})`).join(', ');
  return `"${name}", "${model}", long(${longAbove ?? 'null'}), ${digits}`;
}
