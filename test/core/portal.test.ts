import { describe, expect, it } from 'vitest';
import { portalAddress } from '../../src/core/portal.js';

const ID =
  '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-(ai)/providers/Microsoft.CognitiveServices/accounts/contoso-ai';
const SETTINGS = { cloud: 'public', sandbox: false, armEndpoint: null } as const;

describe('portalAddress', () => {
  it.each([
    ['an account', SETTINGS, ID, `https://portal.azure.com/#@/resource${ID}/overview`],
    [
      'a deployment',
      SETTINGS,
      `${ID}/deployments/chat`,
      `https://ai.azure.com/resource/deployments?wsid=${ID}`,
    ],
    [
      'a deployment of another cloud',
      { ...SETTINGS, cloud: 'usgov' as const },
      `${ID}/deployments/chat`,
      `https://portal.azure.us/#@/resource${ID}/overview`,
    ],
    [
      'a group with letters of another script',
      SETTINGS,
      ID.replace('rg-(ai)', '契約'),
      `https://portal.azure.com/#@/resource${encodeURI(ID.replace('rg-(ai)', '契約'))}/overview`,
    ],
    ['the sandbox', { ...SETTINGS, sandbox: true }, ID, null],
    ['another management address', { ...SETTINGS, armEndpoint: 'http://127.0.0.1:1' }, ID, null],
    ['another kind of resource', SETTINGS, ID.replace('accounts', 'vaults'), null],
    ['an id that a service made up', SETTINGS, `${ID}\u001b]8;;https://evil.example`, null],
    ['no id', SETTINGS, '', null],
  ])('knows the page of %s', (_story, settings, id, expected) => {
    expect(portalAddress(settings)(id)).toBe(expected);
  });
});
