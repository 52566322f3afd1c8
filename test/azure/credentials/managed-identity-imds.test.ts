import { expect, test, vi } from 'vitest';
import { chooseCredential } from '../../../src/azure/credentials/choose.js';
import { loopback } from '../loopback.js';
import { filesOf, patientClock, settingsWith } from '../support.js';

// One source per file: MSAL remembers the first source for the life of the process.
test('managed identity of a machine is asked at AZURE_POD_IDENTITY_AUTHORITY_HOST', async () => {
  const server = await loopback('http', (_request, response) =>
    response.end(
      JSON.stringify({
        access_token: 'from-identity',
        expires_on: String(Math.floor(Date.now() / 1000) + 3600),
        resource: 'https://management.azure.com',
        token_type: 'Bearer',
      }),
    ),
  );
  const env = { AZURE_POD_IDENTITY_AUTHORITY_HOST: `http://127.0.0.1:${server.port}` };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const chosen = chooseCredential(settingsWith({ auth: 'auto' }), {
    env: { ...env, PATH: '' },
    platform: 'linux',
    files: filesOf({}),
    clock: patientClock(),
    interrupt: new AbortController().signal,
    trustedCertificates: undefined,
  });
  const token = await chosen.getToken('https://management.azure.com/.default');
  await server.close();
  expect(token?.token).toBe('from-identity');
  expect(server.requests[0]?.url).toMatch(/^\/metadata\/identity\/oauth2\/token/);
});
