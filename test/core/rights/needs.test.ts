import { describe, expect, it } from 'vitest';
import { judgeRights, type Permissions, rolesFor } from '../../../src/core/rights/needs.js';

const SUBSCRIPTION = '/subscriptions/00000000-0000-4000-8000-000000000001';
const ID = `${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/contoso-ai`;
const FOUNDRY = { id: ID, kind: 'AIServices' };
const OPENAI = { id: ID, kind: 'OpenAI' };

// Built-in roles as they are published.
const set = (actions: readonly string[], dataActions: readonly string[] = []) => ({
  actions,
  notActions: [],
  dataActions,
  notDataActions: [],
});
const READER = set(['*/read']);
const OWNER = set(['*']);
const CONTRIBUTOR = set(['Microsoft.CognitiveServices/*']);
const USER = set(['Microsoft.CognitiveServices/*/read'], ['Microsoft.CognitiveServices/*']);
const OPENAI_USER = set(
  ['Microsoft.CognitiveServices/*/read'],
  ['Microsoft.CognitiveServices/accounts/OpenAI/*'],
);

const everywhere = (...sets: readonly ReturnType<typeof set>[]): Permissions => ({
  account: sets,
  subscription: sets,
});
const named = (permissions: Permissions, account = FOUNDRY) =>
  rolesFor(judgeRights(account, permissions), account.kind).map(({ role, scope, purposes }) => [
    role,
    scope === ID ? 'account' : scope === SUBSCRIPTION ? 'subscription' : scope,
    purposes.join(' '),
  ]);

describe('rolesFor', () => {
  it.each<[string, Permissions, typeof FOUNDRY, readonly (readonly string[])[]]>([
    ['an owner who may call', everywhere(OWNER, USER), FOUNDRY, []],
    [
      'an owner: no data actions',
      everywhere(OWNER),
      FOUNDRY,
      [['Cognitive Services User', 'account', 'call']],
    ],
    [
      'a reader',
      everywhere(READER),
      FOUNDRY,
      [
        ['Cognitive Services Contributor', 'account', 'deploy'],
        ['Cognitive Services User', 'account', 'call'],
      ],
    ],
    [
      'nothing at all: the writer reads too',
      everywhere(),
      FOUNDRY,
      [
        ['Cognitive Services Contributor', 'account', 'deploy'],
        ['Cognitive Services Usages Reader', 'subscription', 'quota'],
        ['Cognitive Services User', 'account', 'call'],
      ],
    ],
    [
      'roles on the account alone do not show quota',
      { account: [CONTRIBUTOR, USER], subscription: [] },
      FOUNDRY,
      [['Cognitive Services Usages Reader', 'subscription', 'quota']],
    ],
    [
      'the OpenAI role does not reach the other routes of a Foundry resource',
      everywhere(OWNER, OPENAI_USER),
      FOUNDRY,
      [['Cognitive Services User', 'account', 'call']],
    ],
    ['it is enough on an Azure OpenAI resource', everywhere(OWNER, OPENAI_USER), OPENAI, []],
    [
      'and the one to ask for there',
      everywhere(OWNER),
      OPENAI,
      [['Cognitive Services OpenAI User', 'account', 'call']],
    ],
    ['unknown permissions ask for nothing', { account: null, subscription: null }, FOUNDRY, []],
  ])('%s', (_story, permissions, account, expected) => {
    expect(named(permissions, account)).toEqual(expected);
  });
});

describe('judgeRights', () => {
  it('says what could not be looked at', () => {
    const rights = judgeRights(FOUNDRY, { account: [OWNER, USER], subscription: null });
    expect(rights.map(({ purpose, isAllowed }) => [purpose, isAllowed])).toEqual([
      ['deploy', true],
      ['deploy', true],
      ['deploy', true],
      ['quota', null],
      ['call', true],
      ['call', true],
    ]);
  });

  it('asks for quota at the subscription', () => {
    const quota = judgeRights(FOUNDRY, everywhere()).find(({ purpose }) => purpose === 'quota');
    expect(quota).toMatchObject({ scope: SUBSCRIPTION, plane: 'control' });
  });
});
