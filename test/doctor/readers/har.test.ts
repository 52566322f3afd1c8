import { describe, expect, it } from 'vitest';
import type { Where } from '../../../src/doctor/facts.js';
import { readHar } from '../../../src/doctor/readers/har.js';

const WHERE: Where = { kind: 'har', label: 'call.har', file: 'call.har' };
const KEY = '0123456789abcdef0123456789abcdef';

function entry(url: string, status: number, body: string) {
  return {
    request: {
      method: 'post',
      url,
      headers: [
        { name: ':authority', value: 'a' },
        { name: 'api-key', value: KEY },
        { name: 'User-Agent', value: 'OpenAI/JS 4.41.0' },
      ],
      postData: { mimeType: 'application/json', text: '{"model":"gpt-4o"}' },
    },
    response: {
      status,
      statusText: 'Not Found',
      headers: [
        { name: 'apim-request-id', value: '7' },
        { name: 'set-cookie', value: 'a=b' },
      ],
      content: { text: body },
    },
  };
}

const har = (...entries: readonly unknown[]) => JSON.stringify({ log: { version: '1.2', entries } });

describe('readHar', () => {
  it('reads the calls to models, failed ones first, and nothing else of the page', () => {
    const facts = readHar(
      har(
        entry('https://a.openai.azure.com/openai/v1/models', 200, '{}'),
        entry('https://cdn.example.com/app.js', 404, 'gone'),
        entry(
          'https://a.openai.azure.com/openai/deployments/chat/chat/completions?api-version=2024-10-21',
          404,
          '{"error":{"code":"DeploymentNotFound","message":"no such deployment"}}',
        ),
      ),
      WHERE,
    );
    expect(facts?.responses).toEqual([
      {
        where: { kind: 'har', label: 'call.har, entry 3', file: 'call.har' },
        value: {
          status: 404,
          code: 'DeploymentNotFound',
          message: 'no such deployment',
          headers: { 'apim-request-id': '7' },
          url: 'https://a.openai.azure.com/openai/deployments/chat/chat/completions?api-version=2024-10-21',
        },
      },
      expect.objectContaining({ value: expect.objectContaining({ status: 200 }) }),
    ]);
    expect(facts?.requests?.[0]?.value).toEqual({
      method: 'POST',
      url: 'https://a.openai.azure.com/openai/deployments/chat/chat/completions?api-version=2024-10-21',
      headers: [
        { name: 'api-key', valueBytes: 32, scheme: null, secretKind: 'azure-key' },
        { name: 'User-Agent', valueBytes: 16, scheme: null, secretKind: null },
      ],
      bodyModel: 'gpt-4o',
      userAgent: 'OpenAI/JS 4.41.0',
    });
    expect(facts?.deployments?.map(({ value }) => value)).toEqual(['chat', 'gpt-4o']);
    expect(facts?.packages?.map(({ value }) => value.version)).toEqual(['4.41.0', '4.41.0']);
    expect(JSON.stringify(facts)).not.toContain(KEY);
  });

  it('takes status 0 as a call without an answer', () => {
    const facts = readHar(
      har(entry('https://a.services.ai.azure.com/models/chat/completions', 0, '')),
      WHERE,
    );
    expect(facts?.responses?.[0]?.value.status).toBeNull();
  });

  it.each(['', 'not json', '[]', '{"log":{}}', '{"log":{"entries":{}}}'])('refuses %j', (text) => {
    expect(readHar(text, WHERE)).toBeNull();
  });

  it('bears entries of any other shape', () => {
    expect(readHar(har(null, 1, {}, { request: 3 }, { request: { url: 5 } }), WHERE)?.requests).toEqual([]);
  });
});
