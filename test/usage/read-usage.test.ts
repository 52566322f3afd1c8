import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { expandPaths, splitPattern } from '../../src/usage/expand-paths.js';
import { sumUsage } from '../../src/usage/read-usage.js';
import { useFolder } from './folder.js';

const { file, folder, workerFile } = useFolder();
const LINE = '{"model":"m","usage":{"prompt_tokens":5}}\n';
const source = (path: string) => ({ kind: 'file' as const, path });

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('sources', () => {
  it('are joined into one sum, with a report for each', async () => {
    const sum = await sumUsage([source(file(LINE)), source(file(`${LINE}${LINE}x\n`))]);
    expect(sum.groups).toMatchObject([{ model: 'm', requests: 3n, tokens: { input: 15n } }]);
    expect(sum.files.map(({ lines, badCount }) => [lines, badCount])).toEqual([
      [1, 0],
      [3, 1],
    ]);
  });

  it.each([1, 2, 3, 17, 1000])('are unpacked from streams that come in pieces of %i bytes', async (size) => {
    const text = Buffer.from(LINE.repeat(40));
    for (const bytes of [
      text,
      gzipSync(text),
      Buffer.concat([gzipSync(text.subarray(0, 60)), gzipSync(text.subarray(60))]),
    ]) {
      const sum = await sumUsage([{ kind: 'stream', name: '-', bytes: pieces(bytes, size) }]);
      expect(sum.groups).toMatchObject([{ requests: 40n, tokens: { input: 200n } }]);
      expect(sum.files).toMatchObject([{ name: '-', lines: 40 }]);
    }
  });

  it('of a large gzip raise no warning of the process', async () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => {
      const id = Math.sin(at).toString(36) + Math.cos(at).toString(36) + Math.tan(at).toString(36);
      return `{"id":"${id.repeat(3)}${at}","model":"m","usage":{"prompt_tokens":1}}`;
    });
    const packed = gzipSync(lines.join('\n'), { level: 1 });
    async function* chunks() {
      for (let at = 0; at < packed.length; at += 65_536) yield packed.subarray(at, at + 65_536);
    }
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on('warning', note);
    const sum = await sumUsage([{ kind: 'stream', name: 'packed', bytes: chunks() }]);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', note);
    expect(sum.groups[0]?.requests).toBe(60_000n);
    expect(warnings).toEqual([]);
  });

  it('are told from each other by content: gzip needs no ending', async () => {
    const sum = await sumUsage([source(file(gzipSync('model,prompt_tokens\nm,4\n'), 'odd-name.jsonl'))]);
    expect(sum.files).toMatchObject([{ format: 'table', records: 1, lines: 2 }]);
  });

  it.each([
    [
      'cut',
      (packed: Buffer) => packed.subarray(0, packed.length - 12),
      /usage-cut is damaged: its gzip data ends too early/,
    ],
    [
      'broken',
      (packed: Buffer) =>
        Buffer.concat([packed.subarray(0, 30), Buffer.alloc(60, 0xff), packed.subarray(60)]),
      /usage-broken is damaged: its gzip data cannot be unpacked/,
    ],
  ])('fail by name when their gzip is %s', async (name, damage, message) => {
    const lines = Array.from({ length: 3000 }, (_, index) => LINE.replace('5', String(index))).join('');
    const path = file(damage(gzipSync(lines)), `usage-${name}`);
    await expect(sumUsage([source(path)])).rejects.toMatchObject({
      code: 'file-unreadable',
      message: expect.stringMatching(message),
    });
  });

  it.each([
    ['nowhere', 'ENOENT'],
    ['.', 'EISDIR'],
  ])('fail by name when they cannot be read: %s', async (path, reason) => {
    await expect(sumUsage([source(join(folder, path))])).rejects.toMatchObject({
      code: 'file-unreadable',
      details: { path: join(folder, path), reason },
    });
  });
});

