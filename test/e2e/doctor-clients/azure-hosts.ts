import type { ClientRequest } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import { connect } from 'node:tls';
import { isDataHost } from '../../../src/sandbox/data-plane/resource.js';
import type { SandboxServer } from '../../../src/sandbox/server.js';

/** Hosts of the sandbox's resources; every other name of Azure's form does not resolve. */
const RESOLVED = /^(?:contoso-ai|contoso-ai-sweden)\.|^(?:eastus2|japaneast)\./;

/**
 * Azure's names as if a hosts file sent them to the sandbox: TLS to loopback, and the Host header that the
 * client wrote. A name that is nobody's fails as DNS does.
 */
export function azureHosts(server: SandboxServer) {
  const port = Number(new URL(server.httpsUrl).port);
  const agent = new Agent({ keepAlive: false });
  agent.createConnection = (options) => {
    const host = options.host ?? '';
    if (!resolves(host)) throw notFound(host);
    // Its certificate is of the sandbox's day, which is not ours.
    return connect({ host: '127.0.0.1', port, servername: 'localhost', rejectUnauthorized: false });
  };

  /** As much of `fetch` as the openai package uses, over that agent. */
  const fetch = (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    return new Promise((resolve, reject) => {
      const fail = (cause: unknown): void => reject(new TypeError('fetch failed', { cause }));
      try {
        const request: ClientRequest = httpsRequest(url, {
          agent,
          method: init.method ?? 'GET',
          headers: Object.fromEntries(new Headers(init.headers)),
        });
        request.on('error', fail);
        request.on('response', (response) => {
          const headers = new Headers();
          for (const [name, value] of Object.entries(response.headers)) headers.set(name, String(value));
          resolve(
            new Response(Readable.toWeb(response) as ReadableStream, {
              status: response.statusCode ?? 0,
              statusText: response.statusMessage ?? '',
              headers,
            }),
          );
        });
        request.end(typeof init.body === 'string' ? init.body : undefined);
      } catch (cause) {
        fail(cause);
      }
    });
  };
  return { agent, fetch, resolves };
}

function resolves(host: string): boolean {
  return isDataHost(host) && RESOLVED.test(host);
}

/** The error that `getaddrinfo` gives in Node. */
function notFound(hostname: string): Error {
  const error = new Error(`getaddrinfo ENOTFOUND ${hostname}`);
  return Object.assign(error, { errno: -3008, code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname });
}
