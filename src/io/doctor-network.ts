import { Buffer } from 'node:buffer';
import { promises as dns } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { connect, type PeerCertificate } from 'node:tls';
import type {
  DoctorNetwork,
  NetworkFailure,
  ProbeAnswer,
  ProbeRequest,
  Resolved,
  TlsSeen,
} from '../doctor/remote/network.js';

const BODY_LIMIT_BYTES = 256 * 1024;

/** The real network, without retries, redirects or connections that outlive their probe. */
export function createDoctorNetwork(options: { readonly userAgent: string }): DoctorNetwork {
  return { resolve: resolveHost, connectTls, send: (request) => send(request, options.userAgent) };
}

/**
 * The own resolver is asked first, because it can be given up: a lookup through the system holds the process
 * until its own time-out of many seconds. The system is asked when that one has answered, for names that only
 * a hosts file or a search list knows.
 */
async function resolveHost(host: string, timeoutMs: number): Promise<Resolved | NetworkFailure> {
  if (isIP(host) !== 0) return { kind: 'resolved', addresses: [host] };
  const resolver = new dns.Resolver({ timeout: timeoutMs, tries: 1 });
  const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const addresses = [four, six].flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
  if (addresses.length > 0) return { kind: 'resolved', addresses };
  const failures = [four, six].flatMap((each) => (each.status === 'rejected' ? [codeOf(each.reason)] : []));
  if (failures.every((code) => code === 'ETIMEOUT')) {
    const message = `getaddrinfo EAI_AGAIN ${host} (the resolver did not answer within ${timeoutMs} ms)`;
    return { kind: 'failed', code: 'EAI_AGAIN', message };
  }
  try {
    const found = await dns.lookup(host, { all: true });
    return { kind: 'resolved', addresses: found.map(({ address }) => address) };
  } catch (error) {
    return failed(error);
  }
}

function connectTls(host: string, port: number, timeoutMs: number): Promise<TlsSeen | NetworkFailure> {
  return new Promise((resolve) => {
    const name = isIP(host) === 0 ? { servername: host } : {};
    const socket = connect({ host, port, ...name }, () => {
      done({ kind: 'tls', issuer: issuerOf(socket.getPeerCertificate()) });
    });
    // Over all, because a socket's own time-out starts anew with every byte.
    const timer = setTimeout(() => done(timedOut(`${host}:${port}`, timeoutMs)), timeoutMs);
    const done = (result: TlsSeen | NetworkFailure): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    socket.on('error', (error) => done(failed(error)));
  });
}

function send(probe: ProbeRequest, userAgent: string): Promise<ProbeAnswer | NetworkFailure> {
  const url = new URL(probe.url);
  const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const request = open(url, {
      method: probe.method,
      agent: false,
      headers: {
        ...probe.headers,
        'user-agent': userAgent,
        ...(probe.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(probe.body)) }),
      },
    });
    const timer = setTimeout(() => done(timedOut(url.host, probe.timeoutMs)), probe.timeoutMs);
    const done = (result: ProbeAnswer | NetworkFailure): void => {
      clearTimeout(timer);
      request.destroy();
      resolve(result);
    };
    request.on('error', (error) => done(failed(error)));
    request.on('response', (response) => {
      readText(response).then(
        (text) => done({ kind: 'answer', status: response.statusCode ?? 0, headers: plain(response), text }),
        (error: unknown) => done(failed(error)),
      );
    });
    request.end(probe.body);
  });
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size >= BODY_LIMIT_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, BODY_LIMIT_BYTES).toString('utf8');
}

function plain(response: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

function issuerOf(certificate: PeerCertificate): string {
  const { O, CN } = certificate.issuer ?? {};
  return [O, CN].flat().find((name) => name !== undefined && name !== '') ?? 'unknown';
}

function timedOut(target: string, timeoutMs: number): NetworkFailure {
  return {
    kind: 'failed',
    code: 'ETIMEDOUT',
    message: `connect ETIMEDOUT ${target} (gave up after ${timeoutMs} ms)`,
  };
}

function failed(error: unknown): NetworkFailure {
  return {
    kind: 'failed',
    code: codeOf(error),
    message: error instanceof Error ? error.message : String(error),
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
}
