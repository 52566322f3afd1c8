import { createHttpHeaders, type HttpClient, RestError } from '@azure/core-rest-pipeline';
import type { WireTransport } from '../core/wire.js';

/** Mounts a transport under the SDK in place of the network. A dropped exchange looks like ECONNRESET. */
export function httpClientOf(transport: WireTransport): HttpClient {
  return {
    async sendRequest(request) {
      const headers: Record<string, string> = {};
      for (const [name, value] of request.headers) headers[name.toLowerCase()] = value;
      const outcome = await transport.send(
        { method: request.method, url: request.url, headers, body: parseBody(request.body) },
        request.abortSignal instanceof AbortSignal ? request.abortSignal : undefined,
      );
      if (outcome.kind === 'dropped') throw new RestError('socket hang up', { code: 'ECONNRESET', request });
      const { status, headers: answered, body } = outcome.response;
      return {
        request,
        status,
        headers: createHttpHeaders(
          body === null
            ? { ...answered }
            : { 'content-type': 'application/json; charset=utf-8', ...answered },
        ),
        bodyAsText: body === null ? '' : JSON.stringify(body),
      };
    },
  };
}

function parseBody(body: unknown): unknown {
  return typeof body === 'string' && body !== '' ? JSON.parse(body) : undefined;
}
