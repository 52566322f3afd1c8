import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export const CERT_PATH = new URL('./fixtures/localhost-cert.pem', import.meta.url).pathname;
const KEY_PATH = new URL('./fixtures/localhost-key.pem', import.meta.url).pathname;
export const CERT = readFileSync(CERT_PATH, 'utf8');

export interface Loopback {
  readonly port: number;
  readonly requests: {
    readonly method: string;
    readonly url: string;
    readonly headers: IncomingMessage['headers'];
    readonly body: string;
  }[];
  close(): Promise<void>;
}

type Handler = (request: { readonly url: string; readonly body: string }, response: ServerResponse) => void;

/** A server on 127.0.0.1 that answers JSON and writes down what it was asked. */
export async function loopback(kind: 'http' | 'https', handle: Handler): Promise<Loopback> {
  const requests: Loopback['requests'] = [];
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const url = request.url ?? '';
      requests.push({ method: request.method ?? '', url, headers: request.headers, body });
      response.setHeader('content-type', 'application/json');
      handle({ url, body }, response);
    });
  };
  const server =
    kind === 'http'
      ? createServer(listener)
      : createTlsServer({ cert: CERT, key: readFileSync(KEY_PATH) }, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: portOf(server.address()),
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
