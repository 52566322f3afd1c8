import { describe, expect, it } from 'vitest';
import { sumUsage } from '../../src/usage/read-usage.js';
import type { UsageGroup, UsageOptions } from '../../src/usage/types.js';
import { useFolder } from './folder.js';

const { file } = useFolder();

async function sum(content: string, options: UsageOptions = {}) {
  const result = await sumUsage([{ kind: 'file', path: file(content) }], options);
  const [report] = result.files;
  if (report === undefined) throw new Error('no report');
  return { groups: result.groups, report };
}

/** What a group says, without zeros. */
function brief(group: UsageGroup | undefined): Record<string, unknown> {
  if (group === undefined) return {};
  const { model, deployment, by, requests, tokens } = group;
  const counts = Object.entries(tokens).filter(([, count]) => count !== 0n);
  const facts = {
    model,
    ...(deployment === null ? {} : { deployment }),
    ...(by.length === 0 ? {} : { by }),
    ...(requests === 1n ? {} : { requests }),
  };
  return { ...facts, ...Object.fromEntries(counts) };
}

const otlp = (attributes: Record<string, string | number>) => ({
  name: 'chat',
  startTimeUnixNano: '1767225600000000000',
  attributes: Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === 'string' ? { stringValue: value } : { intValue: String(value) },
  })),
});

const RECORDS: readonly (readonly [string, unknown, Record<string, unknown>])[] = [
  [
    'a chat completion',
    {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      model: 'gpt-4o-2024-11-20',
      choices: [{ index: 0, message: { role: 'assistant', content: 'Hi "you"' } }],
      usage: {
        prompt_tokens: 100,
        completion_tokens: 20,
        total_tokens: 120,
        prompt_tokens_details: { cached_tokens: 64, audio_tokens: 5 },
        completion_tokens_details: { reasoning_tokens: 7, audio_tokens: 3 },
      },
    },
    {
      model: 'gpt-4o-2024-11-20',
      input: 100n,
      cachedInput: 64n,
      audioInput: 5n,
      output: 20n,
      reasoning: 7n,
      audioOutput: 3n,
    },
  ],
  [
    'a response with cache writes',
    {
      object: 'response',
      model: 'gpt-5.6-sol',
      usage: {
        input_tokens: 50,
        input_tokens_details: { cached_tokens: 10, cache_write_tokens: 30 },
        output_tokens: 9,
        output_tokens_details: { reasoning_tokens: 4 },
      },
    },
    { model: 'gpt-5.6-sol', input: 50n, cachedInput: 10n, cacheWrite: 30n, output: 9n, reasoning: 4n },
  ],
  [
    'embeddings, whose data is no list of records',
    {
      object: 'list',
      data: [{ object: 'embedding', embedding: [0.1, -2e-3] }],
      model: 'text-embedding-3-small',
      usage: { prompt_tokens: 8, total_tokens: 8 },
    },
    { model: 'text-embedding-3-small', input: 8n },
  ],
  [
    'a line of batch output',
    {
      custom_id: 'a',
      response: {
        status_code: 200,
        body: { model: 'gpt-4o', usage: { prompt_tokens: 3, completion_tokens: 2 } },
      },
      error: null,
    },
    { model: 'gpt-4o', input: 3n, output: 2n },
  ],
  [
    'the last event of a streamed response',
    {
      type: 'response.completed',
      response: { model: 'gpt-5', usage: { input_tokens: 6, output_tokens: 1 } },
    },
    { model: 'gpt-5', input: 6n, output: 1n },
  ],
  [
    'a message of Claude, whose cache counts are beside the input',
    {
      type: 'message',
      model: 'claude-sonnet-4-5',
      usage: {
        input_tokens: 10,
        cache_read_input_tokens: 100,
        cache_creation_input_tokens: 40,
        output_tokens: 5,
      },
    },
    { model: 'claude-sonnet-4-5', input: 150n, cachedInput: 100n, cacheWrite: 40n, output: 5n },
  ],
  [
    'the same counts as LiteLLM names them, within the input',
    { model: 'claude', usage: { prompt_tokens: 150, cache_read_input_tokens: 100, completion_tokens: 5 } },
    { model: 'claude', input: 150n, cachedInput: 100n, output: 5n },
  ],
  [
    'the standard payload of LiteLLM',
    {
      id: 'x',
      call_type: 'acompletion',
      model: 'azure/gpt-4o',
      model_group: 'gpt-4o-prod',
      startTime: 1767225600.5,
      prompt_tokens: 30,
      completion_tokens: 4,
      metadata: {
        usage_object: {
          prompt_tokens: 30,
          completion_tokens: 4,
          prompt_tokens_details: { cached_tokens: 12 },
        },
      },
      response: '{"usage":{"prompt_tokens":99}}',
    },
    { model: 'azure/gpt-4o', deployment: 'gpt-4o-prod', input: 30n, cachedInput: 12n, output: 4n },
  ],
  [
    'an observation of Langfuse, whose parts are disjoint',
    {
      type: 'GENERATION',
      model: 'gpt-4o',
      usageDetails: {
        input: 40,
        input_cached_tokens: 60,
        output: 10,
        output_reasoning_tokens: 5,
        total: 115,
      },
      usage: { input: 100, output: 15, total: 115, unit: 'TOKENS' },
    },
    { model: 'gpt-4o', input: 100n, cachedInput: 60n, output: 15n, reasoning: 5n },
  ],
  [
    'an older observation of Langfuse',
    { model: 'gpt-4o', input: [{ role: 'user' }], usage: { input: 7, output: 2, unit: 'TOKENS' } },
    { model: 'gpt-4o', input: 7n, output: 2n },
  ],
  [
    'a span with plain attributes',
    {
      attributes: {
        'gen_ai.request.model': 'prod-chat',
        'gen_ai.response.model': 'gpt-4o-2024-11-20',
        'gen_ai.usage.input_tokens': 11,
        'gen_ai.usage.cache_read.input_tokens': 4,
        'gen_ai.usage.output_tokens': 3,
      },
    },
    { model: 'gpt-4o-2024-11-20', deployment: 'prod-chat', input: 11n, cachedInput: 4n, output: 3n },
  ],
  [
    'an OTLP export',
    {
      resourceSpans: [
        {
          resource: { attributes: [] },
          scopeSpans: [
            {
              spans: [
                otlp({
                  'gen_ai.request.model': 'gpt-4o',
                  'gen_ai.usage.input_tokens': 11,
                  'gen_ai.usage.output_tokens': 2,
                }),
                otlp({ 'gen_ai.request.model': 'gpt-4o', 'gen_ai.usage.input_tokens': 1 }),
              ],
            },
          ],
        },
      ],
    },
    { model: 'gpt-4o', requests: 2n, input: 12n, output: 2n },
  ],
  [
    'a page of records',
    {
      object: 'list',
      data: [
        { model: 'm', prompt_tokens: 1 },
        { model: 'm', prompt_tokens: 2 },
      ],
      has_more: false,
    },
    { model: 'm', requests: 2n, input: 3n },
  ],
];

