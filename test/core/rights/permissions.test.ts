import { describe, expect, it } from 'vitest';
import { isAllowed, type PermissionSet, type Plane } from '../../../src/core/rights/permissions.js';

const none: PermissionSet = { actions: [], notActions: [], dataActions: [], notDataActions: [] };
const role = (actions: readonly string[], notActions: readonly string[] = []): PermissionSet => ({
  ...none,
  actions,
  notActions,
});
const data = (dataActions: readonly string[], notDataActions: readonly string[] = []): PermissionSet => ({
  ...none,
  dataActions,
  notDataActions,
});

const WRITE = 'Microsoft.CognitiveServices/accounts/deployments/write';
const READ = 'Microsoft.CognitiveServices/accounts/deployments/read';
const CHAT = 'Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action';

describe('isAllowed', () => {
  it.each<[string, readonly PermissionSet[], string, Plane, boolean]>([
    ['nobody has nothing', [], WRITE, 'control', false],
    ['an owner writes', [role(['*'])], WRITE, 'control', true],
    ['an owner calls nothing', [role(['*'])], CHAT, 'data', false],
    ['a reader reads', [role(['*/read'])], READ, 'control', true],
    ['a reader does not write', [role(['*/read'])], WRITE, 'control', false],
    [
      'letter case does not matter',
      [role(['microsoft.cognitiveservices/Accounts/*'])],
      WRITE,
      'control',
      true,
    ],
    ['a star crosses slashes', [role(['Microsoft.CognitiveServices/*'])], WRITE, 'control', true],
    ['a star in the middle', [role(['Microsoft.*/deployments/*'])], WRITE, 'control', true],
    [
      'two stars that need more text than there is',
      [role(['*deployments*deployments*'])],
      WRITE,
      'control',
      false,
    ],
    ['start and end may not share text', [data(['a/b*b/c'])], 'a/b/c', 'data', false],
    ['a whole name', [role([WRITE])], WRITE, 'control', true],
    ['the start of a name is not the name', [role([WRITE])], `${WRITE}/x`, 'control', false],
    ['nor is its end', [role(['deployments/write'])], WRITE, 'control', false],
    ['a dot is a dot', [role(['MicrosoftXCognitiveServices/*'])], WRITE, 'control', false],
    ['notActions take away', [role(['*'], ['*/write'])], WRITE, 'control', false],
    ['notActions leave the rest', [role(['*'], ['*/write'])], READ, 'control', true],
    [
      'notActions of one role do not bind another',
      [role(['*'], ['*/write']), role([WRITE])],
      WRITE,
      'control',
      true,
    ],
    ['a data action', [data(['Microsoft.CognitiveServices/*'])], CHAT, 'data', true],
    ['a data action is no action', [data(['*'])], WRITE, 'control', false],
    [
      'notDataActions take away',
      [data(['Microsoft.CognitiveServices/*'], ['*/chat/*'])],
      CHAT,
      'data',
      false,
    ],
    [
      'Contributor of Azure OpenAI',
      [data(['Microsoft.CognitiveServices/accounts/OpenAI/*'])],
      CHAT,
      'data',
      true,
    ],
    [
      'its data actions stop at OpenAI',
      [data(['Microsoft.CognitiveServices/accounts/OpenAI/*'])],
      'Microsoft.CognitiveServices/accounts/MaaS/chat/completions/action',
      'data',
      false,
    ],
    ['an empty pattern', [role([''])], WRITE, 'control', false],
  ])('%s', (_story, sets, action, plane, expected) => {
    expect(isAllowed(sets, action, plane)).toBe(expected);
  });

  it('is quick with patterns that were made to be slow', () => {
    const hostile = role([`${'*a'.repeat(5000)}b`]);
    const start = performance.now();
    expect(isAllowed([hostile], 'a'.repeat(10_000), 'control')).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
