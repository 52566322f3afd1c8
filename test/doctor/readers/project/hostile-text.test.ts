import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSourceText } from '../../../../src/doctor/readers/project/source-text.js';

const WHERE = { kind: 'source', label: 'x' } as const;
const LANGUAGES = ['python', 'js', 'dotnet', 'java', 'go', 'curl', 'other', null] as const;
const MEBIBYTE = 1024 * 1024;
const fill = (unit: string) => unit.repeat(Math.ceil(MEBIBYTE / unit.length));

const PIECES = [
  'AzureOpenAI(',
  'azure_endpoint=',
  '"https://contoso.openai.azure.com',
  '"',
  "'",
  '`',
  '${',
  '}',
  '{',
  '(',
  ')',
  '[',
  ']',
  'f"{',
  '\\',
  '\n',
  '=',
  ':',
  ',',
  '+',
  '.',
  'os.environ["X"]',
  'new ',
  'client',
  '#',
  '//',
  '/*',
  '*/',
  '"""',
  'curl -H "a: ',
  'a = b + b\nb = a + a\n',
];

describe('source text of any kind', () => {
  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 400 }),
          fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((parts) => parts.join('')),
        ),
        fc.constantFrom(...LANGUAGES),
        (text, language) => {
          const facts = readSourceText(text, language, WHERE);
          expect(Array.isArray(facts.clients)).toBe(true);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('never lets a written key through, wherever it stands', () => {
    const key = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
    fc.assert(
      fc.property(
        fc.constantFrom(
          'OpenAI(api_key="K")',
          'key: K',
          '{"Key": "K"}',
          'base_url="https://x.openai.azure.com?key=K"',
          'headers={"api-key": "K"}',
          'curl -H "api-key: K" https://x.openai.azure.com/openai/v1',
          'AzureOpenAI(azure_endpoint="K")',
          'model="K"',
          'azure_deployment = "K"',
        ),
        fc.constantFrom(...LANGUAGES),
        (template, language) => {
          const facts = readSourceText(
            `client.chat.completions.create(model="m")\n${template.replace('K', key)}`,
            language,
            WHERE,
          );
          expect(JSON.stringify(facts)).not.toContain(key);
        },
      ),
    );
  });

  // Ten times what is needed on a slow machine; anything that is not linear takes minutes.
  it.each([
    ['open brackets', fill('(')],
    ['open calls', fill('AzureOpenAI(')],
    ['closed nested calls', `${'AzureOpenAI('.repeat(40_000)}${')'.repeat(40_000)}`],
    ['option objects in option objects', fill('new AzureOpenAI({a:')],
    ['open strings', fill('"a')],
    ['open formatted strings', fill('f"{{a{')],
    ['names that mean each other', fill('a = b + b + b\nb = a + a + a\n')],
    ['regular expression bait', fill('= /[a')],
    ['import bait', fill('import a, ')],
    ['from bait', fill('from a import (\n')],
    ['curl bait', fill('curl -H "\n')],
    ['chains', fill('.a()')],
    ['one word', fill('a')],
    ['assignments in a row', fill('a=')],
    ['configuration bait', fill('  a.b.c:d:\n')],
    ['blanks', fill(' ')],
    ['headers', fill('headers={"a": ')],
  ])('reads a mebibyte of %s in bounded time', (_name, text) => {
    const start = performance.now();
    for (const language of ['python', 'js', null] as const) readSourceText(text, language, WHERE);
    expect(performance.now() - start).toBeLessThan(6000);
  });
});
