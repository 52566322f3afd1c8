import { AzureKeyCredential } from '@azure/core-auth';
import ModelClient from '@azure-rest/ai-inference';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AZURE_AI, bearer, COGNITIVE, KEY } from '../../sandbox/data-plane/data-world.js';
import { at } from '../../sandbox/sandbox-world.js';
import { type Auth, callClient, openClient, type Setup } from './clients.js';
import { type StartedSandbox, startedSandbox } from './started-sandbox.js';

/** The clients as they are, over plain http to the addresses that `aimi sandbox start` prints. */
let sandbox: StartedSandbox;
let root = '';
beforeAll(async () => {
  sandbox = await startedSandbox();
  root = `${sandbox.server.httpUrl}/r/contoso-ai`;
});
afterAll(() => sandbox.server.close());

const key: Auth = { kind: 'key', variable: 'AZURE_OPENAI_API_KEY', value: KEY };
const token = (audience: string): Auth => ({
  kind: 'token',
  scope: `${audience}/.default`,
  value: bearer(audience).authorization.slice('Bearer '.length),
});

describe('a right configuration works', () => {
  const rows: readonly (readonly [string, () => Setup])[] = [
    [
      'OpenAI on v1 with a key',
      () => ({ sdk: 'OpenAI', baseURL: `${root}/openai/v1/`, model: 'chat', auth: key }),
    ],
    [
      'OpenAI on v1 with a token',
      () => ({ sdk: 'OpenAI', baseURL: `${root}/openai/v1/`, model: 'chat', auth: token(AZURE_AI) }),
    ],
    [
      'OpenAI on v1 with a partner model',
      () => ({ sdk: 'OpenAI', baseURL: `${root}/openai/v1/`, model: 'deepseek', auth: key }),
    ],
    [
      'OpenAI in a project with a token for it',
      () => ({
        sdk: 'OpenAI',
        baseURL: `${root}/api/projects/default-project/openai/v1/`,
        model: 'chat',
        auth: token(AZURE_AI),
      }),
    ],
    [
      'AzureOpenAI with a key',
      () => ({ sdk: 'AzureOpenAI', endpoint: root, apiVersion: '2024-10-21', model: 'chat', auth: key }),
    ],
    [
      'AzureOpenAI with a token',
      () => ({
        sdk: 'AzureOpenAI',
        endpoint: root,
        apiVersion: '2024-10-21',
        model: 'chat',
        auth: token(COGNITIVE),
      }),
    ],
    [
      'AzureOpenAI and a reasoning model with a newer api-version',
      () => ({
        sdk: 'AzureOpenAI',
        endpoint: root,
        apiVersion: '2024-12-01-preview',
        model: 'reasoning',
        auth: key,
      }),
    ],
  ];

  it.each(rows)('%s', async (_, setup) => {
    const answer = await callClient(setup());
    expect(at(answer, 'choices.0.message.content')).toMatch(/^The sandbox answers for /);
  });

  it('Responses on v1 and on a dated route that knows them', async () => {
    const v1: Setup = {
      sdk: 'OpenAI',
      baseURL: `${root}/openai/v1/`,
      model: 'chat',
      auth: key,
      call: 'responses',
    };
    const dated: Setup = {
      sdk: 'AzureOpenAI',
      endpoint: root,
      apiVersion: '2025-03-01-preview',
      model: 'chat',
      auth: key,
      call: 'responses',
    };
    for (const setup of [v1, dated]) {
      expect(at(await callClient(setup), 'output_text')).toMatch(/^The sandbox answers for chat/);
    }
  });

  it('embeddings, which the openai package asks for as base64', async () => {
    const setup: Setup = {
      sdk: 'OpenAI',
      baseURL: `${root}/openai/v1/`,
      model: 'vectors',
      auth: key,
      call: 'embeddings',
    };
    expect(at(await callClient(setup), 'data.0.embedding')).toHaveLength(1536);
  });

  it('a stream of chat pieces, and of Responses events', async () => {
    const client = openClient({ sdk: 'OpenAI', baseURL: `${root}/openai/v1/`, model: 'chat', auth: key });
    let text = '';
    const stream = await client.chat.completions.create({
      model: 'chat',
      messages: [{ role: 'user', content: 'Say hello.' }],
      stream: true,
    });
    for await (const piece of stream) text += piece.choices[0]?.delta.content ?? '';
    expect(text).toMatch(/^The sandbox answers for chat: .*\.$/);
    let spoken = '';
    const events = await client.responses.create({ model: 'chat', input: 'Say hello.', stream: true });
    for await (const event of events) if (event.type === 'response.output_text.delta') spoken += event.delta;
    expect(spoken).toMatch(/^The sandbox answers for chat: .*\.$/);
  });

  it('the inference client, whole, as embeddings and streamed', async () => {
    const client = ModelClient(`${root}/models`, new AzureKeyCredential(KEY), {
      allowInsecureConnection: true,
    });
    const messages = [{ role: 'user', content: 'Say hello.' }];
    const chat = await client.path('/chat/completions').post({ body: { model: 'chat', messages } });
    expect([chat.status, at(chat.body, 'choices.0.finish_reason')]).toEqual(['200', 'stop']);
    const vectors = await client.path('/embeddings').post({ body: { model: 'vectors', input: ['hello'] } });
    expect(at(vectors.body, 'data.0.embedding')).toHaveLength(1536);
    const stream = await client
      .path('/chat/completions')
      .post({ body: { model: 'chat', messages, stream: true } })
      .asNodeStream();
    let text = '';
    for await (const chunk of stream.body ?? []) text += String(chunk);
    expect(text.trimEnd().endsWith('data: [DONE]')).toBe(true);
  });
});
