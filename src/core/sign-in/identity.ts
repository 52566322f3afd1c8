import { stripControls } from '../text.js';

export type IdentityKind = 'user' | 'service principal' | 'managed identity' | 'unknown';

/** Who a token speaks for, as far as the token itself says so. */
export interface Identity {
  readonly name: string | null;
  /** The object id that role assignments name. */
  readonly objectId: string | null;
  readonly kind: IdentityKind;
  readonly tenantId: string | null;
  /** Of an application; null for a person. */
  readonly clientId: string | null;
  /** ISO 8601 */
  readonly expiresAt: string | null;
}

/**
 * Reads the claims of an access token of Microsoft Entra ID, for display only: nothing is verified, and nothing
 * may be decided by it. Null when the token is opaque. Claims:
 * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference (2026-11); `xms_mirid` is the
 * resource id of a managed identity.
 */
export function readIdentity(token: string): Identity | null {
  const claims = readClaims(token);
  if (claims === null) return null;
  const text = (name: string): string | null => {
    const value = claims[name];
    return typeof value === 'string' && value !== '' ? stripControls(value).slice(0, 200) : null;
  };
  const clientId = text('appid') ?? text('azp');
  const kind = kindOf(text);
  const person = text('upn') ?? text('preferred_username') ?? text('unique_name') ?? text('email');
  const resource = text('xms_mirid')?.split('/').at(-1) ?? null;
  return {
    name: kind === 'user' ? (person ?? text('name')) : (resource ?? text('app_displayname') ?? clientId),
    objectId: text('oid'),
    kind,
    tenantId: text('tid'),
    clientId: kind === 'user' ? null : clientId,
    expiresAt: typeof claims.exp === 'number' ? dateOf(claims.exp) : null,
  };
}

function kindOf(text: (name: string) => string | null): IdentityKind {
  if (text('xms_mirid') !== null) return 'managed identity';
  const type = text('idtyp');
  if (type === 'app') return 'service principal';
  // Only a token on behalf of a person has scopes.
  if (type === 'user' || text('scp') !== null) return 'user';
  return text('appid') === null && text('azp') === null ? 'unknown' : 'service principal';
}

function readClaims(token: string): Readonly<Record<string, unknown>> | null {
  const part = token.split('.')[1];
  if (part === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isRecord(claims) ? claims : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function dateOf(seconds: number): string | null {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
