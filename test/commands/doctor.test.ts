import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemaViolations } from '../helpers/json-schema.js';
import { machine, type RunOptions } from '../helpers/run-aimi.js';

const SCHEMA = JSON.parse(
  readFileSync(new URL('../../docs/schemas/doctor.schema.json', import.meta.url), 'utf8'),
);
const NOT_FOUND =
  "openai.NotFoundError: Error code: 404 - {'error': {'code': 'DeploymentNotFound', 'message': 'The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again.'}}";
const HAR = JSON.stringify({
  log: {
    entries: [
      {
        request: {
          method: 'POST',
          url: 'https://contoso.openai.azure.com/openai/v1/chat/completions',
          headers: [],
        },
        response: {
          status: 429,
          headers: [],
          content: {
            text: '{"error":{"code":"429","message":"Requests have exceeded token rate limit. Please retry after 60 seconds."}}',
          },
        },
      },
    ],
  },
});

async function doctor(line: string, options: RunOptions & { files?: Readonly<Record<string, string>> } = {}) {
  const { files = {}, ...rest } = options;
  const place = machine();
  for (const [path, text] of Object.entries(files)) place.files.content.set(`/code/${path}`, text);
  const result = await place.run(`doctor --offline ${line}`, rest);
  return { ...result, place };
}

async function answer(line: string, options: Parameters<typeof doctor>[1] = {}) {
  const { stdout, exit } = await doctor(`-o json ${line}`, options);
  return { ...JSON.parse(stdout), exit };
}

describe('aimi doctor', () => {
  it.each([
    ['--error', { line: `--error "${NOT_FOUND.replaceAll('"', '')}"` }],
    ['--error -', { line: '--error -', stdin: NOT_FOUND }],
    ['a pipe', { line: '', stdin: NOT_FOUND }],
  ])('names the cause of an error that comes by %s', async (_story, { line, ...options }) => {
    const { verdict, causes, exit } = await answer(line, options);
    expect({ verdict, exit }).toEqual({ verdict: 'cause-found', exit: 5 });
    expect(causes[0].code).toMatch(/^deployment\./);
  });

  it('answers as its schema says, with the verdict first in the table', async () => {
    const { exit: _exit, ...diagnosis } = await answer('', { stdin: NOT_FOUND });
    expect(schemaViolations(SCHEMA, diagnosis)).toEqual([]);
    const { stdout } = await doctor('', { stdin: NOT_FOUND });
    expect(stdout).toMatch(/^✗ [^\n]+\(deployment\.[a-z-]+, \d{1,3} %\)\n/);
  });

  it('says that an innocent configuration is fine, with exit 5', async () => {
    const { stdout, exit } = await doctor('--har call.har', { files: { 'call.har': HAR } });
    expect(stdout).toMatch(/^i The configuration is fine\. [^\n]+\(quota\.rate-limited, /);
    expect(exit).toBe(5);
  });

  it('finds nothing to look at in an empty folder', async () => {
    const { stdout, exit } = await doctor('');
    expect(stdout).toMatch(/^! Nothing to look at\n/);
    expect(exit).toBe(1);
  });

  it('does not read standard input when the line names an input', async () => {
    const { causes } = await answer("--curl 'curl https://contoso.services.ai.azure.com/models/info'", {
      stdin: NOT_FOUND,
    });
    expect(JSON.stringify(causes)).not.toContain('DeploymentNotFound');
  });

  it('reads the project of the folder that is named', async () => {
    const files = {
      'api/requirements.txt': 'azure-ai-inference==1.0.0b4\n',
      'api/app.py':
        'from azure.ai.inference import ChatCompletionsClient\nfrom azure.core.credentials import AzureKeyCredential\nimport os\nclient = ChatCompletionsClient(\n    endpoint="https://contoso.services.ai.azure.com/models",\n    credential=AzureKeyCredential(os.environ["AZURE_AI_KEY"]),\n)\n',
    };
    const { causes, exit } = await answer('api', {
      files,
      stdin:
        'Unauthorized. Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired.',
    });
    expect([causes[0].code, exit]).toEqual(['sdk.too-old', 5]);
    expect(JSON.stringify(causes[0])).toContain('1.0.0b4');
  });

  it('counts warnings with --strict alone', async () => {
    const line =
      '--endpoint https://contoso.openai.azure.com/openai/v1 --sdk azure-ai-projects@1.0.0 --header x-a:1 --header x-b:2';
    const { verdict, checks, exit } = await answer(line);
    const warns = checks.some(({ status }: { status: string }) => status === 'warn');
    const strict = await answer(`--strict ${line}`);
    if (verdict === 'nothing-wrong') expect([exit, strict.exit]).toEqual([0, warns ? 5 : 0]);
    else expect([exit, strict.exit]).toEqual([5, 5]);
  });

  it('prints SARIF and annotations', async () => {
    const sarif = await doctor('-o sarif', { stdin: NOT_FOUND });
    expect(JSON.parse(sarif.stdout).runs[0].results[0].ruleId).toMatch(/^deployment\./);
    const github = await doctor('-o github', { stdin: NOT_FOUND });
    expect(github.stdout).toMatch(/^::error title=deployment\./);
  });

  it.each([
    ['a header without a name', "--header 'no colon here'", 'invalid-value', /The 1\. --header/],
    ['an SDK that is none', '--sdk @', 'invalid-value', /--sdk/],
    ['a curl line without an address', "--curl 'curl -v'", 'invalid-value', /no address/],
    [
      '--from with another input',
      '--from a.json --error x',
      'usage',
      /--from and --error exclude each other/,
    ],
    ['a file that is not there', '--har nowhere.har', 'file-unreadable', /There is no file nowhere\.har/],
    ['a folder that is not there', 'nowhere', 'file-unreadable', /There is no folder nowhere/],
    ['--query with a report format', '-o sarif --query verdict', 'usage', /-o sarif/],
  ])('refuses %s', async (_story, line, code, message) => {
    const { stderr, stdout } = await doctor(line);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).toContain(`code: ${code}`);
  });

  it('refuses a HAR that is none, and bytes', async () => {
    expect((await doctor('--har a.har', { files: { 'a.har': '{}' } })).stderr).toMatch(/is not a HAR file/);
    const bytes = String.fromCharCode(...Array.from({ length: 500 }, (_, index) => index % 28));
    expect((await doctor('', { stdin: bytes })).stderr).toMatch(/Standard input is not text/);
  });

  it('is the only command with report formats', async () => {
    const { stderr, exit, requests } = await machine().run('models list -o sarif');
    expect([exit, requests]).toEqual([2, []]);
    expect(stderr).toContain('-o sarif is a format of aimi doctor');
  });
});

