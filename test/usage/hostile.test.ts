import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sumUsage } from '../../src/usage/read-usage.js';
import type { UsageOptions } from '../../src/usage/types.js';
import { useFolder } from './folder.js';
import { asReference, referenceSum } from './reference.js';

const { file, workerFile } = useFolder();
const THRESHOLD = 272_000;
const TIERS = { thresholds: [200_000, THRESHOLD], tierOf: () => THRESHOLD } satisfies UsageOptions;

async function expectAsReference(content: string | Uint8Array, options: UsageOptions = {}): Promise<void> {
  const path = file(content);
  const expected = referenceSum(readFileSync(path, 'utf8'), THRESHOLD, options.by !== undefined);
  const sum = await sumUsage([{ kind: 'file', path }], { ...TIERS, ...options });
  const [report] = sum.files;
  expect(asReference(sum.groups)).toEqual(expected.groups);
  expect(report).toMatchObject({
    lines: expected.lines,
    records: expected.records,
    withoutUsage: expected.withoutUsage,
    blank: expected.blank,
    badCount: expected.badLines.length,
  });
  expect(report?.bad.map(({ line }) => line)).toEqual(expected.badLines.slice(0, 20));
}

const chat = (model: string, usage: string) => `{"model":${JSON.stringify(model)},"usage":${usage}}`;
const plain = chat('gpt-4o', '{"prompt_tokens":10,"completion_tokens":2}');

