import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NETWORK_GUARD, ROOT } from './paths.js';
import { createPlace } from './place.js';

/**
 * No telemetry and no update check: a command that needs no answer of Azure reaches nobody and starts no
 * program, whatever has been run before on that machine.
 */
const LINES = [
  '',
  '--version',
  '--help',
  'version',
  'version -o json',
  'no-such-command',
  'models list',
  'models show gpt-4.1-mini',
  'models show no-such-model',
  'cost estimate --model gpt-4.1-mini --input-tokens 1k --output-tokens 1k',
  'cost compare gpt-4.1 gpt-4.1-mini --input-tokens 1k --output-tokens 1k',
  'cost prices list --model gpt-4.1-mini',
  'cost prices status',
  'doctor --offline --error 404',
  'explain DeploymentNotFound',
  'sandbox status',
  'sandbox scenario list',
  'accounts list --sandbox',
  'deploy gpt-4.1-mini --yes --sandbox',
  'deployments list --sandbox',
  'snippet gpt-4.1-mini --sdk python-openai --sandbox',
  'deployments delete gpt-4.1-mini --yes --sandbox',
  'cost actual --sandbox',
];

const place = createPlace();
const attemptsPath = join(place.home, 'attempts');

/** What the command tried to reach. */
async function attemptsOf(line: string): Promise<string> {
  writeFileSync(attemptsPath, '');
  await place.run(line, { nodeArgs: ['-r', NETWORK_GUARD], env: { AIMI_E2E_ATTEMPTS: attemptsPath } });
  return readFileSync(attemptsPath, 'utf8');
}

describe('without being asked for something that Azure knows', () => {
  it.each(LINES)('aimi %s reaches nobody', async (line) => {
    expect(await attemptsOf(line)).toBe('');
  });
});

describe('the guard of these tests', () => {
  it.each([
    [
      'doctor --endpoint https://contoso.services.ai.azure.com',
      /^dns\.\w+ contoso\.services\.ai\.azure\.com$/m,
    ],
  ])('sees what aimi %s tries', async (line, attempt) => {
    expect(await attemptsOf(line)).toMatch(attempt);
  });
});

it('is what the README says', () => {
  expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toMatch(/no telemetry and no update check/i);
});