describe('a record is read as', () => {
  it.each(RECORDS)('%s: in lines, in a list, pretty-printed', async (_, record, expected) => {
    for (const content of [
      `${JSON.stringify(record)}\n`,
      JSON.stringify([record]),
      JSON.stringify(record, null, 2),
      `[\n${JSON.stringify(record)}\n]\n`,
    ]) {
      const { groups, report } = await sum(content);
      expect(groups.map(brief)).toEqual([expected]);
      expect(report.badCount).toBe(0);
    }
  });
});

const TABLES: readonly (readonly [string, string, UsageOptions, Record<string, unknown>[]])[] = [
  [
    'commas',
    'model,prompt_tokens,completion_tokens\nm,10,2\nm,1,0\n',
    {},
    [{ model: 'm', requests: 2n, input: 11n, output: 2n }],
  ],
  [
    'tabs and CRLF',
    'model\tprompt_tokens\r\nm\t10\r\nn\t1',
    {},
    [
      { model: 'm', input: 10n },
      { model: 'n', input: 1n },
    ],
  ],
  [
    'semicolons',
    'model;prompt_tokens;cached_tokens\nm;10;4\n',
    {},
    [{ model: 'm', input: 10n, cachedInput: 4n }],
  ],
  ['a byte order mark', '\ufeffmodel,input_tokens\nm,10\n', {}, [{ model: 'm', input: 10n }]],
  [
    'names as people write them',
    'Model,Prompt Tokens,Completion-Tokens\nm,10,3\n',
    {},
    [{ model: 'm', input: 10n, output: 3n }],
  ],
  [
    'quotes, with delimiters, quotes and line breaks within',
    'note,model,prompt_tokens\n"a, ""b""\nc","m ""x""","10"\n"",m,1\n',
    {},
    [
      { model: 'm', input: 1n },
      { model: 'm "x"', input: 10n },
    ],
  ],
  [
    'empty cells',
    'model,prompt_tokens,cached_tokens\n,10,\nm,,3\n',
    {},
    [
      { model: 'm', cachedInput: 3n },
      { model: null, input: 10n },
    ],
  ],
  [
    'whole numbers written as fractions, and large ones',
    'model,prompt_tokens\nm,10.0\nm,123456789012\n',
    {},
    [{ model: 'm', requests: 2n, input: 123456789022n }],
  ],
  [
    'mapped columns',
    'deployment_name,in,out,who\nd,10,2,ann\n',
    { map: { model: 'deployment_name', input: 'in', output: 'out', team: 'who' }, by: ['team'] },
    [{ model: 'd', by: ['ann'], input: 10n, output: 2n }],
  ],
  [
    'requests of a usage export',
    'model,num_model_requests,input_tokens,output_tokens\nm,40,900000,2\n',
    { thresholds: [272_000], tierOf: () => 272_000 },
    [{ model: 'm', requests: 40n, input: 900000n, output: 2n }],
  ],
  [
    'days of several notations',
    'time,model,input_tokens\n2026-01-01T23:59:59.999Z,m,1\n2026-01-01T23:00:00-02:00,m,2\n1767225600,m,4\n1767225600000,m,8\n2026-01-01,m,16\nsoon,m,32\n',
    { by: ['day'] },
    [
      { model: 'm', by: ['2026-01-01'], requests: 4n, input: 29n },
      { model: 'm', by: ['2026-01-02'], input: 2n },
      { model: 'm', by: [null], input: 32n },
    ],
  ],
];

