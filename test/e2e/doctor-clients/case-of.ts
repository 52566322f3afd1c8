import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import type { DoctorNetwork } from '../../../src/doctor/remote/network.js';
import type { azureHosts } from './azure-hosts.js';
import { codeOf, type Setup } from './clients.js';

const SDK_PACKAGE = {
  OpenAI: 'openai',
  AzureOpenAI: 'openai',
  ModelClient: '@azure-rest/ai-inference',
} as const;

/** What the user of a setup has: the error as Node prints it, the code, the installed package. */
export function caseOf(setup: Setup, error: unknown): Readonly<Record<string, unknown>> {
  const name = SDK_PACKAGE[setup.sdk];
  return {
    // Frames name folders of this machine.
    error_text: inspect(error, { colors: false, depth: 4 }).replace(/^ +at .*\n?/gm, ''),
    code: codeOf(setup),
    language: 'js',
    packages: { [name]: installed(name) },
    env: setup.auth.kind === 'key' ? { [setup.auth.variable]: '****' } : {},
    ...(setup.model === '' ? {} : { deployment: setup.model }),
  };
}

function installed(name: string): string {
  const url = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
  const manifest: unknown = JSON.parse(readFileSync(url, 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : null;
  return String(version);
}

/** The doctor's network over the same road as the clients'. */
export function networkOver({ fetch, resolves }: ReturnType<typeof azureHosts>): DoctorNetwork {
  return {
    resolve: (host) =>
      Promise.resolve(
        resolves(host)
          ? { kind: 'resolved', addresses: ['20.1.2.3'] }
          : { kind: 'failed', code: 'ENOTFOUND', message: `getaddrinfo ENOTFOUND ${host}` },
      ),
    connectTls: () => Promise.resolve({ kind: 'tls', issuer: 'Microsoft Corporation' }),
    async send({ url, method, headers, body }) {
      const response = await fetch(url, {
        method,
        headers: { ...headers },
        ...(body === undefined ? {} : { body }),
      });
      const text = await response.text();
      return { kind: 'answer', status: response.status, headers: Object.fromEntries(response.headers), text };
    },
  };
}
