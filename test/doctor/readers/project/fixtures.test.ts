import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_BUDGET } from '../../../../src/doctor/readers/project/budget.js';
import { readProject } from '../../../../src/doctor/readers/project/read-project.js';
import { createClock } from '../../../../src/io/clock.js';
import { createFiles } from '../../../../src/io/files.js';

const disk = createFiles({ clock: createClock(), pid: 1, hostName: 'h', isAlive: () => true });
const PROJECTS = join(import.meta.dirname, '../../../fixtures/projects');

describe('a real project', () => {
  it.each([
    [
      'js-npm',
      'js',
      ['openai 4.104.0'],
      {
        className: 'OpenAI',
        baseUrl: 'https://contoso-ai.openai.azure.com/',
        deployment: 'gpt-4o-support',
        auth: 'key',
        headerNames: ['x-team'],
      },
      'src/index.js:4',
    ],
    [
      'js-pnpm',
      'js',
      ['@azure-rest/ai-inference 1.0.0-beta.2'],
      {
        className: 'ModelClient',
        baseUrl: 'https://contoso-foundry.services.ai.azure.com',
        deployment: 'Phi-4',
        auth: 'key',
      },
      'src/summarise.ts:5',
    ],
    [
      'python-uv',
      'python',
      ['azure-ai-inference 1.0.0b4'],
      {
        className: 'ChatCompletionsClient',
        baseUrl: 'https://contoso-foundry.services.ai.azure.com/models',
        deployment: 'mistral-large-2407',
        auth: 'key',
      },
      'src/summaries/client.py:10',
    ],
    [
      'dotnet',
      'dotnet',
      ['Azure.AI.OpenAI 2.1.0', 'OpenAI 2.1.0'],
      {
        className: 'AzureOpenAIClient',
        baseUrl: 'https://contoso-ai.openai.azure.com/openai/v1/',
        deployment: 'gpt-4o-chat',
        auth: 'key',
      },
      'Contoso.Chat/Program.cs:8',
    ],
    [
      'java-maven',
      'java',
      ['com.azure:azure-ai-inference 1.0.0-beta.5'],
      {
        className: 'ChatCompletionsClientBuilder',
        baseUrl: 'https://contoso-foundry.services.ai.azure.com/models',
        apiVersion: null,
        auth: 'key',
      },
      'src/main/java/com/contoso/chat/Chat.java:10',
    ],
    [
      'go-mod',
      'go',
      ['github.com/openai/openai-go/v3 3.1.0'],
      {
        className: 'openai.NewClient',
        baseUrl: 'https://contoso-ai.openai.azure.com/openai/v1',
        apiVersion: '2024-10-21',
        deployment: 'gpt-4o-chat',
        auth: 'entra',
      },
      'main.go:20',
    ],
  ])('%s gives its language, versions and client', async (name, language, packages, client, label) => {
    const facts = await readProject(join(PROJECTS, name), disk, PROJECT_BUDGET);
    expect(facts.language).toBe(language);
    expect(facts.packages?.map(({ value }) => `${value.name} ${value.version}`)).toEqual(packages);
    expect(facts.clients?.map(({ value }) => value)).toMatchObject([client]);
    expect(facts.clients?.[0]?.where.label).toBe(label);
    expect(facts.gaps).toEqual([]);
    expect(JSON.stringify(facts)).not.toContain('0123456789abcdef');
  });
});