describe('a table is read with', () => {
  it.each(TABLES)('%s', async (_, content, options, expected) => {
    const { groups, report } = await sum(content, options);
    expect(groups.map(brief)).toEqual(expected);
    expect(report).toMatchObject({ format: 'table', badCount: 0 });
  });

  it('bad rows named by their line', async () => {
    const rows = ['m,1', 'm', 'm,x', 'm,-1', '', 'm,1.5', '"m"x,1', 'm,', 'm,1,2', '"m\n",2', '"m,1'];
    const { report, groups } = await sum(`model,prompt_tokens\n${rows.join('\n')}\n`);
    expect(report).toMatchObject({ lines: 13, records: 2, withoutUsage: 1, blank: 1, badCount: 7 });
    expect(report.bad).toEqual([
      { line: 3, reason: '1 cells instead of 2' },
      { line: 4, reason: 'prompt_tokens is not a whole number' },
      { line: 5, reason: 'prompt_tokens is not a whole number' },
      { line: 7, reason: 'prompt_tokens is not a whole number' },
      { line: 8, reason: 'not a row: text around a quoted cell, or a lone carriage return' },
      { line: 10, reason: '3 cells instead of 2' },
      { line: 13, reason: 'a quote is not closed' },
    ]);
    expect(groups.map(brief)).toEqual([
      { model: 'm', input: 1n },
      { model: 'm\n', input: 2n },
    ]);
  });

  it('a refusal that lists the columns when none holds counts', async () => {
    await expect(sum('when,what\n1,2\n')).rejects.toMatchObject({
      code: 'invalid-value',
      hint: expect.stringContaining('columns: when, what'),
    });
  });
});

describe('what is not plain lines', () => {
  it('names the line on which a bad element of a list starts, and says when the rest is lost', async () => {
    const { report } = await sum(
      '[\n{"prompt_tokens":1},\n{"prompt_tokens":1.5},\n5,\n{"prompt_tokens":2}\n',
    );
    expect(report).toMatchObject({ format: 'json', records: 2, badCount: 3 });
    expect(report.bad).toEqual([
      { line: 3, reason: 'prompt_tokens is not a whole number' },
      { line: 4, reason: 'not an object' },
      { line: 5, reason: 'the list is not finished: nothing from here on was read' },
    ]);
  });

  it('reads a list of many records over several chunks', async () => {
    const records = Array.from({ length: 60_000 }, (_, index) => ({
      model: `m${index % 3}`,
      usage: { input_tokens: index },
    }));
    for (const content of [JSON.stringify(records), JSON.stringify(records, null, 1)]) {
      const { groups, report } = await sum(content);
      expect(report.records).toBe(60_000);
      expect(groups.reduce((total, group) => total + group.tokens.input, 0n)).toBe(1_799_970_000n);
    }
  });

  it('says that an empty file is empty', async () => {
    for (const content of ['', '\ufeff'])
      expect((await sum(content)).report).toMatchObject({ format: 'empty', lines: 0 });
  });
});
