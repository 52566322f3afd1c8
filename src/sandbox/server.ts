import { Buffer } from 'node:buffer';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Clock, Files } from '../context.js';
import type { WireOutcome, WireResponse, WireTransport } from '../core/wire.js';
import { AimiError } from '../errors.js';
import type { DataReply } from './data-plane/exchange.js';
import { readDataRequest, writeDataReply } from './data-plane/serve.js';
import { createDataPlane, type DataPlane } from './data-plane/transport.js';
import { createSandboxTransport } from './in-process.js';
import { createLoopbackCertificates } from './tls/certificate.js';
import { answerTokenRequest } from './token-endpoints.js';

/** Never another address: the sandbox knows no secrets and checks none. */
const HOST = '127.0.0.1';
/** A deployment body has a few hundred bytes. */
const BODY_LIMIT_BYTES = 1_000_000;
/** Above what the data plane takes, so that it can refuse in Azure's words. */
const HEADER_LIMIT_BYTES = 65_536;

interface Planes {
  readonly control: WireTransport;
  readonly data: DataPlane;
}

type Outcome = WireOutcome | { readonly kind: 'data'; readonly reply: DataReply };

export interface SandboxServerOptions {
  readonly files: Files;
  readonly clock: Clock;
  readonly statePath: string;
  readonly readData: (name: string) => unknown;
  /** 0 takes a free one. */
  readonly port: number;
  readonly httpsPort: number;
  /** Where the authority's certificate (PEM) is written. */
  readonly caFile: string;
  /** One line per request, without query and body. */
  readonly log: (line: string) => void;
}

export interface SandboxServer {
  readonly httpUrl: string;
  readonly httpsUrl: string;
  readonly caFile: string;
  close(): Promise<void>;
}

/** Serves the sandbox on loopback: plain http for aimi itself, https with a throwaway authority for others. */
export async function startSandboxServer(options: SandboxServerOptions): Promise<SandboxServer> {
  const planes: Planes = { control: createSandboxTransport(options), data: createDataPlane(options) };
  const certificates = createLoopbackCertificates(options.clock.now());
  await options.files.writeTextAtomically(options.caFile, certificates.caPem);
  const plain = createServer({ maxHeaderSize: HEADER_LIMIT_BYTES }, (request, response) => {
    void serve(options, planes, 'http', request, response);
  });
  const secure = createTlsServer(
    {
      key: certificates.privateKeyPem,
      cert: certificates.certificatePem,
      maxHeaderSize: HEADER_LIMIT_BYTES,
    },
    (request, response) => {
      void serve(options, planes, 'https', request, response);
    },
  );
  const httpPort = await listen(plain, options.port);
  const httpsPort = await listen(secure, options.httpsPort).catch(async (error: unknown) => {
    await close(plain);
    throw error;
  });
  return {
    httpUrl: `http://${HOST}:${httpPort}`,
    httpsUrl: `https://localhost:${httpsPort}`,
    caFile: options.caFile,
    async close() {
      await Promise.all([close(plain), close(secure)]);
    },
  };
}

async function serve(
  options: SandboxServerOptions,
  planes: Planes,
  scheme: 'http' | 'https',
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET';
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  let status = 'failed';
  try {
    const outcome = await answer(options, planes, scheme, method, request);
    status = statusOf(outcome);
    if (outcome.kind === 'dropped') request.socket.destroy();
    else if (outcome.kind === 'data') writeDataReply(response, outcome.reply);
    else write(response, outcome.response);
  } catch (error) {
    const message = error instanceof Error ? error.message : 'unknown';
    status = `500 ${message}`;
    write(response, refused(500, 'InternalServerError', message));
  }
  options.log(`${method} ${path} ${status}`);
}

async function answer(
  options: SandboxServerOptions,
  planes: Planes,
  scheme: 'http' | 'https',
  method: string,
  request: IncomingMessage,
): Promise<Outcome> {
  const text = await readBody(request);
  if (text === null) {
    return respond(refused(413, 'RequestEntityTooLarge', 'The request content is too large.'));
  }
  const origin = `${scheme}://${request.headers.host ?? HOST}`;
  const url = originUrl(request.url ?? '/', origin);
  if (url === null) return respond(refused(400, 'BadRequest', 'The address of the request is malformed.'));
  const token = answerTokenRequest({ method, path: url.pathname, origin, form: text }, options.clock.now());
  if (token !== null) return respond(token);
  const body = parseBody(text);
  const call = readDataRequest(request, url, body.value);
  if (call !== null) return { kind: 'data', reply: await planes.data.send(call) };
  // aimi sends no token over plain http, so only the https address asks for one; any will do.
  const isBearer = /^bearer \S/i.test(request.headers.authorization ?? '');
  if (scheme === 'https' && !isBearer) {
    return respond(
      refused(401, 'AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing."),
    );
  }
  if (body.isBroken) {
    return respond(
      refused(400, 'InvalidRequestContent', 'The request content was invalid and could not be deserialized.'),
    );
  }
  return planes.control.send({ method, url: url.href, headers: plainHeaders(request), body: body.value });
}

function statusOf(outcome: Outcome): string {
  if (outcome.kind === 'dropped') return 'dropped';
  return String(outcome.kind === 'data' ? outcome.reply.status : outcome.response.status);
}

function originUrl(path: string, origin: string): URL | null {
  try {
    return new URL(path.startsWith('/') ? `${origin}${path}` : path);
  } catch {
    return null;
  }
}

function plainHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' && name !== 'authorization' ? [[name, value]] : [],
    ),
  );
}

function parseBody(text: string): { readonly isBroken: boolean; readonly value: unknown } {
  if (text === '') return { isBroken: false, value: undefined };
  try {
    const value: unknown = JSON.parse(text);
    return { isBroken: false, value };
  } catch {
    return { isBroken: true, value: undefined };
  }
}

/** Null when it is over the limit. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BODY_LIMIT_BYTES) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function write(response: ServerResponse, answered: WireResponse): void {
  const text = answered.body === null ? '' : JSON.stringify(answered.body);
  response.writeHead(answered.status, {
    ...answered.headers,
    ...(answered.status === 204 ? {} : { 'content-length': String(Buffer.byteLength(text)) }),
  });
  response.end(text);
}

function respond(response: WireResponse): WireOutcome {
  return { kind: 'response', response };
}

function refused(status: number, code: string, message: string): WireResponse {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
    body: { error: { code, message } },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(
        new AimiError('network', {
          message: `Cannot listen on ${HOST}:${port} (${error.message})`,
          cause: error,
        }),
      );
    });
    server.listen(port, HOST, resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