const LINES: readonly (readonly [string, string])[] = [
  ['an escape in a key that matters', '{"model":"m","us\\u0061ge":{"prompt_tokens":3}}'],
  ['an escape in the model', '{"model":"gpt\\u002d4o","usage":{"prompt_tokens":3}}'],
  ['a quote in the model', '{"model":"a\\"b","usage":{"prompt_tokens":3}}'],
  ['a model in UTF-8', chat('模型-é-🚀', '{"prompt_tokens":4}')],
  [
    'a prompt that holds a usage object as text',
    `{"prompt":"\\"usage\\":{\\"prompt_tokens\\":9}","model":"m","usage":{"prompt_tokens":1}}`,
  ],
  [
    'the same keys deeper down',
    '{"choices":[{"usage":{"prompt_tokens":9},"model":"x"}],"model":"m","usage":{"prompt_tokens":1}}',
  ],
  [
    'the same keys in an object beside',
    '{"extra":{"usage":{"prompt_tokens":9}},"model":"m","usage":{"prompt_tokens":1}}',
  ],
  ['details within other details', '{"model":"m","usage":{"x":{"prompt_tokens":7},"prompt_tokens":1}}'],
  ['a count twice', '{"model":"m","usage":{"prompt_tokens":1,"prompt_tokens":5}}'],
  [
    'the usage twice',
    '{"usage":{"prompt_tokens":1,"completion_tokens":4},"usage":{"prompt_tokens":5},"model":"m"}',
  ],
  ['the model twice, at last null', '{"model":"m","usage":{"prompt_tokens":1},"model":null}'],
  ['the usage twice, at last null', '{"usage":{"prompt_tokens":1},"usage":null}'],
  ['a fraction', chat('m', '{"prompt_tokens":1.5}')],
  ['a whole number written as a fraction', chat('m', '{"prompt_tokens":15.0}')],
  ['an exponent', chat('m', '{"prompt_tokens":1e3}')],
  ['a small exponent', chat('m', '{"prompt_tokens":1e-3}')],
  ['a negative count', chat('m', '{"prompt_tokens":-1}')],
  ['a leading zero', chat('m', '{"prompt_tokens":01}')],
  ['zero', chat('m', '{"prompt_tokens":0}')],
  ['ten digits', chat('m', '{"prompt_tokens":1234567890}')],
  ['nine digits', chat('m', '{"prompt_tokens":999999999}')],
  ['more than is exact', chat('m', '{"prompt_tokens":9007199254740993}')],
  ['the most that is exact', chat('m', '{"prompt_tokens":9007199254740991}')],
  ['a count as text', chat('m', '{"prompt_tokens":"12"}')],
  ['a count as other text', chat('m', '{"prompt_tokens":"many"}')],
  ['a count as a list', chat('m', '{"prompt_tokens":[1]}')],
  ['a count as an object', chat('m', '{"prompt_tokens":{"a":1}}')],
  ['a count as true', chat('m', '{"prompt_tokens":true}')],
  ['cached null', chat('m', '{"prompt_tokens":3,"prompt_tokens_details":{"cached_tokens":null}}')],
  ['details null', chat('m', '{"prompt_tokens":3,"prompt_tokens_details":null}')],
  ['usage null', chat('m', 'null')],
  ['usage as text', chat('m', '"none"')],
  ['usage as a number', chat('m', '5')],
  ['usage as a list', chat('m', '[1]')],
  ['an empty usage', chat('m', '{}')],
  ['a model that is a number', '{"model":5,"usage":{"prompt_tokens":3}}'],
  ['a model that is an object', '{"model":{"name":"m"},"usage":{"prompt_tokens":3}}'],
  ['no model', '{"usage":{"prompt_tokens":3}}'],
  ['an empty model', '{"model":"","usage":{"prompt_tokens":3}}'],
  ['a bare usage object', '{"prompt_tokens":3,"completion_tokens":4}'],
  ['blanks everywhere', ' { "model" : "m" ,\t"usage" : { "prompt_tokens" : 3 } } '],
  [
    'a batch line',
    '{"custom_id":"1","response":{"status_code":200,"body":{"model":"m","usage":{"prompt_tokens":3}}},"error":null}',
  ],
  ['a failed batch line', '{"custom_id":"1","response":null,"error":{"code":"x"}}'],
  [
    'a response',
    '{"object":"response","model":"m","usage":{"input_tokens":300000,"output_tokens":3,"output_tokens_details":{"reasoning_tokens":2}}}',
  ],
  ['one under the threshold', chat('m', '{"prompt_tokens":272000}')],
  ['one over the threshold', chat('m', '{"prompt_tokens":272001}')],
  ['between two thresholds', chat('m', '{"prompt_tokens":210000}')],
  ['a NUL byte in text', '{"model":"a\0b","usage":{"prompt_tokens":3}}'],
  ['a NUL byte in text that does not matter', '{"id":"a\0b","model":"m","usage":{"prompt_tokens":3}}'],
  ['a tab in text', '{"id":"a\tb","model":"m","usage":{"prompt_tokens":3}}'],
  ['NUL bytes alone', '\0\0\0'],
  ['an unknown escape', '{"id":"a\\xb","model":"m","usage":{"prompt_tokens":3}}'],
  ['a short \\u', '{"id":"\\u12g4","model":"m","usage":{"prompt_tokens":3}}'],
  ['a good \\u', '{"id":"\\u12aF","model":"m","usage":{"prompt_tokens":3}}'],
  ['a comma too many', '{"model":"m","usage":{"prompt_tokens":3,}}'],
  ['a comma too many in a list', '{"id":[1,],"model":"m","usage":{"prompt_tokens":3}}'],
  ['a bracket of the wrong kind', '{"id":[1},"model":"m","usage":{"prompt_tokens":3}}'],
  ['a wrong word', '{"id":nul,"model":"m","usage":{"prompt_tokens":3}}'],
  ['a wrong number', '{"id":1.,"model":"m","usage":{"prompt_tokens":3}}'],
  ['a number with a plus', '{"id":+1,"model":"m","usage":{"prompt_tokens":3}}'],
  ['odd but right numbers', '{"id":[-0,1.5e+3,-2E-1,0.0],"model":"m","usage":{"prompt_tokens":3}}'],
  ['text behind the object', `${plain}x`],
  ['two objects on a line', `${plain}${plain}`],
  ['a line cut short', plain.slice(0, -9)],
  ['a number alone', '5'],
  ['text alone', '"usage"'],
  ['no JSON', 'hello'],
  ['nothing', ''],
  ['blanks', ' \t '],
  ['an empty object', '{}'],
  ['keys of Object', '{"__proto__":{"usage":{"prompt_tokens":3}},"constructor":1,"model":"m"}'],
  ['deep lists', `{"id":${'['.repeat(400)}${']'.repeat(400)},"model":"m","usage":{"prompt_tokens":3}}`],
  ['a deployment', '{"deployment":"chat-prod","model":"m","usage":{"prompt_tokens":3}}'],
];

