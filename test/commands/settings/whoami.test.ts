import { describe, expect, it } from 'vitest';
import { mapAccount } from '../../../src/azure/map/accounts.js';
import type { Context, SignInWatch } from '../../../src/context.js';
import type { ControlPlane } from '../../../src/core/control-plane.js';
import type { PermissionSet } from '../../../src/core/rights/permissions.js';
import { AimiError } from '../../../src/errors.js';
import { SANDBOX_USER_ID } from '../../../src/sandbox/names.js';
import { guidFrom } from '../../../src/sandbox/reply.js';
import { fakeAzure } from '../../helpers/fake-azure.js';
import { machine, type RunOptions } from '../../helpers/run-aimi.js';

const ONE = '00000000-0000-4000-8000-000000000011';
const TWO = '00000000-0000-4000-8000-000000000022';
const ACCOUNT = mapAccount({
  id: `/subscriptions/${ONE}/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/team-ai`,
  name: 'team-ai',
  kind: 'AIServices',
  location: 'eastus2',
});
const subscription = (id: string, name: string) => ({ id, name, state: 'Enabled', tenantId: 't-one' });
const role = (actions: readonly string[], dataActions: readonly string[] = []): PermissionSet => ({
  actions,
  dataActions,
  notActions: [],
  notDataActions: [],
});
const denied = () => Promise.reject(new AimiError('role-missing', { message: 'no right' }));

const WORKS: Partial<ControlPlane> = {
  listSubscriptions: () => Promise.resolve([subscription(ONE, 'Team One')]),
  listAccounts: () => Promise.resolve([ACCOUNT]),
  getAccount: () => Promise.resolve(ACCOUNT),
  listPermissions: () => Promise.resolve([role(['*'], ['Microsoft.CognitiveServices/*'])]),
};

/** Azure behind a sign-in that tells the watch what `tell` says. */
function signedIn(known: Partial<ControlPlane>, tell: (watch: SignInWatch) => void = signInAsAda) {
  const open: Context['openControlPlane'] = (settings, options) => {
    if (options.watch !== undefined) tell(options.watch);
    return fakeAzure(known)(settings, options);
  };
  return open;
}

function signInAsAda(watch: SignInWatch): void {
  watch.attempt({
    method: 'env',
    outcome: 'not configured',
    reason: 'not set: AZURE_CLIENT_ID',
    durationMs: null,
  });
  watch.attempt({ method: 'cli', outcome: 'used', reason: 'az is on PATH and signed in', durationMs: 800.4 });
  watch.identity({
    name: 'ada@contoso.example',
    objectId: 'ada-object-id',
    kind: 'user',
    tenantId: 't-one',
    clientId: null,
    expiresAt: null,
  });
}

async function whoami(options: RunOptions, line = 'whoami', file?: string) {
  const { run, files } = machine();
  if (file !== undefined) files.content.set('/config/config.yaml', file);
  const result = await run(`${line} -o json`, options);
  return { exit: result.exit, stderr: result.stderr, data: JSON.parse(result.stdout || 'null') };
}

describe('aimi whoami in the sandbox', () => {
  it.each([
    ['nothing is lacking', [], 0, []],
    ['a reader', ['role-missing'], 0, ['Cognitive Services Contributor']],
    ['no data role', ['data-role-missing'], 0, ['Cognitive Services User']],
    [
      'a reader without a data role',
      ['role-missing', 'data-role-missing'],
      0,
      ['Cognitive Services Contributor', 'Cognitive Services User'],
    ],
    ['nothing on the subscription', ['quota-read-denied'], 0, ['Cognitive Services Usages Reader']],
  ])('%s', async (_story, scenarios, exit, roles) => {
    const { run } = machine();
    for (const scenario of scenarios) await run(`sandbox scenario set ${scenario}`);
    const result = await run('whoami --sandbox -o json');
    const data = JSON.parse(result.stdout);
    expect(result.exit).toBe(exit);
    expect(data.missingRoles.map((row: { role: string }) => row.role)).toEqual(roles);
    expect(data).toMatchObject({ signedIn: true, problem: null, notes: [], chain: [] });
  });

  it('names the id that its refusals name', () => {
    expect(SANDBOX_USER_ID).toBe(guidFrom('sandbox-user'));
  });
});

