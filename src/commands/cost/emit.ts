import { emittedPrices } from '../../core/pricing/emit/emitted-prices.js';
import { kqlOf } from '../../core/pricing/emit/kql.js';
import { decimalsOf, sqlOf } from '../../core/pricing/emit/sql.js';
import type { Dialect, EmitRules, EmitWish, QueryShape } from '../../core/pricing/emit/types.js';
import { AimiError } from '../../errors.js';
import type { EstimateCommandInput } from './estimate.run.js';
import { readMap } from './usage-map.js';
import { namesCounts } from './workload.js';

/** A column, or a path into one. Everything else would need the quotes of one database. */
const COLUMN = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
/** Names that the query gives to columns of its own. */
const TAKEN =
  /^(?:model|name|said_as|priced_as|undated|common|is_long|requests|amount|total|\w+_tokens|[sl]_\w+)$/i;
const FIELDS = ['model', 'time', 'input', 'cachedInput', 'cacheWrite', 'output'];
/** More decimals than these do not leave room for the tokens in a decimal of 38 digits. */
const MOST_DECIMALS = 15;

const DEFAULTS = { model: 'model', time: 'timestamp', input: 'prompt_tokens', output: 'completion_tokens' };

/** Refuses what a query cannot do before prices are read. */
export function checkEmitInput(input: EstimateCommandInput, dialect: Dialect | null): Dialect {
  if (dialect === null) throw refused('--table needs --emit sql or --emit kql', 'Add --emit sql');
  for (const [flag, isGiven] of [
    ['--usage', input.usage.length > 0],
    ['--deployment', input.deployment !== null],
    ['--deployments-from', input.deploymentsFrom !== null],
    ['--model-version', input.modelVersion !== null],
    ['--strict', input.isStrict],
    ['--max', input.max !== null],
    ['--baseline', input.baseline !== null],
    [
      'token counts',
      namesCounts(input) || input.requests !== null || input.per !== null || input.days !== null,
    ],
  ] as const) {
    if (isGiven)
      throw refused(`--emit excludes ${flag}`, 'The query reads the requests and counts their tokens');
  }
  return dialect;
}

/** The text of the query, and the models that have a price in it. */
export function emittedQuery(
  rules: EmitRules,
  wish: EmitWish,
  input: Pick<EstimateCommandInput, 'by' | 'map'> & { readonly dialect: Dialect; readonly table: string },
): { readonly query: string; readonly models: readonly string[] } {
  const columns = columnsOf(input.map, input.by);
  const { facts } = rules.book;
  const prices = emittedPrices(rules, wish);
  if (prices.length === 0) throw noPrices(wish);
  if (decimalsOf(prices) > MOST_DECIMALS) {
    throw new AimiError('invalid-value', {
      message: `--discount ${wish.discount}% makes prices of more than ${MOST_DECIMALS} decimals`,
      hint: 'Give a percentage of fewer digits',
    });
  }
  const shape: QueryShape = {
    table: column('--table', input.table),
    columns,
    by: input.by
      .filter((name) => name !== 'model')
      .map((name) => {
        const isDay = name === 'day';
        return { name: free(name), column: isDay ? columns.time : (columns.own[name] ?? name), isDay };
      }),
    head: [
      `Model cost in ${facts.currency}: list prices that hold on ${wish.asOf}, known as of ${facts.date}; ${wish.sku}, ${wish.mode}${wish.region === null ? '' : `, ${wish.region}`}.`,
      ...(wish.discount === null ? [] : [`Less ${wish.discount} %.`]),
      'One row of the table is one request: the long-context price depends on its size.',
      'A model without a price has no amount, and then no row has a total. Made by aimi cost estimate --emit.',
    ],
  };
  const models = [...new Set(prices.map(({ model }) => model))];
  return { query: input.dialect === 'sql' ? sqlOf(prices, shape) : kqlOf(prices, shape), models };
}

type Columns = QueryShape['columns'] & {
  readonly time: string;
  /** Columns of the names of --by. */
  readonly own: Readonly<Record<string, string>>;
};

/** As for files: who maps input or output says where all counts are. */
function columnsOf(map: readonly string[], by: readonly string[]): Columns {
  const given = readMap(map);
  for (const [field, name] of Object.entries(given)) {
    if (!FIELDS.includes(field) && !by.includes(field)) {
      throw new AimiError('invalid-value', {
        message: `--emit has no field ${field} to map`,
        hint: `Fields: ${FIELDS.join(', ')}, or a name given with --by`,
      });
    }
    column('--map', name);
  }
  const isOwn = given.input !== undefined || given.output !== undefined;
  const cached = given.cachedInput ?? (isOwn ? undefined : 'cached_tokens');
  return {
    model: given.model ?? DEFAULTS.model,
    time: given.time ?? DEFAULTS.time,
    input: given.input ?? DEFAULTS.input,
    output: given.output ?? DEFAULTS.output,
    ...(cached === undefined ? {} : { cachedInput: cached }),
    ...(given.cacheWrite === undefined ? {} : { cacheWrite: given.cacheWrite }),
    own: given,
  };
}

function column(flag: string, name: string): string {
  if (COLUMN.test(name)) return name;
  throw new AimiError('invalid-value', {
    message: `${flag} ${name} is not a plain name such as requests or usage.prompt_tokens`,
    hint: 'Make a view with plain names and give that one',
  });
}

function free(name: string): string {
  if (/^[A-Za-z_]\w*$/.test(name) && !TAKEN.test(name)) return name;
  throw new AimiError('invalid-value', {
    message: `--by ${name} cannot be a column of the query`,
    hint: 'Use another name and say where it is: --by team --map team=COLUMN',
  });
}

function noPrices({ model, sku, mode }: EmitWish): AimiError {
  return new AimiError('price-not-found', {
    message: `There is no ${mode} price for ${model ?? 'any model'} in ${sku}`,
    hint: 'aimi cost prices list shows those there are',
    details: { model, sku, mode },
  });
}

function refused(message: string, hint: string): AimiError {
  return new AimiError('usage', { message, hint });
}
