import { describe, expect, it } from 'vitest';
import { PROJECT_BUDGET } from '../../../../src/doctor/readers/project/budget.js';
import { readProject } from '../../../../src/doctor/readers/project/read-project.js';
import { memoryFiles } from '../../../helpers/memory-files.js';

const project = (contents: Readonly<Record<string, string>>) =>
  readProject(
    '/p',
    memoryFiles(Object.fromEntries(Object.entries(contents).map(([path, text]) => [`/p/${path}`, text]))),
    PROJECT_BUDGET,
  );

async function variablesOf(contents: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { environment = [] } = await project(contents);
  return environment.map(
    ({ value, where }) => `${where.label} ${value.name}=${value.value ?? value.secretKind}`,
  );
}

const KEY = '0123456789abcdef0123456789abcdef';

describe('settings of a project', () => {
  it.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      '.env with quotes, comments, export and a repeated name',
      {
        '.env': `# AZURE_OPENAI_ENDPOINT=https://old.openai.azure.com\nexport AZURE_OPENAI_ENDPOINT="https://contoso.openai.azure.com/ " # main\nAZURE_OPENAI_API_KEY=${KEY}\nOPENAI_API_VERSION=2023-05-15\nOPENAI_API_VERSION=2024-10-21\nDATABASE_PASSWORD=hunter22\nEMPTY_ENDPOINT=\n`,
      },
      [
        '.env:2 AZURE_OPENAI_ENDPOINT=https://contoso.openai.azure.com/ ',
        '.env:3 AZURE_OPENAI_API_KEY=azure-key',
        '.env:5 OPENAI_API_VERSION=2024-10-21',
      ],
    ],
    [
      'env files, the one that wins first, and no template',
      {
        '.env': 'AZURE_OPENAI_ENDPOINT=https://a.openai.azure.com',
        '.env.local': 'AZURE_OPENAI_ENDPOINT=https://b.openai.azure.com',
        '.env.production': 'AZURE_OPENAI_ENDPOINT=https://c.openai.azure.com',
        '.env.production.local': 'AZURE_OPENAI_ENDPOINT=https://d.openai.azure.com',
        '.env.example': 'AZURE_OPENAI_ENDPOINT=https://your-resource.openai.azure.com',
      },
      ['.env.production.local', '.env.local', '.env.production', '.env'].map(
        (file, index) => `${file}:1 AZURE_OPENAI_ENDPOINT=https://${'dbca'.charAt(index)}.openai.azure.com`,
      ),
    ],
    [
      'local settings of Functions',
      {
        'local.settings.json': `{\n  "Values": {\n    "AzureWebJobsStorage": "x",\n    "AZURE_OPENAI_KEY": "${KEY}",\n    "AZURE_OPENAI_ENDPOINT": "https://contoso.openai.azure.com"\n  }\n}`,
      },
      [
        'local.settings.json:4 AZURE_OPENAI_KEY=azure-key',
        'local.settings.json:5 AZURE_OPENAI_ENDPOINT=https://contoso.openai.azure.com',
      ],
    ],
    [
      'sections of appsettings with comments and trailing commas',
      {
        'appsettings.Development.json': `{\n  // local\n  "Search": { "Endpoint": "https://s.search.windows.net" },\n  "AzureOpenAI": {\n    "Endpoint": "https://contoso.openai.azure.com//",\n    "ApiKey": "${KEY}",\n  },\n}`,
      },
      [
        'appsettings.Development.json:5 AzureOpenAI:Endpoint=https://contoso.openai.azure.com//',
        'appsettings.Development.json:6 AzureOpenAI:ApiKey=azure-key',
      ],
    ],
    [
      'launch profiles',
      {
        'Properties/launchSettings.json':
          '{\n"profiles": { "a": { "environmentVariables": {\n"AZURE_OPENAI_ENDPOINT": "https://contoso.openai.azure.com" } } } }',
      },
      ['Properties/launchSettings.json:3 AZURE_OPENAI_ENDPOINT=https://contoso.openai.azure.com'],
    ],
    [
      'services of a compose file, as a list and as a map',
      {
        'docker-compose.yml': `services:\n  a:\n    environment:\n      - AZURE_OPENAI_ENDPOINT=https://a.openai.azure.com\n      - AZURE_OPENAI_API_KEY=\${KEY}\n  b:\n    environment:\n      OPENAI_API_VERSION: 2024-10-21\n`,
      },
      [
        'docker-compose.yml:4 AZURE_OPENAI_ENDPOINT=https://a.openai.azure.com',
        'docker-compose.yml:8 OPENAI_API_VERSION=2024-10-21',
      ],
    ],
  ])('are read from %s', async (_name, files, variables) => {
    expect(await variablesOf(files)).toEqual(variables);
  });

  it('give a client the value of the variable it reads, and take the default of the code away', async () => {
    const facts = await project({
      '.env': 'AZURE_OPENAI_ENDPOINT=https://real.openai.azure.com\nOPENAI_API_VERSION=2024-10-21',
      'app.py':
        'c = AzureOpenAI(azure_endpoint=os.getenv("AZURE_OPENAI_ENDPOINT", "https://default.openai.azure.com"), api_version=os.environ["OPENAI_API_VERSION"])',
    });
    expect(facts.clients?.[0]?.value).toMatchObject({
      baseUrl: 'https://real.openai.azure.com',
      baseUrlVariable: 'AZURE_OPENAI_ENDPOINT',
      apiVersion: '2024-10-21',
    });
    expect(JSON.stringify(facts.endpoints)).not.toContain('default');
  });

  it('are searched for endpoints, versions and deployments too', async () => {
    const facts = await project({
      'appsettings.json':
        '{"AzureOpenAI":{"Endpoint":"https://contoso.openai.azure.com","DeploymentName":"chat","ApiVersion":"2024-10-21"}}',
    });
    expect(facts.endpoints?.map(({ value }) => value.url)).toEqual(['https://contoso.openai.azure.com']);
    expect(facts.deployments?.map(({ value }) => value)).toEqual(['chat']);
    expect(facts.apiVersions?.map(({ value }) => value)).toEqual(['2024-10-21']);
  });

  it.each([
    ['docker-compose.yml', 'services: [', 'it cannot be parsed'],
    [
      'docker-compose.yml',
      `a: &a [x]
b: &b [${'*a, '.repeat(40)}]
services: [${'*b, '.repeat(40)}]`,
      'it cannot be parsed',
    ],
    ['appsettings.json', '{"a"', 'it cannot be parsed'],
    ['.env', 'A=\0', 'it is not text'],
  ])('leave a gap when %s is broken', async (name, text, reason) => {
    expect((await project({ [name]: text })).gaps).toEqual([{ source: name, reason }]);
  });
});
