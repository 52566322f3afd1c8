import { describe, expect, it } from 'vitest';
import { machine } from '../helpers/run-aimi.js';

describe('aimi snippet', () => {
  it('prints a call for a deployment of the account', async () => {
    const { run } = machine();
    await run('deploy gpt-4.1-mini --name chat --yes --sandbox');
    const { stdout, stderr, exit, requests } = await run('snippet chat --sdk python-openai --sandbox');
    expect([stderr, exit]).toEqual(['', 0]);
    expect(stdout).toContain(
      '# pip install "openai>=1.106.0"\n# AZURE_OPENAI_API_KEY holds a key of the resource\n',
    );
    expect(stdout).toMatch(/base_url="https:\/\/[a-z0-9-]+\.services\.ai\.azure\.com\/openai\/v1\/"/);
    expect(stdout).toContain('model="chat"');
    expect(requests.every((line) => line.startsWith('GET '))).toBe(true);
  });

  it('calls an embeddings deployment for embeddings', async () => {
    const { run } = machine();
    await run('deploy text-embedding-3-small --name vectors --yes --sandbox');
    const { stdout } = await run('snippet vectors --sdk js-openai --auth-with entra --sandbox -o json');
    expect(JSON.parse(stdout)).toMatchObject({
      task: 'embeddings',
      auth: 'entra',
      scope: 'https://cognitiveservices.azure.com/.default',
      keyVariable: null,
    });
  });

  it.each([
    ['https://contoso-ai.openai.azure.com', 'go', 'https://contoso-ai.openai.azure.com/openai/v1/'],
    [
      'contoso-ai.services.ai.azure.com/models',
      'js-inference',
      'https://contoso-ai.services.ai.azure.com/models',
    ],
    [
      'https://contoso-ai.openai.azure.com/openai/deployments/x/chat/completions?api-version=2024-10-21',
      'curl',
      'https://contoso-ai.openai.azure.com/openai/v1/',
    ],
    [
      'https://contoso-ai.services.ai.azure.com/api/projects/p',
      'dotnet',
      'https://contoso-ai.services.ai.azure.com/openai/v1/',
    ],
    [
      'https://phi.eastus2.models.ai.azure.com',
      'python-openai',
      'https://phi.eastus2.models.ai.azure.com/v1/',
    ],
  ])('from %s for %s: base URL %s, and nothing is read', async (endpoint, sdk, baseUrl) => {
    const { stdout, exit, requests } = await machine().run(
      `snippet gpt-4.1-mini --endpoint ${endpoint} --sdk ${sdk} -o json`,
    );
    expect(exit).toBe(0);
    expect(requests).toEqual([]);
    expect(JSON.parse(stdout)).toMatchObject({ baseUrl });
  });

  it('says what it assumes of a name that the catalog does not know', async () => {
    const { stderr } = await machine().run('snippet my-chat --endpoint https://contoso.openai.azure.com');
    expect(stderr).toContain('a chat call is assumed');
  });

  it.each([
    ['snippet chat --endpoint https://ai.azure.com/build', 2, 'is not the endpoint of a resource'],
    ['snippet chat --endpoint https://<resource>.openai.azure.com', 2, 'is not the endpoint of a resource'],
    ['snippet claude-sonnet-4-5 --endpoint https://c.services.ai.azure.com --sdk go', 2, '--sdk curl'],
    ['snippet claude-sonnet-4-5 --endpoint https://c.openai.azure.com --sdk curl', 2, 'Claude needs'],
    [
      'snippet gpt-4.1-mini --endpoint https://c.openai.azure.com --sdk python-inference',
      2,
      '--sdk python-openai',
    ],
    ['snippet x --sdk perl --endpoint https://c.openai.azure.com', 2, 'perl'],
    ['snippet nothing-there --sandbox', 3, "no deployment 'nothing-there'"],
  ])('%s is refused', async (line, exit, words) => {
    const answer = await machine().run(line);
    expect([answer.stdout, answer.exit]).toEqual(['', exit]);
    expect(answer.stderr).toContain(words);
  });
});
