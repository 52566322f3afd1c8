import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCurl } from '../../../src/doctor/readers/curl.js';
import { splitCommand } from '../../../src/doctor/readers/curl-words.js';

const request = (command: string) =>
  readCurl(command, { kind: 'curl', label: '--curl' }).requests?.[0]?.value;

describe('splitCommand', () => {
  it.each([
    ['single quotes', 'curl -d \'{"a": "b c"}\' x', ['curl', '-d', '{"a": "b c"}', 'x']],
    ['double quotes with escapes', 'curl -d "{\\"a\\":1}" x', ['curl', '-d', '{"a":1}', 'x']],
    ['quotes of cmd.exe', 'curl -d "{""a"":1}" x', ['curl', '-d', '{"a":1}', 'x']],
    ['ANSI-C quotes', "curl -d $'it\\'s' x", ['curl', '-d', "it's", 'x']],
    ['a line continued with a backslash', 'curl \\\n  -X POST \\\n  x', ['curl', '-X', 'POST', 'x']],
    ['a line continued with a caret', 'curl ^\r\n  -X POST ^\r\n  x', ['curl', '-X', 'POST', 'x']],
    ['a line continued with a backtick', 'curl `\n -X POST x', ['curl', '-X', 'POST', 'x']],
    ['the next command', 'curl x | jq .; rm -rf y', ['curl', 'x']],
    ['an address with an ampersand in quotes', "curl 'http://a/?b=1&c=2'", ['curl', 'http://a/?b=1&c=2']],
    ['an address with a bare ampersand', 'curl http://a/?b=1&c=2', ['curl', 'http://a/?b=1&c=2']],
    ['an open quote', "curl 'abc", ['curl', 'abc']],
    ['a Windows path', 'curl -o C:\\temp\\x.json y', ['curl', '-o', 'C:\\temp\\x.json', 'y']],
  ])('splits %s', (_story, command, expected) => {
    expect(splitCommand(command)).toEqual(expected);
  });

  it('never fails and never loses a word of letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z]{3,9}$/), (text, word) => {
        expect(splitCommand(`${word} ${text}`)[0]).toBe(word);
      }),
    );
  });
});

describe('readCurl', () => {
  it('reads method, address, headers and the model', () => {
    const read = readCurl(
      `curl -sS -X POST "https://a.openai.azure.com/openai/deployments/chat/chat/completions?api-version=2024-10-21" -H "api-key: 0123456789abcdef0123456789abcdef" -H 'Content-Type: application/json' --data-raw '{"model":"gpt-4o","messages":[]}'`,
      { kind: 'curl', label: '--curl' },
    );
    expect(read.requests).toEqual([
      {
        where: { kind: 'curl', label: '--curl' },
        value: {
          method: 'POST',
          url: 'https://a.openai.azure.com/openai/deployments/chat/chat/completions?api-version=2024-10-21',
          headers: [
            { name: 'api-key', valueBytes: 32, scheme: null, secretKind: 'azure-key' },
            { name: 'Content-Type', valueBytes: 16, scheme: null, secretKind: null },
          ],
          bodyModel: 'gpt-4o',
          userAgent: null,
        },
      },
    ]);
    expect(read.deployments?.map(({ value }) => value)).toEqual(['chat', 'gpt-4o']);
    expect(read.apiVersions?.map(({ value }) => value)).toEqual(['2024-10-21']);
    expect(read.language).toBe('curl');
  });

  it.each([
    ['a body makes it a POST', "curl http://a/x -d '{}'", { method: 'POST' }],
    ['no body makes it a GET', 'curl http://a/x', { method: 'GET' }],
    ['-G keeps it a GET', 'curl -G http://a/x -d b=1', { method: 'GET' }],
    ['--url names the address', 'curl --url http://a/x -o http://b/y', { url: 'http://a/x' }],
    ['--url=', 'curl --url=http://a/x', { url: 'http://a/x' }],
    ['joined short options', 'curl -XPUT -Hx-team:search http://a/x', { method: 'PUT' }],
    [
      'the value of an option is not the address',
      'curl --proxy http://p:1 http://a/x',
      { url: 'http://a/x' },
    ],
    ['a file is never read', 'curl http://a/x -d @secrets.json', { method: 'POST', bodyModel: null }],
    [
      'a key in the query is gone',
      'curl http://a/x?api-key=0123456789abcdef',
      { url: 'http://a/x?api-key=***' },
    ],
  ])('%s', (_story, command, expected) => {
    expect(request(command)).toMatchObject(expected);
  });

  it.each([
    ['-u user:pass', 'Basic'],
    ['--oauth2-bearer abc', 'Bearer'],
  ])('knows the scheme of %s', (flag, scheme) => {
    expect(request(`curl ${flag} http://a/x`)?.headers[0]).toMatchObject({ name: 'Authorization', scheme });
  });

  it('is empty without an address', () => {
    expect(readCurl('curl -v', { kind: 'curl', label: '--curl' })).toEqual({});
  });
});