describe('options', () => {
  it('strict ends at the first bad line and names it', async () => {
    await expect(
      sumUsage([source(file(`${LINE}\nx\n${LINE}y\n`, 'strict'))], { strict: true }),
    ).rejects.toMatchObject({
      code: 'invalid-value',
      message: `${join(folder, 'strict')}, line 3: not valid JSON`,
    });
  });

  it('map takes a column with dots in its name and a path with dots', async () => {
    const content =
      '{"a.b":1,"x":{"name":"m"}}\n{"a":{"b":2},"x":{"name":"m"}}\n{"a":{"b":3},"usage":{"prompt_tokens":9}}\n';
    const sum = await sumUsage([source(file(content))], { map: { input: 'a.b', model: 'x.name' } });
    expect(sum.groups).toMatchObject([
      { model: 'm', requests: 2n, tokens: { input: 3n } },
      { model: null, requests: 1n, tokens: { input: 3n } },
    ]);
  });

  it('map refuses a field that there is not', async () => {
    await expect(sumUsage([], { map: { inptu: 'x' } })).rejects.toMatchObject({ code: 'invalid-value' });
  });

  it('tierOf decides per model which requests are long, never by sums', async () => {
    const lines = ['a', 'b'].flatMap((model) =>
      [150_000, 200_000, 200_001, 272_001].map((input) =>
        JSON.stringify({ model, usage: { prompt_tokens: input } }),
      ),
    );
    const sum = await sumUsage([source(file(lines.join('\n')))], {
      thresholds: [272_000, 200_000],
      tierOf: (model) => (model === 'a' ? 200_000 : null),
    });
    expect(sum.groups.map(({ model, context, requests }) => [model, context, requests])).toEqual([
      ['a', 'short', 2n],
      ['a', 'long', 2n],
      ['b', 'short', 4n],
    ]);
  });

  it('onProgress tells of all bytes', async () => {
    const seen: [number, number | null][] = [];
    const path = file(LINE.repeat(100_000));
    await sumUsage([source(path), source(path)], { onProgress: (done, total) => seen.push([done, total]) });
    const total = LINE.length * 200_000;
    expect(seen.at(-1)).toEqual([total, total]);
    expect(seen.length).toBeGreaterThan(4);
  });

  it('signal ends the reading with its reason', async () => {
    const reason = new Error('stop');
    const signal = AbortSignal.abort(reason);
    await expect(sumUsage([source(file(LINE))], { signal })).rejects.toBe(reason);
  });

  it('refuses more groups than fit into memory', async () => {
    const lines = Array.from({ length: 250_000 }, (_, index) => `m${index},1`).join('\n');
    await expect(sumUsage([source(file(`model,prompt_tokens\n${lines}`))])).rejects.toMatchObject({
      code: 'invalid-value',
      message: 'The usage falls into more than 100000 groups',
    });
  });
});

describe('several workers', () => {
  let worker = '';
  beforeAll(async () => {
    worker = await workerFile();
  });
  const parallel = () => ({ workerFile: worker, cores: 2, parallelFromBytes: 0 });

  it('give the same as one for a table of many parts', async () => {
    const rows = Array.from(
      { length: 900_000 },
      (_, index) => `r${index},"m, ${index % 5}",${index % 1000},${index % 7}`,
    );
    rows[600_000] = 'odd';
    const path = file(`id,model,prompt_tokens,completion_tokens\n${rows.join('\n')}`);
    const one = await sumUsage([source(path)]);
    const two = await sumUsage([source(path)], parallel());
    expect(two).toEqual(one);
    expect(two.files[0]).toMatchObject({ lines: 900_001, records: 899_999, bad: [{ line: 600_002 }] });
  });

  it('give way to one when a cell holds a line break', async () => {
    const note = `"${'m,1\n'.repeat(3_000_000)}"`;
    const sum = await sumUsage([source(file(`note,prompt_tokens\n${note},1\nx,2\n`))], parallel());
    expect(sum.files[0]).toMatchObject({ records: 2, badCount: 0, lines: 3_000_003 });
    expect(sum.groups).toMatchObject([{ requests: 2n, tokens: { input: 3n } }]);
  });

  it('end with the first bad line under strict', async () => {
    const path = file(`${LINE.repeat(500_000)}x\n${LINE}`);
    await expect(sumUsage([source(path)], { ...parallel(), strict: true })).rejects.toMatchObject({
      code: 'invalid-value',
      details: { line: 500_001 },
    });
  });

  it('hand on what stops them', async () => {
    const path = file(
      Array.from({ length: 250_000 }, (_, index) => `{"model":"m${index}","prompt_tokens":1}`).join('\n'),
    );
    await expect(sumUsage([source(path)], parallel())).rejects.toMatchObject({ code: 'invalid-value' });
  });
});

describe('patterns', () => {
  it('become sorted paths; a plain path stays as it is', () => {
    for (const name of [
      'a.jsonl',
      'b.jsonl',
      'b.csv',
      '.hidden.jsonl',
      'deep/er/c.jsonl',
      'deep/d.csv',
      'x[1].csv',
    ]) {
      mkdirSync(join(folder, 'logs', name, '..'), { recursive: true });
      writeFileSync(join(folder, 'logs', name), '');
    }
    const at = (pattern: string) =>
      expandPaths([join(folder, 'logs', pattern)]).map((path) => path.slice(folder.length + 6));
    expect(at('*.jsonl')).toEqual(['a.jsonl', 'b.jsonl']);
    expect(at('**/*.jsonl')).toEqual(['a.jsonl', 'b.jsonl', 'deep/er/c.jsonl']);
    expect(at('?.{csv,jsonl}')).toEqual(['a.jsonl', 'b.csv', 'b.jsonl']);
    expect(at('[!a].jsonl')).toEqual(['b.jsonl']);
    expect(at('nothing')).toEqual(['nothing']);
    expect(() => at('*.parquet')).toThrowError(/No file matches/);
  });
});

describe('where a pattern begins', () => {
  it.each([
    ['logs/*.jsonl', '', ['logs', '*.jsonl']],
    ['/var/logs/*.jsonl', '/', ['var', 'logs', '*.jsonl']],
    ['C:/logs/*.jsonl', 'C:/', ['logs', '*.jsonl']],
    ['//server/share/logs/*.jsonl', '//server/share/', ['logs', '*.jsonl']],
    ['../*.csv', '', ['..', '*.csv']],
  ])('%s', (pattern, base, parts) => {
    expect(splitPattern(pattern)).toEqual({ base, parts });
  });
});
