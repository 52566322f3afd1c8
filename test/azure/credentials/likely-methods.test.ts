import { describe, expect, test } from 'vitest';
import { likelyMethods, type MachineFacts } from '../../../src/azure/credentials/likely-methods.js';

const BARE: MachineFacts = {
  hasAz: false,
  hasAzd: false,
  hasPowerShell: false,
  azSignedIn: false,
  isAzureMachine: false,
};
const ALL: MachineFacts = {
  hasAz: true,
  hasAzd: true,
  hasPowerShell: true,
  azSignedIn: true,
  isAzureMachine: true,
};
const PRINCIPAL = { AZURE_CLIENT_ID: 'c', AZURE_TENANT_ID: 't', AZURE_CLIENT_SECRET: 's' };

const methods = (env: Record<string, string>, facts: MachineFacts): readonly string[] => {
  const result = likelyMethods(env, facts);
  return result.kind === 'candidates' ? result.candidates.map((each) => each.method) : [result.name];
};

describe('the order of auto', () => {
  test.each<[string, Record<string, string>, MachineFacts, readonly string[]]>([
    ['nothing speaks for anything', {}, BARE, []],
    [
      'everything',
      { ...PRINCIPAL, AZURE_FEDERATED_TOKEN_FILE: '/t' },
      ALL,
      ['env', 'workload-identity', 'managed-identity', 'cli', 'azd', 'powershell'],
    ],
    [
      'a certificate counts as well as a secret',
      { AZURE_CLIENT_ID: 'c', AZURE_TENANT_ID: 't', AZURE_CLIENT_CERTIFICATE_PATH: '/c' },
      BARE,
      ['env'],
    ],
    ['a client id alone is no sign-in', { AZURE_CLIENT_ID: 'c', AZURE_TENANT_ID: 't' }, BARE, []],
    ['App Service', { IDENTITY_ENDPOINT: 'http://127.0.0.1' }, BARE, ['managed-identity']],
    ['MSI_ENDPOINT', { MSI_ENDPOINT: 'http://127.0.0.1' }, BARE, ['managed-identity']],
    ['pod identity', { AZURE_POD_IDENTITY_AUTHORITY_HOST: 'http://127.0.0.1' }, BARE, ['managed-identity']],
    ['an Azure machine', {}, { ...BARE, isAzureMachine: true }, ['managed-identity']],
    ['az only', {}, { ...BARE, hasAz: true }, ['cli']],
    [
      'AZURE_TOKEN_CREDENTIALS=dev',
      { ...PRINCIPAL, AZURE_TOKEN_CREDENTIALS: 'dev' },
      ALL,
      ['cli', 'azd', 'powershell'],
    ],
    [
      'AZURE_TOKEN_CREDENTIALS=prod',
      { ...PRINCIPAL, AZURE_TOKEN_CREDENTIALS: 'Prod' },
      ALL,
      ['env', 'managed-identity'],
    ],
    [
      'AZURE_TOKEN_CREDENTIALS=AzureCliCredential',
      { ...PRINCIPAL, AZURE_TOKEN_CREDENTIALS: 'AzureCliCredential' },
      ALL,
      ['cli'],
    ],
    ['an unknown AZURE_TOKEN_CREDENTIALS', { AZURE_TOKEN_CREDENTIALS: 'Magic' }, ALL, ['Magic']],
  ])('%s', (_name, env, facts, expected) => {
    expect(methods(env, facts)).toEqual(expected);
  });

  test('what is configured on purpose is explicit; az without a sign-in is doubtful', () => {
    const result = likelyMethods(PRINCIPAL, { ...BARE, hasAz: true });
    expect(result).toMatchObject({
      candidates: [
        { method: 'env', isExplicit: true, isLikely: true },
        { method: 'cli', isExplicit: false, isLikely: false },
      ],
    });
  });
});
