import { describe, expect, it } from 'vitest';
import { proxyFor } from '../../src/prices/proxy.js';
import { parsePriceSource, RETAIL_PRICES_URL } from '../../src/prices/source.js';

describe('parsePriceSource', () => {
  it.each([RETAIL_PRICES_URL, 'http://127.0.0.1:8080/api/retail/prices', 'http://localhost/x'])(
    'takes %s',
    (text) => {
      expect(parsePriceSource(text).href).toBe(text);
    },
  );

  it.each([
    ['prices.azure.com', 'it is not an address'],
    ['http://prices.azure.com/x', 'plain http is for loopback only'],
    ['ftp://prices.azure.com/x', 'ftp:// cannot be used'],
    ['https://user:secret@prices.azure.com/x', 'it holds a user name or password'],
    ['https://prices.azure.com/x?$filter=a', 'it holds a query or fragment'],
  ])('refuses %s: %s', (text, reason) => {
    expect(() => parsePriceSource(text)).toThrow(reason);
    expect(() => parsePriceSource(text)).not.toThrow('secret');
  });
});

describe('proxyFor', () => {
  const url = new URL('https://prices.azure.com/api');

  it.each([
    [{}, null],
    [{ HTTPS_PROXY: 'http://proxy:8080' }, 'http://proxy:8080/'],
    [{ https_proxy: 'proxy:8080' }, 'http://proxy:8080/'],
    [{ ALL_PROXY: 'http://all:1' }, 'http://all:1/'],
    [{ HTTP_PROXY: 'http://other:1' }, null],
    [{ HTTPS_PROXY: 'http://proxy:8080', NO_PROXY: 'contoso.com,.azure.com' }, null],
    [{ HTTPS_PROXY: 'http://proxy:8080', NO_PROXY: '*' }, null],
    [{ HTTPS_PROXY: 'http://proxy:8080', NO_PROXY: 'notazure.com' }, 'http://proxy:8080/'],
  ])('reads %j as %s', (env, expected) => {
    expect(proxyFor(url, env)?.href ?? null).toBe(expected);
  });
});