describe('aimi doctor without --offline', () => {
  const failed = (code: string) =>
    Promise.resolve({
      kind: 'failed' as const,
      code,
      message: `getaddrinfo ${code} contoso.openai.azure.com`,
    });
  const dead = {
    resolve: () => failed('ENOTFOUND'),
    connectTls: () => failed('ENOTFOUND'),
    send: () => failed('ENOTFOUND'),
  };

  it('goes nowhere when no host of a resource is known, and says so', async () => {
    const { stdout, requests } = await machine().run('doctor -o json --endpoint https://gateway.example.com');
    expect(JSON.parse(stdout).gaps.map(({ source }: { source: string }) => source)).toEqual(
      expect.arrayContaining(['control plane', 'network']),
    );
    expect(requests).toEqual([]);
  });

  it('names a host that does not resolve', async () => {
    const line = 'doctor -o json --endpoint https://contoso.openai.azure.com';
    const { stdout, exit } = await machine().run(line, { network: dead });
    expect([JSON.parse(stdout).causes[0]?.code, exit]).toEqual(['endpoint.unreachable-dns', 5]);
  });

  it('asks the account that is named for its deployments', async () => {
    const { stdout, stderr, requests } = await machine().run(
      `doctor -o json --sandbox --deployment gpt-nowhere --save report.json --error '${NOT_FOUND.slice(0, 40)}'`,
    );
    expect(requests.join(' '), stderr).toMatch(/GET \S*\/deployments/);
    expect(JSON.parse(stdout).verdict).toBe('cause-found');
  });
});

describe('aimi doctor --save and --from', () => {
  it('answers the same from a saved report on another machine', async () => {
    const first = await doctor('-o json --save report.json', { stdin: NOT_FOUND });
    const saved = first.place.files.content.get('/code/report.json') ?? '';
    expect(first.stderr).toContain('✓ Saved what was found, without secrets, to report.json');
    const second = await doctor('-o json --from report.json', { files: { 'report.json': saved } });
    const causes = (text: string) => JSON.parse(text).causes;
    expect(causes(second.stdout)).toEqual(causes(first.stdout));
    expect(second.exit).toBe(first.exit);
  });

  it('answers line by line, in order, also what cannot be read', async () => {
    const lines = [
      JSON.stringify({ id: 'a', input: { error_text: NOT_FOUND } }),
      'this is no JSON',
      JSON.stringify({ id: 'c', input: 7 }),
      JSON.stringify({ id: 'd', input: {} }),
      JSON.stringify({ id: 'e', error_text: NOT_FOUND }),
    ];
    const { stdout, stderr, exit } = await doctor('--from reports.jsonl -o jsonl', {
      files: { 'reports.jsonl': `${lines.join('\n')}\n` },
    });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id, verdict, error }) => [id, verdict, error])).toEqual([
      ['a', 'cause-found', undefined],
      [undefined, 'nothing-checked', 'the line is not JSON'],
      ['c', 'nothing-checked', 'its input is not an object'],
      ['d', 'nothing-checked', undefined],
      ['e', 'cause-found', undefined],
    ]);
    for (const one of answers) expect(schemaViolations(SCHEMA, one)).toEqual([]);
    expect(stderr).toContain('2 of 5 reports could not be read');
    expect(exit).toBe(1);
  });

  it.each([
    ['nothing', '', /it is empty/],
    ['one broken object', '{"input": ', /it is not JSON/],
    ['something else', '{"name": "x"}', /neither a bundle nor a report/],
    ['a bundle of a later aimi', '{"kind": "aimi-doctor", "schema": 9}', /its schema is 9/],
  ])('refuses a file with %s', async (_story, text, message) => {
    const { stderr, exit } = await doctor('--from a.json', { files: { 'a.json': text } });
    expect(stderr).toMatch(message);
    expect(exit).toBe(2);
  });
});
