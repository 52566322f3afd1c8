import { Buffer } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DataReply, DataRequest } from './exchange.js';
import { readDataAddress } from './resource.js';

/** The request as the data plane takes it; null when it is not meant for it. */
export function readDataRequest(request: IncomingMessage, url: URL, body: unknown): DataRequest | null {
  const address = readDataAddress(url.pathname, request.headers.host ?? '');
  if (address === null) return null;
  return {
    method: request.method ?? 'GET',
    host: address.host,
    path: address.path,
    query: url.searchParams,
    headers: pairs(request.rawHeaders),
    body,
  };
}

export function writeDataReply(response: ServerResponse, reply: DataReply): void {
  const { body } = reply;
  if (body.kind === 'events') {
    response.writeHead(reply.status, {
      ...reply.headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, must-revalidate',
    });
    for (const block of body.blocks) response.write(block);
    response.end();
    return;
  }
  const text = body.kind === 'json' ? JSON.stringify(body.value) : body.text;
  response.writeHead(reply.status, {
    ...reply.headers,
    'content-type': body.kind === 'json' ? 'application/json' : body.type,
    'content-length': String(Buffer.byteLength(text)),
  });
  response.end(text);
}

function pairs(raw: readonly string[]): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    found.push([(raw[index] ?? '').toLowerCase(), raw[index + 1] ?? '']);
  }
  return found;
}
