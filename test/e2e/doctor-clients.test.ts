import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../src/doctor/diagnosis.js';
import { diagnose } from '../../src/doctor/engine/diagnose.js';
import { factsFromCase } from '../../src/doctor/from-case.js';
import { mergeFacts } from '../../src/doctor/merge-facts.js';
import { probe } from '../../src/doctor/remote/probes.js';
import { azureHosts } from './doctor-clients/azure-hosts.js';
import { caseOf, networkOver } from './doctor-clients/case-of.js';
import { callClient, type Setup } from './doctor-clients/clients.js';
import { type StartedSandbox, startedSandbox } from './doctor-clients/started-sandbox.js';
import { WRONG_SETUPS, type WrongSetup } from './doctor-clients/wrong-setups.js';

/**
 * Each wrong configuration is really run by the client it is for, and the doctor is given what its user has.
 * docs/doctor-table.md holds the outcome; AIMI_UPDATE_DOCS=1 writes it anew, to be read before it is committed.
 */
const PAGE = new URL('../../docs/doctor-table.md', import.meta.url);

interface Run {
  readonly wrong: WrongSetup;
  readonly service: string;
  /** From error, code and packages alone. */
  readonly offline: Diagnosis;
  /** The same and the probes, with the key of the setup. */
  readonly online: Diagnosis;
}

let sandbox: StartedSandbox;
const runs: Run[] = [];
beforeAll(async () => {
  sandbox = await startedSandbox();
  for (const wrong of WRONG_SETUPS) runs.push(await run(wrong));
});
afterAll(() => sandbox.server.close());

function run(wrong: WrongSetup): Promise<Run> {
  const { setup } = wrong;
  const way = azureHosts(sandbox.server);
  return sandbox.changed(wrong.change ?? {}, async () => {
    const error = await callClient(setup, way).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (error === null) throw new Error(`${wrong.name}, ${setup.sdk}: it worked`);
    const facts = factsFromCase(caseOf(setup, error));
    const found = await probe({
      facts,
      env: envOf(setup),
      openNetwork: () => Promise.resolve(networkOver(way)),
    });
    return {
      wrong,
      service: answerOf(error),
      offline: diagnose(facts),
      online: diagnose(mergeFacts(facts, found)),
    };
  });
}

function envOf({ auth }: Setup): Readonly<Record<string, string>> {
  return auth.kind === 'key' ? { [auth.variable]: auth.value } : {};
}

/** `404 DeploymentNotFound`, or the first line of an error that is no answer of the service. */
function answerOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? rootOf(error.cause).message : null;
  const status = /\b[45]\d\d\b/.exec(text)?.[0];
  const code =
    (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null) ??
    /"code":"([^"]{1,80})"/.exec(text)?.[1];
  if (status === undefined) return cause ?? text.split('\n')[0]?.slice(0, 90) ?? '';
  return code === undefined || code === status ? status : `${status} ${code}`;
}

function rootOf(error: Error): Error {
  return error.cause instanceof Error ? rootOf(error.cause) : error;
}

function first(diagnosis: Diagnosis): string {
  return diagnosis.causes[0]?.code ?? diagnosis.verdict;
}

function page(): string {
  const cell = (diagnosis: Diagnosis, right: readonly (string | undefined)[]): string => {
    const said = first(diagnosis);
    const rank = right.indexOf(said);
    return `\`${said}\`${rank === 0 ? '' : rank > 0 ? ' (right too)' : ' (wrong)'}`;
  };
  return [
    '# Wrong configurations of real clients, and what the doctor says',
    '',
    'Each row was run: the client with this configuration against the data plane of the sandbox, then the doctor',
    'with what its user has: the error as Node prints it, the lines of code and the installed package. "Online"',
    'adds the probes of `aimi doctor`, with the key of that configuration. A test runs every row and compares it',
    'with this page. "Right too": the run does not tell the two apart, or both changes mend it.',
    '',
    'OpenAI and AzureOpenAI are classes of `openai` (JavaScript), ModelClient is that of `@azure-rest/ai-inference`.',
    '',
    '| wrong configuration | client | service or client says | doctor, offline | doctor, online |',
    '| --- | --- | --- | --- | --- |',
    ...runs.map(({ wrong, service, offline, online }) =>
      [
        '',
        wrong.name,
        wrong.setup.sdk,
        service.replaceAll('|', '\\|').replaceAll('<', '&lt;'),
        cell(offline, [...wrong.causes, wrong.unseen]),
        cell(online, wrong.causes),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
  ].join('\n');
}

describe('a wrong configuration, run by its client,', () => {
  it('is named by the doctor, also without the network', () => {
    const misses = (diagnosis: Diagnosis, right: readonly (string | undefined)[]): boolean =>
      !right.includes(first(diagnosis));
    const missed = runs
      .filter(
        ({ wrong, offline, online }) =>
          misses(online, wrong.causes) || misses(offline, [...wrong.causes, wrong.unseen]),
      )
      .map(
        ({ wrong, online }) =>
          `${wrong.name}, ${wrong.setup.sdk}: ${first(online)}, not ${wrong.causes.join(' or ')}`,
      );
    expect(missed).toEqual([]);
  });

  it('never costs a key: no diagnosis holds one', () => {
    const secrets = new Set(WRONG_SETUPS.map(({ setup }) => setup.auth.value));
    const text = JSON.stringify(runs.map(({ offline, online }) => [offline, online]));
    expect([...secrets].filter((secret) => text.includes(secret))).toEqual([]);
  });

  it('ends as docs/doctor-table.md says', () => {
    const text = page();
    if (process.env.AIMI_UPDATE_DOCS === '1') writeFileSync(PAGE, text);
    expect(text).toBe(readFileSync(PAGE, 'utf8'));
  });
});
