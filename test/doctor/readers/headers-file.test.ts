import { describe, expect, it } from 'vitest';
import { headerFact } from '../../../src/doctor/readers/header-fact.js';
import { readHeaderLine, readHeadersFile } from '../../../src/doctor/readers/headers-file.js';

const WHERE = { kind: 'config', label: 'h.txt', file: 'h.txt' } as const;
const names = (text: string) => readHeadersFile(text, WHERE).headers?.map(({ value }) => value.name);

describe('readHeadersFile', () => {
  it.each([
    ['lines', 'x-a: 1\nx-b: 2\n\nnothing here\nx-c:3', ['x-a', 'x-b', 'x-c']],
    ['lines of curl -v', '> x-a: 1\n> x-b: 2', ['x-a', 'x-b']],
    [
      'a raw request, without its body',
      'POST /x HTTP/1.1\nHost: a.openai.azure.com\nx-a: 1\n\n{"b": 2}\nc: 3',
      ['Host', 'x-a'],
    ],
    ['a JSON object', '{"x-a": "1", "x-b": ["2", "3"]}', ['x-a', 'x-b', 'x-b']],
    ['a JSON object around it', '{"headers": {"x-a": "1"}}', ['x-a']],
    ['a JSON list', '[{"name": "x-a", "value": "1"}, {"key": "x-b", "value": "2"}, 7]', ['x-a', 'x-b']],
    ['YAML-like lines', '- "x-a": "1"\n- "x-b": "2"', ['x-a', 'x-b']],
  ])('reads %s', (_story, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('reads the address of a raw request too', () => {
    const facts = readHeadersFile('POST /openai/v1/responses HTTP/1.1\nHost: a.openai.azure.com\n\n', WHERE);
    expect(facts.requests?.[0]?.value.url).toBe('https://a.openai.azure.com/openai/v1/responses');
  });

  it('says where each header stands', () => {
    expect(readHeadersFile('x-a: 1\nx-b: 2', WHERE).headers?.[1]?.where).toEqual({
      ...WHERE,
      label: 'h.txt:2',
      line: 2,
    });
  });
});

describe('readHeaderLine', () => {
  it.each(['no colon', ': value', 'a b: c', ''])('refuses %j', (line) => {
    expect(readHeaderLine(line, WHERE)).toBeNull();
  });
});

describe('headerFact', () => {
  it.each([
    [
      'Authorization',
      'Bearer eyJhbGciOiJ9.eyJ4.abc',
      { valueBytes: 28, scheme: 'Bearer', secretKind: 'jwt' },
    ],
    [
      'Authorization',
      '0123456789abcdef0123456789abcdef',
      { valueBytes: 32, scheme: null, secretKind: 'azure-key' },
    ],
    ['api-key', 'sk-proj-0123456789', { valueBytes: 18, scheme: null, secretKind: 'openai-key' }],
    ['api-key', '***', { valueBytes: null, secretKind: null }],
    ['Authorization', 'Bearer <token>', { valueBytes: null, scheme: 'Bearer', secretKind: null }],
    ['x-team', 'Größe', { valueBytes: 7, scheme: null, secretKind: null }],
    ['x-team', null, { valueBytes: null }],
  ])('%s: %s', (name, value, expected) => {
    expect(headerFact(name, value)).toMatchObject({ name, ...expected });
  });
});
