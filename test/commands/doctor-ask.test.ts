import { describe, expect, it } from 'vitest';
import { ESCAPE, INTERRUPT } from '../helpers/fake-prompter.js';
import { machine } from '../helpers/run-aimi.js';

const NOT_FOUND = "openai.NotFoundError: Error code: 404 - {'error': {'code': 'DeploymentNotFound'}}";
const ERROR = 'Paste what the call printed, then an empty line (nothing: leave it open):';
const ENDPOINT = 'Base URL that the call uses:';
const DEPLOYMENT = 'Deployment or model name that the call uses:';
const SDK = 'SDK and its version:';

describe('aimi doctor --ask', () => {
  it('judges the answers as if flags had said them', async () => {
    const answers = [NOT_FOUND, 'https://contoso.openai.azure.com', 'gpt-4o', 'openai@1.55.0'];
    const asked = await machine().run('doctor --offline --ask -o json', { answers });
    const flags = `--endpoint ${answers[1]} --deployment gpt-4o --sdk openai@1.55.0`;
    const said = await machine().run(`doctor --offline -o json ${flags} --error "${NOT_FOUND}"`);
    expect(asked.questions).toEqual([ERROR, ENDPOINT, DEPLOYMENT, SDK]);
    expect(asked.exit).toBe(5);
    const causes = (text: string) => JSON.parse(text).causes.map((cause: { code: string }) => cause.code);
    expect(causes(asked.stdout)).toEqual(causes(said.stdout));
  });

  it.each([
    ['--error 404', [ENDPOINT, DEPLOYMENT, SDK]],
    ['--endpoint https://contoso.openai.azure.com --sdk openai@1.55.0', [ERROR, DEPLOYMENT]],
    ['--deployment gpt-4o --error 404', [ENDPOINT, SDK]],
  ])('does not ask what %s says', async (flags, questions) => {
    const result = await machine().run(`doctor --offline --ask ${flags}`, {
      answers: questions.map(() => ''),
    });
    expect(result.questions).toEqual(questions);
  });

  it('does not ask what the project says', async () => {
    const place = machine();
    place.files.content.set('/code/requirements.txt', 'openai==1.55.0\n');
    place.files.content.set('/code/.env', 'AZURE_OPENAI_ENDPOINT=https://contoso.openai.azure.com\n');
    const { questions } = await place.run('doctor --offline --ask', { answers: [NOT_FOUND, 'gpt-4o'] });
    expect(questions).toEqual([ERROR, DEPLOYMENT]);
  });

  it('asks nothing when all is known, and nothing without --ask', async () => {
    const flags =
      '--error 404 --endpoint https://contoso.openai.azure.com --deployment a1 --sdk openai@1.55.0';
    const all = await machine().run(`doctor --offline --ask ${flags}`, { answers: [] });
    expect(all).toMatchObject({ exit: 5, questions: [] });
    expect(all.stderr).toContain('there is nothing to ask');
    expect((await machine().run('doctor --offline', { answers: [] })).questions).toEqual([]);
  });

  it.each([
    ['Escape', [ESCAPE], 1, '✗ Nothing was checked.'],
    ['Ctrl-C', [NOT_FOUND, INTERRUPT], 130, '✗ Interrupted. Nothing was checked.'],
  ])('ends by %s without a judgement', async (_, answers, exit, said) => {
    const result = await machine().run('doctor --offline --ask', { answers });
    expect(result).toMatchObject({ exit, stdout: '' });
    expect(result.stderr).toContain(said);
  });

  it('never prints a key that was typed into an answer', async () => {
    const key = 'Ab3dEf6hIj9kLmN0pQrS2tUvWx4yZ5a7';
    const result = await machine().run('doctor --offline --ask -o json --verbose', {
      answers: [
        `401 for api-key: ${key}`,
        `https://contoso.openai.azure.com/?api-key=${key}`,
        'gpt-4o',
        'openai@1.55.0',
      ],
    });
    expect(result.stdout + result.stderr).not.toContain(key);
  });

  it.each([
    ['nobody can be asked', 'doctor --ask', 'Say it by --error, --endpoint, --deployment and --sdk'],
    [
      'a saved report holds its own facts',
      'doctor --ask --from a.json',
      '--from and --ask exclude each other',
    ],
    ['both read standard input', 'doctor --ask --error -', '--ask and --error - exclude each other'],
  ])('is refused when %s', async (_, line, said) => {
    const result = await machine().run(`${line} --offline`, {});
    expect(result).toMatchObject({ exit: 2, stdout: '', questions: [] });
    expect(result.stderr).toContain(said);
  });
});
