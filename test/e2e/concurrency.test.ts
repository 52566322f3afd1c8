import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createPlace } from './place.js';

/** Ten models of several publishers that any day of the catalog has in eastus2. */
const MODELS = [
  'gpt-4.1',
  'gpt-4.1-mini',
  'gpt-5',
  'gpt-5-mini',
  'gpt-5-nano',
  'gpt-5.4-mini',
  'text-embedding-3-large',
  'text-embedding-3-small',
  'DeepSeek-V3.2',
  'Mistral-Large-3',
];

const readState = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('processes on one sandbox', () => {
  it('deploy ten models at once: every conflict is tried again, and all are there', async () => {
    const place = createPlace();
    const results = await Promise.all(
      MODELS.map((model) => place.run(`deploy ${model} --yes --sandbox -o json`)),
    );
    for (const [index, result] of results.entries()) {
      expect(result.exit, `${MODELS[index]}: ${result.stderr}`).toBe(0);
      expect(JSON.parse(result.stdout)).toMatchObject({ action: 'created' });
    }
    const list = await place.run("deployments list --sandbox --query '[].name' -o tsv");
    expect(list.stdout.trim().split('\n').sort()).toEqual([...MODELS].sort());
    expect(readState(place.statePath)).toMatchObject({ deployments: expect.any(Array) });
    // Neither a lock nor half a file is left.
    expect(readdirSync(dirname(place.statePath))).toEqual(['state.json']);
  });

  it('are in each other’s way for seconds and get through all the same', async () => {
    const place = createPlace();
    await place.run('sandbox scenario set slow --seconds 1');
    const results = await Promise.all(
      MODELS.slice(0, 3).map((model) => place.run(`deploy ${model} --yes --sandbox --verbose`)),
    );
    expect(results.map((result) => `${result.exit} ${result.stderr}`)).toEqual(
      results.map(() => expect.stringMatching(/^0 /)),
    );
    // One write at a time is a rule of the service, so somebody was refused once.
    expect(results.map((result) => result.stderr).join('')).toMatch(/Trying again in/);
  });

  it('delete and create the same name at once without a broken state', async () => {
    const place = createPlace();
    await place.run('deploy gpt-4.1-mini --yes --sandbox');
    const lines = ['deployments delete gpt-4.1-mini --yes --sandbox', 'deploy gpt-4.1-mini --yes --sandbox'];
    const results = await Promise.all([...lines, ...lines].map((line) => place.run(line)));
    for (const result of results) expect(result.stderr).not.toMatch(/Unexpected error|^\s+at /m);
    expect(await place.run('deployments list --sandbox')).toMatchObject({ exit: 0 });
  });

  it('that are killed at any moment block nobody', async () => {
    const place = createPlace();
    for (const afterMs of [40, 80, 110, 130, 150, 170, 190, 220, 260]) {
      const victim = place.start(`deploy gpt-4.1-mini --name at-${afterMs} --yes --sandbox`);
      await sleep(afterMs);
      victim.child.kill('SIGKILL');
      await victim.ended;
    }
    const next = await place.run('deploy gpt-4.1-mini --name next --yes --sandbox');
    expect(next.exit, next.stderr).toBe(0);
    expect(next.elapsedMs).toBeLessThan(5_000);
    expect(readState(place.statePath)).toMatchObject({ deployments: expect.any(Array) });
    expect(await place.run('deployments show next --sandbox')).toMatchObject({ exit: 0 });
  });

  it('that died in a wait leave an operation that is finished by looking', async () => {
    const place = createPlace();
    await place.run('sandbox scenario set slow --seconds 1');
    const victim = place.start('deploy gpt-4.1-mini --yes --sandbox --debug');
    await victim.said(/PUT .*deployments\/gpt-4\.1-mini\?\S+ 201/);
    victim.child.kill('SIGKILL');
    expect(await victim.ended).toMatchObject({ signal: 'SIGKILL' });
    const wait = await place.run('deployments wait gpt-4.1-mini --sandbox');
    expect(wait.exit, wait.stderr).toBe(0);
  });

  it('that died with the lock in hand leave a lock that is taken over', async () => {
    const place = createPlace();
    const dead = place.start('--version');
    await dead.ended;
    mkdirSync(dirname(place.statePath), { recursive: true });
    for (const suffix of ['.lock', '.lock.guard']) {
      writeFileSync(`${place.statePath}${suffix}`, JSON.stringify({ pid: dead.child.pid, host: hostname() }));
    }
    const next = await place.run('deploy gpt-4.1-mini --yes --sandbox');
    expect(next.exit, next.stderr).toBe(0);
    expect(next.elapsedMs).toBeLessThan(5_000);
    expect(readdirSync(dirname(place.statePath))).toEqual(['state.json']);
  });
});