describe('a hostile line counts as JSON.parse would count it', () => {
  it.each(LINES)('%s', async (_, line) => {
    await expectAsReference(`${plain}\n${line}\n${plain}\n${line}\n${line}\n`);
    await expectAsReference(`${plain}\r\n${line}\r\n${plain}\r\n${line}`);
  });

  it('all of them in one file, with a byte order mark, and by several workers', async () => {
    const all = LINES.map(([, line]) => line);
    await expectAsReference(`\ufeff${[plain, ...all, ...all].join('\n')}`);
  });

  it('takes lines of 10 MB, and lines without an end', async () => {
    const text = 'x'.repeat(10_000_000);
    const long = `{"prompt":"${text}","model":"long","usage":{"prompt_tokens":7}}`;
    await expectAsReference(`${plain}\n${long}\n${plain}\n${long}`);
    await expectAsReference(`${plain}\n${long.slice(0, -1)}\n${plain}\n`);
  });

  it('keeps invalid UTF-8 in models apart from nothing', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"model":"a'),
      Buffer.from([0xff]),
      Buffer.from('","usage":{"prompt_tokens":1}}\n'),
    ]);
    await expectAsReference(Buffer.concat([bytes, bytes]));
  });
});

const text = fc.oneof(
  fc.constantFrom('gpt-4o', 'o4-mini', 'a"b', 'é', '\\', 'x\u0001y', ''),
  fc.string({ maxLength: 12, unit: 'binary' }),
);
const count = fc.oneof(
  { weight: 8, arbitrary: fc.nat(400_000) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, 1.5, -1, 2 ** 53, 1e21, '7', 'x', true, 1e10) },
);
const usage = fc.record(
  {
    prompt_tokens: count,
    input_tokens: count,
    completion_tokens: count,
    output_tokens: count,
    prompt_tokens_details: fc.oneof(
      fc.record({ cached_tokens: count, audio_tokens: count }, { requiredKeys: [] }),
      fc.constant(null),
    ),
    completion_tokens_details: fc.record(
      { reasoning_tokens: count, audio_tokens: count },
      { requiredKeys: [] },
    ),
    other: fc.jsonValue({ maxDepth: 2 }),
  },
  { requiredKeys: [] },
);
const record = fc
  .record(
    {
      id: text,
      model: text,
      deployment: text,
      created: fc.integer({ min: 1_700_000_000, max: 1_800_000_000 }),
      choices: fc.jsonValue({ maxDepth: 3 }),
      usage: fc.oneof(
        { weight: 6, arbitrary: usage },
        { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
      ),
      response: fc.record({ body: fc.record({ model: text, usage }, { requiredKeys: [] }) }),
    },
    { requiredKeys: [] },
  )
  .chain((value) => fc.shuffledSubarray(Object.entries(value), { minLength: Object.keys(value).length }))
  .map((entries) => Object.fromEntries(entries));
const line = fc.oneof(
  { weight: 10, arbitrary: record.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: record.map((value) => JSON.stringify(value, null, 1).replaceAll('\n', ' ')) },
  {
    weight: 2,
    arbitrary: fc.tuple(record, fc.nat(400)).map(([value, cut]) => JSON.stringify(value).slice(0, cut)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(record, fc.nat(200), fc.constantFrom('"', '\\', '{', ',', '\0', '}', '0'))
      .map(([value, place, put]) => {
        const json = JSON.stringify(value);
        return json.slice(0, place) + put + json.slice(place + 1);
      }),
  },
);

describe('generated files count as the reference counts them', () => {
  let worker = '';
  beforeAll(async () => {
    worker = await workerFile();
  });

  it('in lines of any shape', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 40 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        async (lines, newline, isEnded) => {
          // The first line decides the format.
          await expectAsReference([plain, ...lines].join(newline) + (isEnded ? newline : ''));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('by day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 20 }), async (records) => {
        const lines = records
          .map((value) => JSON.stringify(value))
          .filter((each) => !each.includes('created_at'));
        await expectAsReference([plain, ...lines].join('\n'), { by: ['day'] });
      }),
      { numRuns: 100 },
    );
  });

  it('split among workers at any place, long lines and bad ones included', async () => {
    const [lines = []] = fc.sample(fc.array(line, { minLength: 400, maxLength: 400 }), {
      numRuns: 1,
      seed: 7,
    });
    const long = JSON.stringify({ id: 'y'.repeat(3_000_000), model: 'm', usage: { prompt_tokens: 5 } });
    const block = [plain, ...lines, long].join('\n');
    const content = Array.from({ length: 14 }, () => block).join('\n');
    expect(content.length).toBeGreaterThan(32 << 20);
    await expectAsReference(content, { workerFile: worker, cores: 2, parallelFromBytes: 0 });
  });
});
