import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../src/usage/marks.js';
import { sumUsage } from '../../src/usage/read-usage.js';
import { useFolder } from './folder.js';

const { file } = useFolder();

const usage = { prompt_tokens: 10, completion_tokens: 2 };
const chat = (more: object) => ({ model: 'm', usage, ...more });
const span = (operation: string, more: object = {}) => ({
  attributes: {
    'gen_ai.operation.name': operation,
    'gen_ai.response.model': 'm',
    'gen_ai.usage.input_tokens': 10,
    'gen_ai.usage.output_tokens': 2,
    ...more,
  },
});
const otlp = (operation: string) => ({
  spans: [
    {
      attributes: Object.entries(span(operation).attributes).map(([key, value]) => ({
        key,
        value: typeof value === 'string' ? { stringValue: value } : { intValue: String(value) },
      })),
    },
  ],
});
const litellm = (hit: unknown) => ({
  call_type: 'acompletion',
  model: 'azure/m',
  prompt_tokens: 10,
  completion_tokens: 2,
  cache_hit: hit,
});

/** What each record is: a mode, left out as repeated, or bad. */
const RECORDS: readonly (readonly [string, object, string])[] = [
  ['no word about it', chat({}), 'standard'],
  ['the default tier', chat({ service_tier: 'default' }), 'standard'],
  ['the tier null', chat({ service_tier: null }), 'standard'],
  ['the priority tier', chat({ service_tier: 'priority' }), 'priority'],
  ['the priority tier in capitals', chat({ service_tier: 'Priority' }), 'priority'],
  ['the flex tier of a response', { response: chat({ service_tier: 'flex' }) }, 'flex'],
  [
    'a tier asked for and another that answered',
    { response: { body: chat({ service_tier: 'default' }) }, service_tier: 'priority' },
    'standard',
  ],
  [
    'the tier in the usage of Claude',
    { model: 'm', usage: { input_tokens: 10, service_tier: 'batch' } },
    'batch',
  ],
  ['a tier without a price', chat({ service_tier: 'scale' }), 'bad'],
  ['a tier that is a number', chat({ service_tier: 5 }), 'bad'],
  ['batch output', { custom_id: 'r1', response: { body: chat({ service_tier: 'default' }) } }, 'batch'],
  ['a response body without the id of a batch line', { response: { body: chat({}) } }, 'standard'],
  ['an id of the same name in another record', chat({ custom_id: 'r1' }), 'standard'],
  ['a call of an agent', span('chat'), 'standard'],
  ['the sum of an agent', span('invoke_agent'), 'repeated'],
  ['the sum of an agent, as OTLP writes it', otlp('invoke_agent'), 'repeated'],
  ['a call, as OTLP writes it', otlp('chat'), 'standard'],
  ['the tier of a span', span('chat', { 'openai.response.service_tier': 'priority' }), 'priority'],
  ["an answer of LiteLLM's cache", litellm('True'), 'repeated'],
  ["an answer of LiteLLM's cache, as a boolean", litellm(true), 'repeated'],
  ['a call through LiteLLM', litellm('False'), 'standard'],
  ['a call through LiteLLM without a word', litellm(null), 'standard'],
  ['a cache hit of another log', chat({ cache_hit: true }), 'standard'],
];

async function kindsOf(content: string, times: number): Promise<string> {
  const { groups, files } = await sumUsage([{ kind: 'file', path: file(content) }]);
  const [report] = files;
  for (const { requests, tokens } of groups) {
    expect(requests).toBe(BigInt(times));
    expect(tokens.input).toBe(BigInt(10 * times));
  }
  if (report?.repeated === times) return 'repeated';
  if (report?.badCount === times) return 'bad';
  return groups.map(({ mode }) => mode).join();
}

describe('a record says how it is billed', () => {
  it.each(RECORDS)('%s', async (_story, record, expected) => {
    const line = JSON.stringify(record);
    expect(await kindsOf(`${line}\n${line}\n${line}\n`, 3)).toBe(expected);
    expect(await kindsOf(`[${line},\n${line}]`, 2)).toBe(expected);
    expect(await kindsOf(JSON.stringify(record, null, 2), 1)).toBe(expected);
  });

  it('keeps the same model in several modes apart', async () => {
    const lines = ['default', 'priority', 'default', 'flex', 'priority', 'priority']
      .map((tier) => JSON.stringify(chat({ service_tier: tier })))
      .join('\n');
    const { groups } = await sumUsage([{ kind: 'file', path: file(lines) }]);
    expect(groups.map(({ model, mode, requests }) => [model, mode, requests])).toEqual([
      ['m', 'standard', 2n],
      ['m', 'priority', 3n],
      ['m', 'flex', 1n],
    ]);
  });

  it('reads the tier of each row of a table', async () => {
    const rows = ['a,10,2,', 'a,10,2,priority', 'a,10,2,"priority"', 'a,"10",2,flex', 'a,10,2,scale'];
    const content = `model,prompt_tokens,completion_tokens,service_tier\n${rows.join('\n')}\n`;
    const { groups, files } = await sumUsage([{ kind: 'file', path: file(content) }]);
    expect(groups.map(({ mode, requests }) => [mode, requests])).toEqual([
      ['standard', 1n],
      ['priority', 2n],
      ['flex', 1n],
    ]);
    expect(files[0]?.bad).toEqual([{ line: 6, reason: "service_tier 'scale' has no price per token" }]);
  });

  it("leaves answers of LiteLLM's cache out of a table", async () => {
    const content =
      'call_type,model,prompt_tokens,completion_tokens,cache_hit\nacompletion,m,10,2,True\nacompletion,m,10,2,False\n';
    const { groups, files } = await sumUsage([{ kind: 'file', path: file(content) }]);
    expect(groups.map(({ requests }) => requests)).toEqual([1n]);
    expect(files[0]).toMatchObject({ records: 1, repeated: 1 });
  });

  it('judges alike whatever way a record is read', async () => {
    const record = fc.record(
      {
        model: fc.constantFrom('m', 'n'),
        usage: fc.constant(usage),
        service_tier: fc.constantFrom('default', 'priority', 'flex', 'scale', 'é', '', null, true),
        custom_id: fc.oneof(fc.string({ maxLength: 4 }), fc.nat(9)),
        cache_hit: fc.constantFrom(true, false, 'True', 'False', null),
        call_type: fc.constantFrom('acompletion', null),
        'gen_ai.operation.name': fc.constantFrom('chat', 'invoke_agent'),
        response: fc.record({ body: fc.record({ model: fc.constant('b'), usage: fc.constant(usage) }) }),
      },
      { requiredKeys: ['model', 'usage'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 30 }), async (records) => {
        const lines = records.map((one) => JSON.stringify(one));
        // An escape in a key that matters sends a line the long way.
        const long = lines.map((line) => line.replace('"model"', '"mod\\u0065l"'));
        const [fast, slow] = await Promise.all(
          [lines, long].map((each) => sumUsage([{ kind: 'file', path: file(each.join('\n')) }])),
        );
        expect(fast?.groups).toEqual(slow?.groups);
        expect({ ...fast?.files[0], name: '' }).toEqual({ ...slow?.files[0], name: '' });
      }),
      { numRuns: 150 },
    );
  });
});

describe('verdictOf', () => {
  it('takes an empty record for a standard request', () => {
    expect(verdictOf(new Map(), true)).toEqual({ mode: 'standard', isRepeated: false, problem: null });
  });
});
