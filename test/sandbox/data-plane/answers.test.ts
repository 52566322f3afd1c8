import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import type { DataReply } from '../../../src/sandbox/data-plane/exchange.js';
import { at } from '../sandbox-world.js';
import { AZURE_AI, bearer, dataWorld, FOUNDRY, HELLO, KEY, OPENAI } from './data-world.js';

const key = { 'api-key': KEY };

function json(reply: DataReply): unknown {
  if (reply.body.kind !== 'json') throw new Error(`${reply.status} ${reply.body.kind}`);
  return reply.body.value;
}

/** The events' data, the end mark left out. */
function events(reply: DataReply): unknown[] {
  if (reply.body.kind !== 'events') throw new Error(`${reply.status} ${reply.body.kind}`);
  return reply.body.blocks
    .map((block) => /^data: (.*)$/m.exec(block)?.[1] ?? '')
    .filter((data) => data !== '[DONE]')
    .map((data) => JSON.parse(data));
}

describe('the data plane answers', () => {
  it.each([
    [
      'the dated route, by the path’s deployment',
      OPENAI,
      '/openai/deployments/chat/chat/completions?api-version=2024-10-21',
      { ...HELLO, model: 'something-else' },
    ],
    [
      'a deployment name in other letters',
      OPENAI,
      '/openai/deployments/CHAT/chat/completions?api-version=2024-10-21',
      HELLO,
    ],
    ['v1', FOUNDRY, '/openai/v1/chat/completions', { ...HELLO, model: 'chat' }],
    [
      'v1 with a tolerated api-version',
      FOUNDRY,
      '/openai/v1/chat/completions?api-version=preview',
      { ...HELLO, model: 'chat' },
    ],
    [
      '/models',
      FOUNDRY,
      '/models/chat/completions?api-version=2024-05-01-preview',
      { ...HELLO, model: 'chat' },
    ],
  ])('a chat on %s', (_, host, path, body) => {
    const reply = dataWorld().call(host, path, { headers: key, body });
    expect(json(reply)).toMatchObject({
      object: 'chat.completion',
      model: 'gpt-4.1-mini-2025-04-14',
      choices: [
        { finish_reason: 'stop', message: { role: 'assistant', content: expect.stringContaining('chat') } },
      ],
    });
    expect(reply.headers).toMatchObject({ 'x-ms-region': 'EastUS2' });
  });

  it('with a usage that adds up and grows with the prompt', () => {
    const world = dataWorld();
    const usage = (content: string): number[] => {
      const body = { model: 'chat', messages: [{ role: 'user', content }] };
      const value = json(world.call(FOUNDRY, '/openai/v1/chat/completions', { headers: key, body }));
      return ['prompt', 'completion', 'total'].map((word) => Number(at(value, `usage.${word}_tokens`)));
    };
    const [prompt = 0, completion = 0, total] = usage('Say hello.');
    expect(total).toBe(prompt + completion);
    expect(usage('Say hello. '.repeat(100))[0]).toBeGreaterThan(prompt + 200);
  });

  it('a stream whose pieces make the same text, with usage at the end when it is asked for', () => {
    const world = dataWorld();
    const body = { ...HELLO, model: 'chat' };
    const path = '/openai/v1/chat/completions';
    const whole = json(world.call(FOUNDRY, path, { headers: key, body }));
    const stream = events(
      world.call(FOUNDRY, path, {
        headers: key,
        body: { ...body, stream: true, stream_options: { include_usage: true } },
      }),
    );
    expect(at(stream[0], 'prompt_filter_results.0.prompt_index')).toBe(0);
    const text = stream.map((event) => at(event, 'choices.0.delta.content') ?? '').join('');
    expect(text).toBe(at(whole, 'choices.0.message.content'));
    expect(at(stream.at(-1), 'usage')).toEqual(at(whole, 'usage'));
  });

  it('the Responses API, whole and streamed alike', () => {
    const world = dataWorld();
    const body = { model: 'chat', input: 'Say hello.' };
    const whole = json(world.call(FOUNDRY, '/openai/v1/responses', { headers: key, body }));
    const stream = events(
      world.call(FOUNDRY, '/openai/v1/responses', { headers: key, body: { ...body, stream: true } }),
    );
    expect(stream.map((event) => at(event, 'sequence_number'))).toEqual(stream.map((_, index) => index));
    expect(at(stream.at(-1), 'response.output')).toEqual(at(whole, 'output'));
  });

  it('Claude on /anthropic, whole and streamed alike', () => {
    const world = dataWorld();
    const headers = { 'x-api-key': KEY, 'anthropic-version': '2023-06-01' };
    const body = { ...HELLO, model: 'claude', max_tokens: 64 };
    const whole = json(world.call(FOUNDRY, '/anthropic/v1/messages', { headers, body }));
    expect(whole).toMatchObject({ type: 'message', role: 'assistant', stop_reason: 'end_turn' });
    const stream = events(
      world.call(FOUNDRY, '/anthropic/v1/messages', { headers, body: { ...body, stream: true } }),
    );
    const text = stream.map((event) => at(event, 'delta.text') ?? '').join('');
    expect(text).toBe(at(whole, 'content.0.text'));
  });

  it('embeddings as numbers and as base64, the same vector of length one', () => {
    const world = dataWorld();
    const vector = (extra: object): unknown =>
      at(
        json(
          world.call(FOUNDRY, '/openai/v1/embeddings', {
            headers: key,
            body: { model: 'vectors', input: ['hello'], ...extra },
          }),
        ),
        'data.0.embedding',
      );
    const numbers = vector({}) as number[];
    expect(numbers).toHaveLength(1536);
    expect(Math.hypot(...numbers)).toBeCloseTo(1, 6);
    const bytes = Buffer.from(String(vector({ encoding_format: 'base64' })), 'base64');
    expect(bytes.readFloatLE(0)).toBeCloseTo(numbers[0] ?? 0, 6);
    expect(vector({ dimensions: 256 })).toHaveLength(256);
  });

  it('the deployments of a resource, with a key in either header', () => {
    const world = dataWorld();
    const path = '/openai/deployments?api-version=2023-03-15-preview';
    for (const headers of [key, { authorization: `Bearer ${KEY}` }]) {
      const value = json(world.call(FOUNDRY, path, { headers }));
      expect(value).toMatchObject({
        data: expect.arrayContaining([
          expect.objectContaining({ id: 'chat', model: 'gpt-4.1-mini', status: 'succeeded' }),
        ]),
      });
    }
  });

  it('the deployments of a project, with a token for it', () => {
    const path = '/api/projects/default-project/deployments?api-version=v1';
    const value = json(dataWorld().call(FOUNDRY, path, { headers: bearer(AZURE_AI) }));
    expect(at(value, 'value')).toContainEqual(
      expect.objectContaining({ type: 'ModelDeployment', name: 'deepseek', modelName: 'DeepSeek-V3.2' }),
    );
  });

  it('the models a resource could deploy on v1, which are not its deployments', () => {
    const value = json(dataWorld().call(FOUNDRY, '/openai/v1/models', { headers: key }));
    const data = at(value, 'data');
    const ids = Array.isArray(data) ? data.map((one) => at(one, 'id')) : [];
    expect(ids).toContain('gpt-4.1-mini-2025-04-14');
    expect(ids).not.toContain('chat');
  });

  it('/models/info for a model named in the mesh header', () => {
    const value = json(
      dataWorld().call(FOUNDRY, '/models/info?api-version=2024-05-01-preview', {
        headers: { ...key, 'x-ms-model-mesh-model-name': 'deepseek' },
      }),
    );
    expect(value).toEqual({
      model_name: 'DeepSeek-V3.2',
      model_type: 'chat-completion',
      model_provider_name: 'DeepSeek',
    });
  });
});
