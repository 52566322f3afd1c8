import { Buffer } from 'node:buffer';
import * as v from 'valibot';
import { type DataRequest, headerOf } from './exchange.js';

/** What a client showed. A key may have travelled as a bearer value, which not every route takes. */
export type Credential =
  | { readonly kind: 'none' }
  | { readonly kind: 'key'; readonly key: string; readonly isBearer: boolean }
  | {
      readonly kind: 'token';
      readonly audience: string;
      readonly tenantId: string | null;
      readonly expiresAt: Date;
    };

const KEY_HEADERS = ['api-key', 'ocp-apim-subscription-key'] as const;
const Claims = v.object({ aud: v.string(), exp: v.number(), tid: v.optional(v.string()) });

/** A key header wins over Authorization: azure-ai-inference sends both. `x-api-key` counts for Claude only. */
export function readCredential(request: DataRequest, isAnthropic: boolean): Credential {
  const names = isAnthropic ? (['x-api-key', ...KEY_HEADERS] as const) : KEY_HEADERS;
  for (const name of names) {
    const key = headerOf(request, name);
    if (key !== undefined && key !== '') return { kind: 'key', key, isBearer: false };
  }
  const bearer = /^bearer +(\S+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1];
  if (bearer === undefined) return { kind: 'none' };
  return readToken(bearer) ?? { kind: 'key', key: bearer, isBearer: true };
}

/** Reads claims and checks no signature: the sandbox's own tokens have none. Null when it is no JWT. */
function readToken(text: string): Credential | null {
  const [, payload = '', ...rest] = text.split('.');
  if (rest.length !== 1) return null;
  const claims = v.safeParse(Claims, parseJson(Buffer.from(payload, 'base64url').toString('utf8')));
  if (!claims.success) return null;
  const { aud, exp, tid } = claims.output;
  return {
    kind: 'token',
    audience: aud.replace(/\/+$/, ''),
    tenantId: tid ?? null,
    expiresAt: new Date(exp * 1000),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
