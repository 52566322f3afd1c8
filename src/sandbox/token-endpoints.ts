import { Buffer } from 'node:buffer';
import type { WireResponse } from '../core/wire.js';
import { SANDBOX_TENANT_ID } from './names.js';

const LIFETIME_SECONDS = 3600;

export interface TokenRequest {
  readonly method: string;
  readonly path: string;
  /** Scheme, host and port of this server. */
  readonly origin: string;
  /** The body, form-encoded: `scope` (or `resource`) says for whom the token is. */
  readonly form: string;
}

/**
 * What a sign-in library asks of an AD FS authority: the metadata and a token for whoever asks. MSAL does no
 * instance discovery for an authority whose path is `/adfs`. Null when `path` is none of these.
 */
export function answerTokenRequest(request: TokenRequest, now: Date): WireResponse | null {
  const { method, path, origin } = request;
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
      access_token: unsignedToken({ origin, audience: audienceOf(request), now }),
    });
  }
  return null;
}

/** `https://ai.azure.com/.default` is for https://ai.azure.com; without a scope it is for this server. */
function audienceOf({ form, origin }: TokenRequest): string {
  const fields = new URLSearchParams(form);
  const scopes = (fields.get('scope') ?? fields.get('resource') ?? '').split(' ');
  const scope = scopes.find((one) => one.includes('://')) ?? `${origin}/`;
  return scope.replace(/\/\.default$/, '');
}

/** Not signed, and good for nothing but this sandbox. */
export function unsignedToken(claims: {
  readonly origin: string;
  readonly audience: string;
  readonly now: Date;
  readonly tenantId?: string;
  readonly lifetimeSeconds?: number;
}): string {
  const seconds = Math.floor(claims.now.getTime() / 1000);
  const payload = {
    aud: claims.audience,
    iss: `${claims.origin}/adfs`,
    iat: seconds,
    nbf: seconds,
    exp: seconds + (claims.lifetimeSeconds ?? LIFETIME_SECONDS),
    tid: claims.tenantId ?? SANDBOX_TENANT_ID,
    oid: '00000000-0000-4000-8000-0000000000f0',
    appid: '00000000-0000-4000-8000-0000000000f1',
    sub: 'sandbox',
  };
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(payload)}.sandbox`;
}

function json(body: unknown): WireResponse {
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body };
}
