import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/doctor/facts.js';
import { mergeFacts } from '../../../src/doctor/merge-facts.js';
import { readEnvironment } from '../../../src/doctor/readers/environment.js';
import { probe } from '../../../src/doctor/remote/probes.js';
import { answer, type FakeNetwork, failure, fakeNetwork } from './fake-network.js';

const ROOT = 'https://contoso.openai.azure.com';
const LISTING = `${ROOT}/openai/deployments?api-version=2023-03-15-preview`;
const KEY = '0123456789abcdef0123456789abcdef';

function facts(env: Readonly<Record<string, string>>, more: Partial<Facts> = {}): Facts {
  return mergeFacts(
    { endpoints: [{ value: { url: ROOT, name: null }, where: { kind: 'flag', label: '--endpoint' } }] },
    more,
    readEnvironment(env),
  );
}

function run(
  network: FakeNetwork,
  env: Readonly<Record<string, string>> = { AZURE_OPENAI_API_KEY: KEY },
  more: Partial<Facts> = {},
): Promise<Partial<Facts>> {
  return probe({ facts: facts(env, more), env, openNetwork: () => Promise.resolve(network) });
}

const chat: Partial<Facts> = {
  deployments: [{ value: 'chat', where: { kind: 'source', label: 'app.ts:4' } }],
};

