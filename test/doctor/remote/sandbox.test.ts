import { afterEach, describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/doctor/facts.js';
import { mergeFacts } from '../../../src/doctor/merge-facts.js';
import { readEnvironment } from '../../../src/doctor/readers/environment.js';
import { probe } from '../../../src/doctor/remote/probes.js';
import { createDoctorNetwork } from '../../../src/io/doctor-network.js';
import { startSandboxServer } from '../../../src/sandbox/server.js';
import type { SandboxState } from '../../../src/sandbox/state.js';
import { memoryFiles } from '../../helpers/memory-files.js';
import { dataWorld, KEY, SWEDEN_KEY } from '../../sandbox/data-plane/data-world.js';
import { readData } from '../../sandbox/sandbox-world.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** The real probes over real sockets to `aimi sandbox start`. */
async function probed(
  account: string,
  key: string,
  change = (state: SandboxState) => state,
): Promise<Partial<Facts>> {
  const files = memoryFiles({ '/state.json': JSON.stringify(change(dataWorld().state)) });
  const clock = { now: () => new Date(), monotonicMs: () => 0, sleep: async () => {} };
  const server = await startSandboxServer({
    files,
    clock,
    readData,
    statePath: '/state.json',
    caFile: '/ca.pem',
    port: 0,
    httpsPort: 0,
    log: () => {},
  });
  closers.push(() => server.close());
  const env = {
    AZURE_OPENAI_API_KEY: key,
    AZURE_OPENAI_ENDPOINT: `${server.httpUrl}/r/${account}/openai/v1`,
  };
  return probe({
    facts: mergeFacts(readEnvironment(env)),
    env,
    openNetwork: () => Promise.resolve(createDoctorNetwork({ userAgent: 'aimi/test' })),
  });
}

describe('the probes against the sandbox', () => {
  it('see every deployment of the resource and nothing wrong', async () => {
    const found = await probed('contoso-ai', KEY);
    expect(found.knownDeployments?.map(({ name }) => name)).toEqual([
      'chat',
      'reasoning',
      'vectors',
      'deepseek',
      'claude',
    ]);
    expect([found.texts, found.gaps]).toEqual([[], []]);
  });

  it('see a key of another resource', async () => {
    const found = await probed('contoso-ai', SWEDEN_KEY);
    expect(found.responses?.[0]?.value).toMatchObject({
      status: 401,
      code: '401',
      message: expect.stringContaining('invalid subscription key or wrong API endpoint'),
    });
  });

  it('see that keys are disabled', async () => {
    const found = await probed('contoso-ai-sweden', SWEDEN_KEY);
    expect(found.responses?.[0]?.value).toMatchObject({ status: 403, code: 'AuthenticationTypeDisabled' });
  });
});
