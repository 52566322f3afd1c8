import { describe, expect, it } from 'vitest';
import { type IdentityKind, readIdentity } from '../../../src/core/sign-in/identity.js';

/** A token with these claims; its signature is made up. */
function tokenOf(claims: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;
}

const MIRID =
  '/subscriptions/s/resourcegroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/deployer';

describe('readIdentity', () => {
  it.each<[string, object, IdentityKind, string | null]>([
    [
      'a person',
      { idtyp: 'user', upn: 'ada@contoso.example', name: 'Ada', appid: 'az' },
      'user',
      'ada@contoso.example',
    ],
    [
      'a guest',
      { scp: 'user_impersonation', unique_name: 'live.com#ada@home.example' },
      'user',
      'live.com#ada@home.example',
    ],
    ['a person with a name only', { scp: 'x', name: 'Ada Lövelace' }, 'user', 'Ada Lövelace'],
    ['a service principal', { idtyp: 'app', appid: 'c1', app_displayname: 'ci' }, 'service principal', 'ci'],
    ['one without a name', { appid: 'c1', roles: [] }, 'service principal', 'c1'],
    ['a v2 token', { azp: 'c2' }, 'service principal', 'c2'],
    ['a managed identity', { idtyp: 'app', appid: 'c1', xms_mirid: MIRID }, 'managed identity', 'deployer'],
    ['an empty token', {}, 'unknown', null],
  ])('tells %s', (_story, claims, kind, name) => {
    expect(readIdentity(tokenOf(claims))).toMatchObject({ kind, name });
  });

  it('reads object id, tenant, client and end', () => {
    const claims = { oid: 'o1', tid: 't1', appid: 'c1', idtyp: 'app', exp: 1_790_000_000 };
    expect(readIdentity(tokenOf(claims))).toMatchObject({
      objectId: 'o1',
      tenantId: 't1',
      clientId: 'c1',
      expiresAt: '2026-09-21T14:13:20.000Z',
    });
  });

  it('does not name the program of a person as their client', () => {
    expect(readIdentity(tokenOf({ scp: 'x', appid: '04b07795' }))).toMatchObject({ clientId: null });
  });

  it.each(['', 'opaque', 'a.b', 'a.!!!.c', `a.${btoa('[1]')}.c`, `a.${btoa('{"oid"')}.c`])(
    'gives up on %j quietly',
    (token) => {
      expect(readIdentity(token)).toBeNull();
    },
  );

  it('takes nothing that steers a terminal, and no value of another type', () => {
    const identity = readIdentity(
      tokenOf({ upn: 'a\u001b[31mda\u202e', oid: 7, tid: { x: 1 }, exp: 'soon', scp: 'x' }),
    );
    expect(identity).toMatchObject({ name: 'ada', objectId: null, tenantId: null, expiresAt: null });
  });
});
