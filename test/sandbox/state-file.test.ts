import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Files } from '../../src/context.js';
import { createSandboxTransport } from '../../src/sandbox/in-process.js';
import { seedState } from '../../src/sandbox/seed.js';
import { parseState } from '../../src/sandbox/state.js';
import { loadState, resetState, updateState } from '../../src/sandbox/state-file.js';
import { memoryFiles } from '../helpers/memory-files.js';
import { ACCOUNT, readData } from './sandbox-world.js';

const run = promisify(execFile);
const PATH = '/cache/sandbox/state.json';

describe('the state file', () => {
  it('is not needed: a new sandbox holds the seed', async () => {
    expect(await loadState(memoryFiles(), PATH)).toEqual(seedState());
  });

  it('comes back as it was written', async () => {
    const files = memoryFiles();
    await updateState(files, PATH, (state) => ({ state: { ...state, accounts: [] }, result: null }));
    expect((await loadState(files, PATH)).accounts).toEqual([]);
  });

  it('is not written when nothing has changed', async () => {
    const files = memoryFiles();
    await updateState(files, PATH, (state) => ({ state, result: null }));
    expect(await files.readText(PATH)).toBeNull();
  });

  it.each([
    ['no JSON', '{"format":1,'],
    ['another format', JSON.stringify({ ...seedState(), format: 2 })],
    ['a missing part', JSON.stringify({ ...seedState(), deployments: undefined })],
    ['a wrong type inside', JSON.stringify({ ...seedState(), accounts: [{ name: 1 }] })],
  ])('with %s is refused with the way out, and reset repairs it', async (_, text) => {
    const files = memoryFiles({ [PATH]: text });
    await expect(loadState(files, PATH)).rejects.toMatchObject({
      code: 'sandbox-state-invalid',
      hint: expect.stringContaining('aimi sandbox reset'),
    });
    await resetState(files, PATH);
    expect(await loadState(files, PATH)).toEqual(seedState());
  });
});

describe('the transport in process', () => {
  const now = new Date('2026-09-01T00:00:00Z');
  const slept: number[] = [];
  const clock = {
    now: () => now,
    monotonicMs: () => 0,
    sleep: async (ms: number) => {
      slept.push(ms);
    },
  };
  const transport = (files: Files) => createSandboxTransport({ files, clock, statePath: PATH, readData });
  const get = {
    method: 'GET',
    url: `https://management.azure.com${ACCOUNT}?api-version=2025-09-01`,
    headers: {},
    body: undefined,
  };

  it('reads without a lock and without writing', async () => {
    const files: Files = {
      ...memoryFiles(),
      withLock: async () => {
        throw new Error('a read took the lock');
      },
    };
    expect(await transport(files).send(get)).toMatchObject({ kind: 'response', response: { status: 200 } });
    expect(slept.length).toBeGreaterThan(0);
  });

  it('sends nothing once it was aborted', async () => {
    const reason = new Error('interrupted');
    await expect(transport(memoryFiles()).send(get, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe('two processes on one state file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aimi-sandbox-'));
  const program = join(folder, 'writer.mjs');
  beforeAll(async () => {
    await build({
      entryPoints: [fileURLToPath(new URL('./writer-process.ts', import.meta.url))],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('lose no write of each other', async () => {
    const statePath = join(folder, 'sandbox', 'state.json');
    const data = fileURLToPath(new URL('../../src/data', import.meta.url));
    const writers = ['left', 'right'].map((prefix) =>
      run(process.execPath, [program, statePath, data, prefix, '15']),
    );
    const created = (await Promise.all(writers)).map(({ stdout }) => stdout);
    expect(created).toEqual(['15', '15']);
    const state = parseState(JSON.parse(readFileSync(statePath, 'utf8')));
    const names = state?.deployments
      .filter((one) => one.account.endsWith('/contoso-ai'))
      .map((one) => one.name);
    expect(new Set(names).size).toBe(30);
  });
});
