import { describe, expect, test } from 'vitest';
import { CLOUD_FACTS } from '../../src/azure/clouds.js';
import { isLoopbackHost, resolveArmEndpoint } from '../../src/azure/endpoint-policy.js';
import { CLOUDS } from '../../src/config/settings.js';

describe('resolveArmEndpoint', () => {
  test.each(CLOUDS)('cloud %s has its own management host and audience', (cloud) => {
    const endpoint = resolveArmEndpoint({ armEndpoint: null, cloud });
    expect(endpoint).toMatchObject({
      url: CLOUD_FACTS[cloud].armEndpoint,
      scope: CLOUD_FACTS[cloud].scope,
      isLoopback: false,
      isInsecure: false,
    });
    expect(new URL(endpoint.scope).origin).toBe(endpoint.origin);
  });

  test.each([
    [
      'https://arm.corp.example/',
      'https://arm.corp.example',
      'https://arm.corp.example/.default',
      false,
      false,
    ],
    [
      'https://proxy.example/arm/',
      'https://proxy.example/arm',
      'https://proxy.example/arm/.default',
      false,
      false,
    ],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080/.default', true, true],
    ['http://[::1]:8080', 'http://[::1]:8080', 'http://[::1]:8080/.default', true, true],
    ['https://localhost:8443/', 'https://localhost:8443', 'https://localhost:8443/.default', true, false],
    ['http://2130706433/', 'http://127.0.0.1', 'http://127.0.0.1/.default', true, true],
  ])('%s: the audience is that host and no other', (armEndpoint, url, scope, isLoopback, isInsecure) => {
    expect(resolveArmEndpoint({ armEndpoint, cloud: 'public' })).toMatchObject({
      url,
      scope,
      isLoopback,
      isInsecure,
    });
  });

  test.each([
    'http://management.azure.com',
    'http://10.0.0.1',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'ftp://localhost',
    'https://user:secret@arm.example',
    'https://arm.example/?x=1',
    'management.azure.com',
  ])('%s is refused before anything is sent', (armEndpoint) => {
    expect(() => resolveArmEndpoint({ armEndpoint, cloud: 'public' })).toThrow(
      expect.objectContaining({ code: 'endpoint-refused', message: expect.not.stringContaining('secret') }),
    );
  });
});

describe('isLoopbackHost', () => {
  test.each([
    ['localhost', true],
    ['api.localhost', true],
    ['LOCALHOST.', true],
    ['127.255.0.1', true],
    ['[::1]', true],
    ['[::ffff:7f00:1]', true],
    ['128.0.0.1', false],
    ['127.0.0.1.nip.example', false],
    ['notlocalhost', false],
    ['0.0.0.0', false],
    ['[::2]', false],
  ])('%s: %s', (host, expected) => {
    expect(isLoopbackHost(host)).toBe(expected);
  });
});
