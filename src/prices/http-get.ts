import { Buffer } from 'node:buffer';
import { type ClientRequest, get as httpGet, request as httpRequest, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { isLoopbackHost } from '../azure/endpoint-policy.js';
import type { Environment } from '../context.js';
import { proxyFor } from './proxy.js';

export interface HttpAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly header: (name: string) => string | undefined;
  readonly text: string;
}

export type HttpGet = (url: URL, signal: AbortSignal) => Promise<HttpAnswer>;

export interface HttpOptions {
  readonly env: Environment;
  readonly userAgent: string;
  /** Authorities in place of Node's own. */
  readonly ca: readonly string[] | undefined;
}

/** A connection that says nothing for so long is given up. */
const SILENCE_MS = 60_000;
/** A page of 1,000 rows has about 1 MB. */
const MOST_BYTES = 64 * 1024 * 1024;
const unzip = promisify(gunzip);

/** GET over node:https (node:http on loopback), with gzip and proxies; follows no redirect. */
export function createHttpGet(options: HttpOptions): HttpGet {
  return async (url, signal) => {
    const response = await send(url, options, signal);
    const bytes = await readBody(response);
    const isZipped = response.headers['content-encoding'] === 'gzip';
    const plain = isZipped ? await unzip(bytes, { maxOutputLength: MOST_BYTES }) : bytes;
    return {
      status: response.statusCode ?? 0,
      header: (name) => {
        const value = response.headers[name];
        return Array.isArray(value) ? value[0] : value;
      },
      text: plain.toString('utf8'),
    };
  };
}

async function send(url: URL, options: HttpOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const headers = { accept: 'application/json', 'accept-encoding': 'gzip', 'user-agent': options.userAgent };
  const proxy = isLoopbackHost(url.hostname) ? null : proxyFor(url, options.env);
  const ca = options.ca === undefined ? {} : { ca: [...options.ca] };
  if (url.protocol === 'http:') return answered(httpGet(url, { headers, signal }));
  if (proxy === null) return answered(httpsGet(url, { headers, signal, ...ca }));
  const tunnel = await openTunnel(url, proxy, signal);
  const servername = isIP(url.hostname) === 0 ? url.hostname : '';
  const createConnection = () => tlsConnect({ socket: tunnel, servername, ...ca });
  return answered(httpsGet(url, { headers, signal, createConnection, agent: false }));
}

/** A connection through the proxy, by CONNECT (RFC 9110 section 9.3.6). */
function openTunnel(url: URL, proxy: URL, signal: AbortSignal): Promise<Socket> {
  const target = `${url.hostname}:${url.port || '443'}`;
  const account = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  const authorization =
    proxy.username === ''
      ? {}
      : { 'proxy-authorization': `Basic ${Buffer.from(account).toString('base64')}` };
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      method: 'CONNECT',
      host: proxy.hostname,
      port: proxy.port || 80,
      path: target,
      headers: { host: target, ...authorization },
      signal,
    });
    request.on('connect', (response, socket) => {
      if (response.statusCode === 200) resolve(socket);
      else {
        socket.destroy();
        reject(new Error(`the proxy ${proxy.host} answered ${response.statusCode}`));
      }
    });
    request.on('error', reject);
    request.setTimeout(SILENCE_MS, () => request.destroy(new Error(`the proxy ${proxy.host} is silent`)));
    request.end();
  });
}

function answered(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('response', resolve);
    request.on('error', reject);
    request.setTimeout(SILENCE_MS, () => request.destroy(new Error(`no byte for ${SILENCE_MS / 1000} s`)));
  });
}

async function readBody(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > MOST_BYTES) throw new Error(`the answer is larger than ${MOST_BYTES} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
