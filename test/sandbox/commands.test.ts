import { describe, expect, it } from 'vitest';
import { runSandboxReset, sandboxResetPresentation } from '../../src/commands/sandbox/reset.run.js';
import {
  runScenarioClear,
  scenarioClearPresentation,
} from '../../src/commands/sandbox/scenario-clear.run.js';
import { runScenarioList, scenarioListPresentation } from '../../src/commands/sandbox/scenario-list.run.js';
import { runScenarioSet } from '../../src/commands/sandbox/scenario-set.run.js';
import { runSandboxStart, sandboxStartPresentation } from '../../src/commands/sandbox/start.run.js';
import { runSandboxStatus, sandboxStatusPresentation } from '../../src/commands/sandbox/status.run.js';
import { PLAIN_THEME } from '../../src/render/theme.js';
import { SCENARIO_IDS } from '../../src/sandbox/state.js';
import { loadState } from '../../src/sandbox/state-file.js';
import { memoryFiles } from '../helpers/memory-files.js';
import { sandboxSession } from './sandbox-session.js';
import { readData } from './sandbox-world.js';

const STATE = '/cache/sandbox/state.json';

describe('aimi sandbox scenario', () => {
  it('set switches one on for every process that reads the state', async () => {
    const { session, files } = sandboxSession();
    const { data } = await runScenarioSet(session, { id: 'throttled', times: 5, seconds: 3 });
    expect(data).toMatchObject([{ id: 'throttled', isActive: true, times: 5, seconds: 3 }]);
    expect((await loadState(files, STATE)).scenarios).toEqual([
      { id: 'throttled', remaining: 5, seconds: 3 },
    ]);
  });

  it('set again replaces the numbers, and without numbers takes the usual ones', async () => {
    const { session, files } = sandboxSession();
    await runScenarioSet(session, { id: 'slow', seconds: 60 });
    await runScenarioSet(session, { id: 'slow' });
    expect((await loadState(files, STATE)).scenarios).toEqual([{ id: 'slow', remaining: null, seconds: 8 }]);
  });

  it.each([
    ['an unknown id', { id: 'storm' }],
    ['a negative number', { id: 'slow', seconds: -1 }],
    ['half a time', { id: 'conflict', times: 1.5 }],
  ])('set refuses %s and writes nothing', async (_, input) => {
    const { session, files } = sandboxSession();
    await expect(runScenarioSet(session, input)).rejects.toMatchObject({ code: 'invalid-value' });
    expect(await files.readText(STATE)).toBeNull();
  });

  it('list shows all of them and which are on', async () => {
    const { session } = sandboxSession();
    await runScenarioSet(session, { id: 'conflict', times: 0 });
    const { data } = await runScenarioList(session);
    expect(data.map((row) => row.id)).toEqual([...SCENARIO_IDS]);
    const text = scenarioListPresentation.table(data, PLAIN_THEME);
    expect(text.split('\n').find((line) => line.startsWith('conflict'))).toMatch(
      /^conflict +on +until cleared/,
    );
    expect(text.split('\n').find((line) => line.startsWith('throttled'))).toMatch(
      /^throttled +- +2 requests +1/,
    );
  });

  it('clear takes one off or all', async () => {
    const { session, files } = sandboxSession();
    await runScenarioSet(session, { id: 'conflict' });
    await runScenarioSet(session, { id: 'slow' });
    const one = await runScenarioClear(session, { id: 'slow' });
    expect(one.data.cleared).toEqual(['slow']);
    const rest = await runScenarioClear(session, {});
    expect(scenarioClearPresentation.table(rest.data, PLAIN_THEME)).toBe('✓ Cleared conflict\n');
    expect((await loadState(files, STATE)).scenarios).toEqual([]);
    const none = await runScenarioClear(session, {});
    expect(scenarioClearPresentation.table(none.data, PLAIN_THEME)).toBe('No scenario was on.\n');
  });
});

describe('aimi sandbox status and reset', () => {
  it('show what the sandbox holds, and take it back to the start', async () => {
    const { session } = sandboxSession();
    await runScenarioSet(session, { id: 'slow' });
    const status = await runSandboxStatus(session);
    const text = sandboxStatusPresentation.table(status.data, PLAIN_THEME);
    expect(text).toContain(STATE);
    expect(text).toContain('slow (until cleared)');
    expect(text).toMatch(/contoso-ai-sweden +AIServices +swedencentral +embeddings/);
    const reset = await runSandboxReset(session);
    expect(sandboxResetPresentation.table(reset.data, PLAIN_THEME)).toBe(
      '✓ Reset the sandbox: contoso-ai, contoso-ai-sweden, contoso-openai\n',
    );
    expect((await runSandboxStatus(session)).data.scenarios).toEqual([]);
  });

  it('refuse and repair a broken state file', async () => {
    const { session } = sandboxSession(memoryFiles({ [STATE]: 'broken' }));
    await expect(runSandboxStatus(session)).rejects.toMatchObject({ code: 'sandbox-state-invalid' });
    await runSandboxReset(session);
    expect((await runSandboxStatus(session)).data.accounts).toHaveLength(3);
  });
});

describe('aimi sandbox start', () => {
  it.each([
    { port: 65_536, httpsPort: 0 },
    { port: 0, httpsPort: -1 },
  ])('refuses a port that cannot be: $port, $httpsPort', async (input) => {
    const { session } = sandboxSession();
    await expect(runSandboxStart(session, input, () => {})).rejects.toMatchObject({ code: 'invalid-value' });
  });

  it('tells its addresses while it serves and ends with the interrupt', async () => {
    const stop = new AbortController();
    const { session, files, said } = sandboxSession(memoryFiles(), { readData, interrupt: stop.signal });
    let text = '';
    const outcome = await runSandboxStart(session, { port: 0, httpsPort: 0 }, (addresses) => {
      text = sandboxStartPresentation.table(addresses, PLAIN_THEME);
      stop.abort();
    });
    expect(outcome.data.http).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(text).toContain(`export AIMI_ARM_ENDPOINT=${outcome.data.http}\n`);
    expect(text).toContain(`contoso-ai: ${outcome.data.http}/r/contoso-ai\n`);
    expect(text).toContain(`contoso-openai: ${outcome.data.http}/r/japaneast.api.cognitive.microsoft.com\n`);
    expect(text).toContain(`--endpoint-active-directory ${outcome.data.https}/adfs`);
    expect(await files.readText(outcome.data.caFile)).toContain('BEGIN CERTIFICATE');
    expect(said.at(-1)).toBe('The sandbox has stopped; its state is kept.');
  });
});