describe('the probes', () => {
  it('list the deployments with the key of the environment, after DNS and TLS', async () => {
    const network = fakeNetwork({
      answers: [
        answer(200, { data: [{ id: 'chat', model: 'gpt-4.1-mini', status: 'succeeded' }, { id: 'v' }] }),
      ],
    });
    const found = await run(network);
    expect(network.asked).toEqual([
      'resolve contoso.openai.azure.com',
      'tls contoso.openai.azure.com:443',
      `GET ${LISTING}`,
    ]);
    expect(network.sent[0]?.headers).toEqual({ 'api-key': KEY, accept: 'application/json' });
    expect(found.knownDeployments).toEqual([
      { name: 'chat', model: 'gpt-4.1-mini', state: 'Succeeded' },
      { name: 'v', model: null, state: null },
    ]);
    expect(JSON.stringify(found)).not.toContain(KEY);
  });

  it.each([
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND contoso.openai.azure.com'],
    ['EAI_AGAIN', 'getaddrinfo EAI_AGAIN contoso.openai.azure.com'],
  ])('stop at a name that does not resolve (%s) and say so as Node does', async (code, message) => {
    const network = fakeNetwork({ addresses: failure(code, message) });
    const found = await run(network);
    expect(network.asked).toEqual(['resolve contoso.openai.azure.com']);
    expect(found.responses?.[0]).toMatchObject({
      value: { status: null, code, message, url: ROOT },
      where: { kind: 'probe', label: 'DNS lookup of contoso.openai.azure.com' },
    });
    expect(found.texts?.[0]?.value).toContain(message);
  });

  it('send no key through a TLS connection that is not trusted', async () => {
    const network = fakeNetwork({ issuer: failure('SELF_SIGNED_CERT_IN_CHAIN') });
    const found = await run(network);
    expect(network.sent).toEqual([]);
    expect(found.responses?.[0]?.value.code).toBe('SELF_SIGNED_CERT_IN_CHAIN');
  });

  it('name a private address that does not answer', async () => {
    const network = fakeNetwork({
      addresses: ['10.1.0.4'],
      issuer: failure('ETIMEDOUT', 'connect ETIMEDOUT'),
    });
    expect((await run(network)).responses?.[0]?.value.message).toBe(
      'connect ETIMEDOUT; contoso.openai.azure.com resolves to the private address 10.1.0.4 (private endpoint)',
    );
  });

  it('name an issuer that is not Azure’s, and go on', async () => {
    const network = fakeNetwork({ issuer: 'Contoso Proxy CA', answers: [answer(200, { data: [] })] });
    const found = await run(network);
    expect(found.knownDeployments).toEqual([]);
    expect(found.gaps?.[0]?.reason).toContain("issued by 'Contoso Proxy CA'");
  });

  it.each([
    [401, '401', 'Access denied due to invalid subscription key or wrong API endpoint.'],
    [403, 'AuthenticationTypeDisabled', 'Key based authentication is disabled for this resource.'],
  ])('take a %s as evidence, with the variable the key came from', async (status, code, message) => {
    const network = fakeNetwork({ answers: [answer(status, { error: { code, message } })] });
    const found = await run(network);
    expect(found.responses?.[0]).toMatchObject({
      value: { status, code, message },
      where: { kind: 'probe', label: expect.stringContaining('key from AZURE_OPENAI_API_KEY') },
    });
    expect(found.texts?.[0]?.value).toBe(`HTTP ${status} ${code} ${message}`);
    expect(found.knownDeployments).toBeUndefined();
  });

  it('ask for the one deployment in question when the listing is gone', async () => {
    const gone = answer(404, { error: { code: '404', message: 'Resource not found' } });
    const bad = answer(400, { error: { message: "'messages' is a required property" } });
    const network = fakeNetwork({ answers: [gone, bad] });
    const found = await run(network, undefined, chat);
    expect(network.sent[1]).toMatchObject({
      method: 'POST',
      url: `${ROOT}/openai/deployments/chat/chat/completions?api-version=2024-10-21`,
      body: '{}',
    });
    expect(found.knownDeployments).toEqual([{ name: 'chat', model: null, state: null }]);
    expect(found.responses).toEqual([]);
  });

  it('leave it open when the listing is gone and no name is in question', async () => {
    const network = fakeNetwork({ answers: [answer(404, 'gone')] });
    const found = await run(network);
    expect(found).toMatchObject({
      responses: [],
      texts: [],
      gaps: [{ source: 'deployments of the resource' }],
    });
  });

  it.each([
    ['none', {}],
    ['one of api.openai.com', { AZURE_OPENAI_API_KEY: 'sk-proj-0123456789abcdef' }],
    ['a token', { AZURE_OPENAI_API_KEY: 'eyJhbGciOiJub25lIn0.eyJhdWQiOiJ4In0.x' }],
    ['one under a name that means another service', { OPENAI_API_KEY: KEY }],
  ])('send nothing when the key is %s', async (_, env) => {
    const network = fakeNetwork();
    const found = await run(network, env);
    expect(network.sent).toEqual([]);
    expect(found.gaps?.[0]?.reason).toContain("no key of Azure's form");
  });

  it('send a key of Azure’s form to no server on this machine', async () => {
    const network = fakeNetwork();
    const env = { AZURE_OPENAI_API_KEY: KEY, AZURE_OPENAI_ENDPOINT: 'http://127.0.0.1:8080/r/contoso-ai' };
    await probe({
      facts: mergeFacts(readEnvironment(env)),
      env,
      openNetwork: () => Promise.resolve(network),
    });
    expect(network.asked).toEqual([]);
  });

  it('are not made at all behind a proxy, unless NO_PROXY says so', async () => {
    const network = fakeNetwork({ answers: [answer(200, { data: [] })] });
    const env = { HTTPS_PROXY: 'http://proxy.example:8080', AZURE_OPENAI_API_KEY: KEY };
    expect((await run(network, env)).gaps?.[0]?.reason).toContain('HTTPS_PROXY is set');
    expect(network.asked).toEqual([]);
    await run(network, { ...env, NO_PROXY: '*' });
    expect(network.asked).toHaveLength(3);
  });

  it('strip control characters from names that a server sends', async () => {
    const network = fakeNetwork({ answers: [answer(200, { data: [{ id: 'ch\u001b[31mat' }] })] });
    expect((await run(network)).knownDeployments?.[0]?.name).toBe('chat');
  });

  it('open no network without a host to ask', async () => {
    const openNetwork = (): Promise<never> => Promise.reject(new Error('opened'));
    expect(await probe({ facts: mergeFacts(), env: {}, openNetwork })).toEqual({});
  });
});