describe('aimi whoami', () => {
  it('says who, how, where, and from which place each of it came', async () => {
    const file = 'profile: work\nprofiles:\n  work: {account: team-ai, resourceGroup: rg}\n';
    const env = { AZURE_SUBSCRIPTION_ID: ONE };
    const { exit, data } = await whoami({ azure: signedIn(WORKS), env }, 'whoami', file);
    expect(exit).toBe(0);
    expect(data).toMatchObject({
      signedIn: true,
      identity: { name: 'ada@contoso.example', kind: 'user', objectId: 'ada-object-id' },
      credential: { method: 'cli', reason: 'az is on PATH and signed in' },
      tenant: 't-one',
      subscription: { id: ONE, name: 'Team One', from: 'AZURE_SUBSCRIPTION_ID' },
      account: { name: 'team-ai', from: 'profile work (/config/config.yaml)' },
      missingRoles: [],
      problem: null,
    });
    expect(data.chain).toEqual([
      { method: 'env', outcome: 'not configured', reason: 'not set: AZURE_CLIENT_ID', durationMs: null },
      { method: 'cli', outcome: 'used', reason: 'az is on PATH and signed in', durationMs: 800 },
    ]);
    expect(Object.keys(data)).toEqual([
      'signedIn',
      'identity',
      'credential',
      'chain',
      'tenant',
      'subscription',
      'account',
      'rights',
      'missingRoles',
      'settings',
      'notes',
      'problem',
    ]);
  });

  it('gives the line that assigns the missing role, to the object id of the token', async () => {
    const azure = signedIn({ ...WORKS, listPermissions: () => Promise.resolve([role(['*'])]) });
    const { exit, data } = await whoami({ azure });
    expect(exit).toBe(0);
    expect(data.missingRoles).toEqual([
      {
        role: 'Cognitive Services User',
        scope: ACCOUNT.id,
        purposes: ['call'],
        command: `az role assignment create --assignee-object-id ada-object-id --assignee-principal-type User --role "Cognitive Services User" --scope ${ACCOUNT.id}`,
      },
    ]);
  });

  it('takes what commands would take: the default of az, the only account', async () => {
    const listSubscriptions = () =>
      Promise.resolve([subscription(ONE, 'Team One'), subscription(TWO, 'Team Two')]);
    const { data } = await whoami({ azure: signedIn({ ...WORKS, listSubscriptions }), azDefault: ONE });
    expect(data).toMatchObject({
      subscription: { id: ONE, from: 'the default of az, or the only one' },
      account: { name: 'team-ai', from: 'the only one' },
    });
  });

  it.each<[string, Partial<ControlPlane>, string, RegExp]>([
    [
      'several subscriptions',
      { listSubscriptions: () => Promise.resolve([subscription(ONE, 'a'), subscription(TWO, 'b')]) },
      'whoami',
      /^2 subscriptions are possible and none is chosen: aimi use/,
    ],
    [
      'none',
      { listSubscriptions: () => Promise.resolve([]) },
      'whoami',
      /sees no subscription.*aimi login --tenant/,
    ],
    [
      'one that is not seen',
      {},
      `whoami -s ${TWO}`,
      /is not among the 1 .*az account show .*--query tenantId/,
    ],
    [
      'several accounts',
      { listAccounts: () => Promise.resolve([ACCOUNT, { ...ACCOUNT, account: 'other-ai' }]) },
      'whoami',
      /^2 accounts are possible/,
    ],
    ['no account', { listAccounts: () => Promise.resolve([]) }, 'whoami', /^There is no account/],
    ['an account that is not there', {}, 'whoami -a gone-ai', /^There is no account gone-ai/],
    [
      'an account that may not be read',
      { getAccount: denied },
      'whoami -g rg -a team-ai',
      /cannot be read \(role-missing\)/,
    ],
    [
      'permissions that may not be read',
      { listPermissions: denied },
      'whoami',
      /cannot be read \(role-missing\)/,
    ],
  ])('goes on and says so: %s', async (_story, known, line, note) => {
    const { exit, data } = await whoami({ azure: signedIn({ ...WORKS, ...known }) }, line);
    expect(exit).toBe(0);
    expect(data.signedIn).toBe(true);
    expect(data.notes[0]).toMatch(note);
    expect(data.missingRoles).toEqual([]);
  });

  it('ends with 4 and the next command when nobody is signed in', async () => {
    const refuse = () =>
      Promise.reject(new AimiError('not-signed-in', { message: 'Not signed in: cli: expired' }));
    const azure = signedIn({ listSubscriptions: refuse }, (watch) =>
      watch.attempt({ method: 'cli', outcome: 'expired', reason: 'AADSTS700082', durationMs: 900 }),
    );
    const { exit, data } = await whoami({ azure }, 'whoami --tenant t-one');
    expect(exit).toBe(4);
    expect(data).toMatchObject({
      signedIn: false,
      identity: null,
      problem: { code: 'not-signed-in', message: 'Not signed in to Azure', next: 'az login --tenant t-one' },
    });
  });

  it('ends with 4 when Azure does not take the token, and still says whose it is', async () => {
    const refuse = () => Promise.reject(new AimiError('token-refused', { message: 'wrong tenant' }));
    const { exit, data } = await whoami({ azure: signedIn({ listSubscriptions: refuse }) });
    expect(exit).toBe(4);
    expect(data).toMatchObject({ signedIn: false, identity: { name: 'ada@contoso.example' } });
  });

  it('ends with 1 when Azure is not reached, and is signed in all the same', async () => {
    const refuse = () =>
      Promise.reject(new AimiError('network', { message: 'no way', hint: 'Check the proxy' }));
    const { exit, data } = await whoami({ azure: signedIn({ listSubscriptions: refuse }) });
    expect(exit).toBe(1);
    expect(data).toMatchObject({ signedIn: true, problem: { code: 'network', next: 'Check the proxy' } });
  });

  it('warns of an az that is too slow for other programs', async () => {
    const azure = signedIn(WORKS, (watch) =>
      watch.attempt({ method: 'cli', outcome: 'used', reason: 'az', durationMs: 14_200 }),
    );
    const { data } = await whoami({ azure });
    expect(data.notes).toEqual([expect.stringMatching(/^az took 14 s; .*after 10 s/)]);
  });

  it.each([80, 40])('fits a terminal of %d columns', async (columns) => {
    const { run } = machine();
    await run('sandbox scenario set role-missing');
    const { stdout } = await run('whoami --sandbox', { answers: [], columns });
    const long = stdout.split('\n').filter((line) => line.length > columns);
    // A command and an action are copied whole, so the terminal wraps them; an id is one word.
    for (const line of long)
      expect(line).toMatch(/^az role assignment|^ {2}lacks \S+$|^[a-z ]+ {2,}\S+$|^ +\S+$/);
    expect(stdout).toMatch(/^az role assignment create .* --scope \/subscriptions\/\S+$/m);
    expect(stdout).toContain('lacks');
  });
});
