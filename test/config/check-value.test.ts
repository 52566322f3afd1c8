import { describe, expect, it } from 'vitest';
import { checkSettingName, checkSettingValue } from '../../src/config/check-value.js';
import type { SettingName } from '../../src/config/settings.js';

const LINUX = { cwd: '/code', platform: 'linux' };
const WINDOWS = { cwd: 'C:\\code', platform: 'win32' };

describe('checkSettingValue', () => {
  it.each<[SettingName, string, typeof LINUX, string]>([
    ['output', 'JSON', LINUX, 'json'],
    ['location', 'East US 2', LINUX, 'eastus2'],
    ['sandbox', 'yes', LINUX, 'true'],
    ['caFile', 'certs/ca.pem', LINUX, '/code/certs/ca.pem'],
    ['caFile', 'certs\\ca.pem', WINDOWS, 'C:\\code\\certs\\ca.pem'],
    ['caFile', 'D:/ca.pem', WINDOWS, 'D:\\ca.pem'],
    ['armEndpoint', 'https://arm.example/', LINUX, 'https://arm.example'],
  ])('writes %s %s as it will be read', (name, text, place, expected) => {
    expect(checkSettingValue(name, text, place)).toBe(expected);
  });

  it.each<[SettingName, string, string, RegExp]>([
    ['output', 'jsn', 'invalid-value', /did you mean json/],
    ['account', 'a/b', 'invalid-value', /resource id/],
    ['armEndpoint', 'http://arm.example', 'endpoint-refused', /https/],
    ['account', '', 'invalid-value', /config unset account/],
    ['account', 'null', 'invalid-value', /config unset account/],
  ])('refuses %s %j', (name, text, code, hint) => {
    expect(() => checkSettingValue(name, text, LINUX)).toThrow(
      expect.objectContaining({ code, hint: expect.stringMatching(hint) }),
    );
  });
});

describe('checkSettingName', () => {
  it('knows the names and finds the nearest', () => {
    expect(checkSettingName('account')).toBe('account');
    expect(() => checkSettingName('acount')).toThrow(
      expect.objectContaining({ code: 'invalid-value', hint: 'Did you mean account?' }),
    );
  });

  it.each(['apiKey', 'clientSecret', 'AZURE_OPENAI_API_KEY'])('stores no secret under %s', (name) => {
    expect(() => checkSettingName(name)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('stores no secrets') }),
    );
  });
});
