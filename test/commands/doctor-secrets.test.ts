import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { machine, type RunOptions } from '../helpers/run-aimi.js';

const HEX = '0123456789abcdef';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const of = (alphabet: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });

/** Every form in which a key or a token is handed out. */
const SECRET = fc.oneof(
  of(HEX, 30).map((text) => `${text}7a`),
  of(LETTERS, 80).map((text) => `4Zq9${text}`),
  of(LETTERS, 40).map((text) => `sk-proj-${text}1`),
  fc.tuple(of(LETTERS, 40), of(LETTERS, 43)).map(([body, sign]) => `eyJhbGciOiJIUzI1NiJ9.eyJ${body}.${sign}`),
);

interface Planted extends RunOptions {
  readonly line: string;
  readonly files?: Readonly<Record<string, string>>;
}

const HOST = 'https://contoso.openai.azure.com';
const ERROR = '401 Access denied due to invalid subscription key or wrong API endpoint.';
const PLACES: Readonly<Record<string, (secret: string) => Planted>> = {
  'a debug log': (s) => ({
    line: '',
    stdin: `Request URL: '${HOST}/openai/v1/chat/completions'\nRequest headers:\n    'Authorization': 'Bearer ${s}'\n    'api-key': '${s}'\n${ERROR}`,
  }),
  'a message': (s) => ({ line: `--error 'Incorrect API key provided: ${s}. ${ERROR}'` }),
  'JSON in JSON': (s) => ({
    line: '',
    stdin: `{"error":"{\\"message\\":\\"${ERROR}\\",\\"api_key\\":\\"${s}\\"}"}`,
  }),
  curl: (s) => ({ line: `--curl 'curl ${HOST}/openai/v1/models?api-key=${s} -H api-key:${s} -u user:${s}'` }),
  'a header': (s) => ({
    line: `--header 'x-custom: ${s}' --header 'Authorization: ${s}' --endpoint ${HOST}`,
  }),
  'an endpoint': (s) => ({ line: `--endpoint 'https://user:${s}@contoso.openai.azure.com/openai?key=${s}'` }),
  'a deployment': (s) => ({ line: `--deployment ${s} --endpoint ${HOST}`, stdin: ERROR }),
  'a headers file': (s) => ({
    line: `--headers-file h.txt --error '${ERROR}'`,
    files: {
      'h.txt': `POST /openai/v1/responses?sig=${s} HTTP/1.1\nHost: contoso.openai.azure.com\napi-key: ${s}\nCookie: a=${s}\n`,
    },
  }),
  'a HAR': (s) => ({
    line: '--har a.har',
    files: {
      'a.har': JSON.stringify({
        log: {
          entries: [
            {
              request: {
                method: 'POST',
                url: `${HOST}/openai/v1/chat/completions?code=${s}`,
                headers: [{ name: 'api-key', value: s }],
                postData: { text: `{"model":"x","api_key":"${s}"}` },
              },
              response: {
                status: 401,
                headers: [{ name: 'www-authenticate', value: `Bearer ${s}` }],
                content: { text: `{"error":{"code":"401","message":"key ${s} is wrong"}}` },
              },
            },
          ],
        },
      }),
    },
  }),
  'the environment': (s) => ({
    line: `--error '${ERROR}'`,
    env: {
      AZURE_OPENAI_API_KEY: s,
      AZURE_OPENAI_ENDPOINT: `${HOST}/?subscription-key=${s}`,
      HTTPS_PROXY: `http://u:${s}@proxy:1`,
    },
  }),
  'a project': (s) => ({
    line: '',
    stdin: ERROR,
    files: {
      '.env': `AZURE_OPENAI_API_KEY=${s}\nAZURE_OPENAI_ENDPOINT=${HOST}\nMY_CREDENTIAL="${s}"\n`,
      'requirements.txt': 'openai==1.30.0\n',
      'app.py': `from openai import AzureOpenAI, OpenAI\nclient = AzureOpenAI(api_key="${s}", azure_endpoint="${HOST}/openai/v1")\nother = OpenAI(base_url="${HOST}", default_headers={"api-key": "${s}"})\n`,
      'appsettings.json': `{"AzureOpenAI": {"Key": "${s}", "Endpoint": "${HOST}"}}`,
    },
  }),
  'source of three languages': (s) => ({
    line: '',
    stdin: ERROR,
    files: {
      'app.js': `import { AzureOpenAI } from 'openai';\nconst c = new AzureOpenAI({ apiKey: '${s}', endpoint: '${HOST}/openai/v1' });\nfetch('${HOST}/x?api-key=${s}', { headers: { 'api-key': '${s}' } });\n`,
      'Program.cs': `var c = new AzureOpenAIClient(new Uri("${HOST}/openai/v1"), new AzureKeyCredential("${s}"));`,
      'App.java': `var c = new OpenAIClientBuilder().endpoint("${HOST}/openai/v1").credential(new AzureKeyCredential("${s}")).buildClient();`,
    },
  }),
  'a written report': (s) => ({
    line: '--from r.json',
    files: {
      'r.json': JSON.stringify({
        input: {
          error_text: `${ERROR} Authorization: Bearer ${s}`,
          endpoint: `${HOST}/openai?api-key=${s}`,
          env: { AZURE_OPENAI_API_KEY: s, OTHER_SECRET: s },
          code: `client = AzureOpenAI(api_key="${s}", azure_endpoint="${HOST}/openai/v1")`,
          headers: { 'api-key': s, authorization: `Bearer ${s}` },
        },
      }),
    },
  }),
};
/** Where the name beside it says that it is one, however plain it looks. */
const NAMED = [
  'a debug log',
  'an endpoint',
  'the environment',
  'source of three languages',
  'a written report',
];
const FORMATS = ['table', 'json', 'jsonl', 'yaml', 'tsv', 'csv', 'sarif', 'github'] as const;

async function outputsOf({ line, files = {}, ...options }: Planted, format: string, isVerbose: boolean) {
  const place = machine();
  for (const [path, text] of Object.entries(files)) place.files.content.set(`/code/${path}`, text);
  const more = isVerbose ? ' --verbose' : '';
  const result = await place.run(
    `doctor --offline -o ${format} --save /out/saved.json${more} ${line}`,
    options,
  );
  const saved = place.files.content.get('/out/saved.json');
  expect(saved, result.stderr).toBeDefined();
  return `${result.stdout}${result.stderr}${saved}`;
}

describe('a secret', () => {
  it.each(Object.entries(PLACES))(
    'in %s is in no output of any format, nor in what is saved',
    async (_name, plant) => {
      await fc.assert(
        fc.asyncProperty(
          SECRET,
          fc.constantFrom(...FORMATS),
          fc.boolean(),
          async (secret, format, isVerbose) => {
            expect(await outputsOf(plant(secret), format, isVerbose)).not.toContain(secret);
          },
        ),
        { numRuns: 16 },
      );
    },
  );

  it.each(NAMED)('that is a plain word in %s is in no output either', async (name) => {
    const plant = PLACES[name];
    if (plant === undefined) throw new Error(name);
    for (const format of FORMATS) {
      expect(await outputsOf(plant('swordfishswordfish'), format, true)).not.toContain('swordfish');
    }
  });
});
