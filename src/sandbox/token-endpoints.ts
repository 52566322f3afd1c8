import { Buffer } from 'node:buffer';
import type { WireResponse } from '../core/wire.js';
import { SANDBOX_TENANT_ID } from './names.js';

const LIFETIME_SECONDS = 3600;

/**
 * What a sign-in library asks of an AD FS authority: the metadata and a token for whoever asks. MSAL does no
 * instance discovery for an authority whose path is `/adfs`. Null when `path` is none of these.
 */
export function answerTokenRequest(
  method: string,
  path: string,
  origin: string,
  now: Date,
): WireResponse | null {
  const name = path.toLowerCase();
  if (method === 'GET' && name.endsWith('/.well-known/openid-configuration')) {
    const base = `${origin}${path.slice(0, -'/.well-known/openid-configuration'.length).replace(/\/v2\.0$/, '')}`;
    return json({
      issuer: `${base}`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      jwks_uri: `${base}/discovery/keys`,
      response_types_supported: ['code', 'id_token'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
    });
  }
  if (method === 'POST' && name.endsWith('/oauth2/v2.0/token')) {
    return json({
      token_type: 'Bearer',
      expires_in: LIFETIME_SECONDS,
      ext_expires_in: LIFETIME_SECONDS,
      access_token: unsignedToken(origin, now),
    });
  }
  return null;
}

/** Not signed, and good for nothing but this sandbox. */
function unsignedToken(origin: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000);
  const claims = {
    aud: `${origin}/`,
    iss: `${origin}/adfs`,
    iat: seconds,
    nbf: seconds,
    exp: seconds + LIFETIME_SECONDS,
    tid: SANDBOX_TENANT_ID,
    oid: '00000000-0000-4000-8000-0000000000f0',
    appid: '00000000-0000-4000-8000-0000000000f1',
    sub: 'sandbox',
  };
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.sandbox`;
}

function json(body: unknown): WireResponse {
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body };
}
