import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SnippetSdk, SnippetTask } from '../../../src/core/snippet/snippet.js';
import { writeSnippet } from '../../../src/core/snippet/write.js';

/** Inside the project, so that a snippet finds the packages it imports. */
const folder = mkdtempSync(fileURLToPath(new URL('./.run-', import.meta.url)));
const seen: {
  method: string;
  url: string;
  apiKey: string | undefined;
  bearer: string | undefined;
  body: unknown;
}[] = [];

const ANSWERS: Readonly<Record<string, unknown>> = {
  'chat/completions': {
    id: 'c',
    object: 'chat.completion',
    created: 1,
    model: 'chat-1',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'hello back' } }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  },
  responses: {
    id: 'r',
    object: 'response',
    created_at: 1,
    status: 'completed',
    model: 'chat-1',
    output: [
      {
        id: 'm',
        type: 'message',
        role: 'assistant',
        status: 'completed',
        content: [{ type: 'output_text', text: 'hello back', annotations: [] }],
      },
    ],
  },
  embeddings: {
    object: 'list',
    model: 'chat-1',
    data: [{ object: 'embedding', index: 0, embedding: [0.1, 0.2, 0.3] }],
    usage: { prompt_tokens: 1, total_tokens: 1 },
  },
};

/** The openai package asks for embeddings in base64. */
function answerTo(name: string, body: unknown): unknown {
  const isPacked =
    typeof body === 'object' &&
    body !== null &&
    'encoding_format' in body &&
    body.encoding_format === 'base64';
  if (name !== 'embeddings' || !isPacked) return ANSWERS[name];
  const embedding = Buffer.from(new Float32Array([0.1, 0.2, 0.3]).buffer).toString('base64');
  return { object: 'list', model: 'chat-1', data: [{ object: 'embedding', index: 0, embedding }] };
}

let server: Server;
let root = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: unknown) => {
      text += String(chunk);
    });
    request.on('end', () => {
      const body: unknown = JSON.parse(text);
      const path = (request.url ?? '').replace(/\?.*$/, '');
      const { authorization, 'api-key': apiKey } = request.headers;
      seen.push({
        method: request.method ?? '',
        url: request.url ?? '',
        apiKey: typeof apiKey === 'string' ? apiKey : undefined,
        bearer: authorization,
        body,
      });
      const name = Object.keys(ANSWERS).find((each) => path.endsWith(`/${each}`));
      response.writeHead(name === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(name === undefined ? { error: { code: '404', message: path } } : answerTo(name, body)),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  root = `http://127.0.0.1:${address.port}/r/contoso`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(
  command: string,
  args: readonly string[],
  key: string,
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: {
        PATH: process.env.PATH,
        AZURE_OPENAI_API_KEY: key,
        AZURE_INFERENCE_CREDENTIAL: key,
        AZURE_AI_KEY: key,
      },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: unknown) => {
      out += String(chunk);
    });
    child.stderr.on('data', (chunk: unknown) => {
      err += String(chunk);
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

describe('a printed snippet, run as it is', () => {
  const ROWS: readonly (readonly [SnippetSdk, SnippetTask, string, string])[] = [
    ['js-openai', 'chat', '/r/contoso/openai/v1/chat/completions', 'hello back'],
    ['js-openai', 'responses', '/r/contoso/openai/v1/responses', 'hello back'],
    ['js-openai', 'embeddings', '/r/contoso/openai/v1/embeddings', '3'],
    [
      'js-inference',
      'chat',
      '/r/contoso/models/chat/completions?api-version=2024-05-01-preview',
      'hello back',
    ],
    ['js-inference', 'embeddings', '/r/contoso/models/embeddings?api-version=2024-05-01-preview', '3'],
    ['curl', 'chat', '/r/contoso/openai/v1/chat/completions', '"hello back"'],
  ];

  it.each(ROWS)('%s, %s reaches %s', async (sdk, task, url, printed) => {
    const hosts = { foundry: root, openai: null, serverless: null };
    const answer = writeSnippet({ hosts, deployment: 'chat-1', format: 'OpenAI', task, sdk, auth: 'key' });
    if (answer.kind === 'refused') throw new Error(answer.reason);
    const file = join(folder, `${sdk}-${task}.${sdk === 'curl' ? 'sh' : 'mjs'}`);
    writeFileSync(file, answer.snippet.code);
    seen.length = 0;
    const { code, out, err } = await run(sdk === 'curl' ? 'sh' : process.execPath, [file], 'not-a-real-key');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(printed);
    expect(seen).toHaveLength(1);
    const [request] = seen;
    expect(request).toMatchObject({ method: 'POST', url, body: { model: 'chat-1' } });
    expect(request?.apiKey ?? request?.bearer).toMatch(/not-a-real-key$/);
  });
});
