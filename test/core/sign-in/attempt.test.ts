import { describe, expect, it } from 'vitest';
import {
  nextSignIn,
  outcomeOfReason,
  type SignInAttempt,
  type SignInOutcome,
} from '../../../src/core/sign-in/attempt.js';

describe('outcomeOfReason', () => {
  it.each<[string, SignInOutcome]>([
    [
      'no answer within 10 s (az can be slow when it starts for the first time: run az account show)',
      'timed out',
    ],
    [
      "Please run 'az login' from a command prompt to authenticate before using this credential.",
      'signed out',
    ],
    [
      'Azure CLI could not be found. Please visit https://aka.ms/azure-cli for installation instructions',
      'program missing',
    ],
    ['AADSTS700082: The refresh token has expired due to inactivity.', 'expired'],
    ['AADSTS70043: The refresh token has expired or is invalid due to sign-in frequency checks', 'expired'],
    ['AADSTS50173: The provided grant has expired due to it being revoked', 'expired'],
    ["AADSTS7000222: The provided client secret keys for app 'x' are expired.", 'expired'],
    ["AADSTS90002: Tenant 'x' not found.", 'other tenant'],
    [
      "AADSTS50020: User account 'a' from identity provider 'live.com' does not exist in tenant 'Contoso'",
      'other tenant',
    ],
    [
      "AADSTS700016: Application with identifier 'x' was not found in the directory 'Contoso'.",
      'other tenant',
    ],
    ['AADSTS7000215: Invalid client secret provided.', 'failed'],
    ['socket hang up', 'failed'],
  ])('%s: %s', (reason, outcome) => {
    expect(outcomeOfReason(reason)).toBe(outcome);
  });
});

describe('nextSignIn', () => {
  const tried = (method: string, outcome: SignInOutcome): SignInAttempt => ({
    method,
    outcome,
    reason: '',
    durationMs: 9,
  });
  const absent: SignInAttempt = { method: 'env', outcome: 'not configured', reason: '', durationMs: null };

  it.each<[string, readonly SignInAttempt[], string | null, string]>([
    ['nothing on the machine', [absent], null, 'aimi login'],
    ['nothing, and a tenant', [absent], 'contoso.example', 'aimi login --tenant contoso.example'],
    ['az signed out', [absent, tried('cli', 'signed out')], null, 'az login'],
    ['az expired in a tenant', [tried('cli', 'expired')], 't1', 'az login --tenant t1'],
    ['az in another tenant', [tried('cli', 'other tenant')], null, 'az login --tenant TENANT'],
    ['az slow', [tried('cli', 'timed out')], 't1', 'az account show'],
    [
      'the secret of a service principal',
      [tried('env', 'expired')],
      null,
      'az ad app credential reset --id "$AZURE_CLIENT_ID"',
    ],
    [
      'the first of several that failed',
      [tried('azd', 'signed out'), tried('powershell', 'failed')],
      null,
      'azd auth login',
    ],
    ['a tenant that is no word of a shell', [tried('cli', 'expired')], 'a;b', 'az login'],
  ])('%s', (_story, chain, tenant, command) => {
    expect(nextSignIn(chain, tenant)).toBe(command);
  });
});
