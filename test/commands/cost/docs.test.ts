import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fences, readProjectFile } from '../../contracts/documents.js';
import { machine } from '../../helpers/run-aimi.js';

const CI = fences(readProjectFile('docs/ci.md'));
const COST = fences(readProjectFile('docs/cost.md'));

/** Lines that call aimi, with the file that each writes. */
function calls(blocks: typeof CI): readonly { readonly line: string; readonly writes: string | null }[] {
  return blocks.flatMap(({ body }) =>
    body
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('aimi '))
      .map((line) => {
        const [command = '', file] = line.replace(/^aimi /, '').split(' > ');
        return { line: command, writes: file ?? null };
      }),
  );
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ci-'));
  const record = {
    model: 'gpt-4.1',
    deployment: 'chat',
    usage: { prompt_tokens: 1000, completion_tokens: 100 },
  };
  writeFileSync(join(folder, 'usage.jsonl'), `${JSON.stringify(record)}\n`);
  writeFileSync(join(folder, 'export.csv'), 'engine,prompt_count,completion_tokens\ngpt-4.1,1000,0\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('docs/ci.md', () => {
  it('has lines that run in the order of the page', async () => {
    const place = machine();
    const all = calls(CI);
    expect(all).toHaveLength(6);
    for (const { line, writes } of all) {
      const { exit, stdout, stderr } = await place.run(line.replace('usage.jsonl', `${folder}/usage.jsonl`));
      expect(exit, `${line}\n${stderr}`).toBe(0);
      expect(stdout).not.toBe('');
      if (writes !== null) place.files.content.set(`/code/${writes}`, stdout);
    }
  });

  it('has pipelines that are YAML', () => {
    const pipelines = CI.filter(({ info }) => info === 'yaml').map(({ body }): unknown => parse(body));
    expect(pipelines).toHaveLength(3);
    for (const pipeline of pipelines) expect(pipeline).toBeTypeOf('object');
  });

  it('has every call of aimi in a step that runs', () => {
    const steps = (value: unknown): readonly string[] => {
      if (typeof value === 'string') return value.includes('aimi cost') ? [value] : [];
      return typeof value === 'object' && value !== null ? Object.values(value).flatMap(steps) : [];
    };
    const pipelines = CI.filter(({ info }) => info === 'yaml').map(({ body }) => steps(parse(body)));
    expect(pipelines.map((each) => each.length)).toEqual([2, 2, 1]);
  });

  it('ends with 3 and not with a total when a model has no price', async () => {
    const place = machine();
    writeFileSync(join(folder, 'unknown.jsonl'), '{"model":"mystery-1","usage":{"prompt_tokens":5}}\n');
    for (const { line } of calls(CI)) {
      const here = line.replace('usage.jsonl', `${folder}/unknown.jsonl`).replace(/--baseline \S+/, '');
      const { exit, stdout } = await place.run(here.replace(/--max-increase \S+/, ''));
      expect([exit, stdout], line).toEqual([3, '']);
    }
  });

  it('has gates that fail when the cost is above their limits', async () => {
    const place = machine();
    const gates = calls(CI).filter(({ line }) => line.includes('--max 25'));
    expect(gates).toHaveLength(3);
    const baseline = {
      schema: 1,
      total: '0.0001',
      currency: 'USD',
      lines: [{ model: 'gpt-4.1', amount: '0.0001' }],
    };
    place.files.content.set('/code/cost-baseline.json', JSON.stringify(baseline));
    for (const { line } of gates) {
      expect((await place.run(line.replace('usage.jsonl', `${folder}/usage.jsonl`))).exit, line).toBe(5);
    }
  });
});

describe('docs/cost.md', () => {
  it('has lines that run', async () => {
    const place = machine();
    await place.run('deploy gpt-4.1-mini --name chat --yes --sandbox');
    for (const { line } of calls(COST)) {
      const here = line
        .replace(/(?:requests\.jsonl|'logs\/[^']*')/, `${folder}/usage.jsonl`)
        .replace('export.csv', `${folder}/export.csv`);
      const { exit, stderr } = await place.run(`${here} --sandbox`);
      expect(exit, `${line}\n${stderr}`).toBe(0);
    }
  });
});
