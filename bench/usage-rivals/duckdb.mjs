// The same sum with DuckDB.
import { DuckDBInstance } from '@duckdb/node-api';

const [, , path, threads] = process.argv;
const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
const details = 'STRUCT(cached_tokens BIGINT)';
const usage = `STRUCT(prompt_tokens BIGINT, completion_tokens BIGINT, prompt_tokens_details ${details})`;
const query = path.endsWith('.csv')
  ? `SELECT model, count(*), sum(prompt_tokens), sum(cached_tokens), sum(completion_tokens)
     FROM read_csv('${path}', header = true, columns = {id: 'VARCHAR', timestamp: 'VARCHAR', model: 'VARCHAR',
       prompt_tokens: 'BIGINT', cached_tokens: 'BIGINT', completion_tokens: 'BIGINT'}) GROUP BY model`
  : `SELECT model, count(*), sum(usage.prompt_tokens), sum(usage.prompt_tokens_details.cached_tokens),
       sum(usage.completion_tokens)
     FROM read_json('${path}', format = 'newline_delimited', columns = {model: 'VARCHAR', usage: '${usage}'})
     GROUP BY model`;
const rows = await (await connection.run(query)).getRows();
const totals = [1, 2, 3, 4].map((column) => String(rows.reduce((sum, row) => sum + BigInt(row[column]), 0n)));
console.log(JSON.stringify({ totals, peakKb: process.resourceUsage().maxRSS }));
