import { describe, expect, it } from 'vitest';
import type { ClientFact, Language } from '../../../../src/doctor/facts.js';
import { readSourceText } from '../../../../src/doctor/readers/project/source-text.js';

const read = (text: string, language: Language | null) =>
  readSourceText(text, language, { kind: 'source', label: 'app', file: 'app' });

interface Row {
  readonly name: string;
  readonly language: Language | null;
  readonly text: string;
  /** What the clients hold, in order; fields not named here are not compared. */
  readonly clients: readonly Partial<ClientFact>[];
  readonly lines?: readonly number[];
}

const ROWS: readonly Row[] = [
  {
    name: 'reads keywords, a variable with a default, a token provider and the model of a later call',
    language: 'python',
    text: `import os
from openai import AzureOpenAI
from azure.identity import DefaultAzureCredential, get_bearer_token_provider

ENDPOINT = os.getenv("AZURE_OPENAI_ENDPOINT", "https://contoso.openai.azure.com/")
token_provider = get_bearer_token_provider(
    DefaultAzureCredential(), "https://cognitiveservices.azure.com/.default"
)
# base_url="https://ignored.openai.azure.com"
client = AzureOpenAI(
    azure_endpoint=ENDPOINT,
    azure_ad_token_provider=token_provider,
    api_version=os.environ["OPENAI_API_VERSION"],
    default_headers={"x-team": "blue", "Authorization": f"Bearer {token}"},
)
DEPLOYMENT = "gpt-4o-prod"
def ask(q: str):
    return client.chat.completions.create(model=DEPLOYMENT, messages=[{"role": "user", "content": q}])
`,
    clients: [
      {
        className: 'AzureOpenAI',
        packageName: 'openai',
        baseUrl: 'https://contoso.openai.azure.com/',
        baseUrlParameter: 'azure_endpoint',
        baseUrlVariable: 'AZURE_OPENAI_ENDPOINT',
        apiVersion: null,
        apiVersionVariable: 'OPENAI_API_VERSION',
        deployment: 'gpt-4o-prod',
        auth: 'entra',
        scopes: ['https://cognitiveservices.azure.com/.default'],
        headerNames: ['x-team', 'Authorization'],
      },
    ],
    lines: [10],
  },
  {
    name: 'puts known names into a formatted string and shows unknown ones in braces',
    language: 'python',
    text: `resource = "contoso"
a = ChatCompletionsClient(f"https://{resource}.services.ai.azure.com", AzureKeyCredential(os.environ["KEY"]))
b = AzureOpenAI(azure_endpoint=os.environ["BASE"] + "openai/v1", azure_deployment="gpt-5-mini")`,
    clients: [
      { className: 'ChatCompletionsClient', baseUrl: 'https://contoso.services.ai.azure.com', auth: 'key' },
      {
        className: 'AzureOpenAI',
        baseUrl: '{BASE}openai/v1',
        baseUrlVariable: 'BASE',
        deployment: 'gpt-5-mini',
      },
    ],
    lines: [2, 3],
  },
  {
    name: 'follows an alias of an import',
    language: 'python',
    text: `from openai import AsyncAzureOpenAI as Client
c = Client(azure_endpoint="https://contoso.openai.azure.com")`,
    clients: [{ className: 'AsyncAzureOpenAI', packageName: 'openai' }],
  },
  {
    name: 'takes the module settings of the 0.x library for a client',
    language: 'python',
    text: `import openai
openai.api_type = "azure"
openai.api_base = "https://contoso.openai.azure.com/"
openai.api_version = "2023-05-15"
openai.api_key = os.getenv("OPENAI_API_KEY")
r = openai.ChatCompletion.create(engine="gpt-35-turbo", messages=[])`,
    clients: [
      {
        className: 'openai.ChatCompletion',
        baseUrl: 'https://contoso.openai.azure.com/',
        baseUrlParameter: 'openai.api_base',
        apiVersion: '2023-05-15',
        deployment: 'gpt-35-turbo',
        auth: 'key',
      },
    ],
  },
  {
    name: 'keeps the prefix of names that many packages share',
    language: 'python',
    text: `litellm.completion(model="azure/gpt-4o", api_base="https://contoso.openai.azure.com", api_key=key)
cohere.ClientV2(base_url=<endpoint>/v1, api_key=...)
other.completion(model="x", api_base="https://contoso.openai.azure.com")`,
    clients: [
      { className: 'litellm.completion', deployment: 'azure/gpt-4o', auth: 'key' },
      { className: 'cohere.ClientV2', baseUrl: '<endpoint>/v1', baseUrlParameter: 'base_url' },
    ],
  },
  {
    name: 'does not take a class that inherits, or a value that was left out, for a configured client',
    language: 'python',
    text: `class Mine(OpenAI):
    pass
AzureOpenAI(azure_endpoint="...", api_version=...)`,
    clients: [
      { className: 'AzureOpenAI', baseUrl: null, baseUrlParameter: 'azure_endpoint', apiVersion: null },
    ],
  },
  {
    name: 'reads the default export under any name, option objects and the path of a REST client',
    language: 'js',
    text: `import createClient from "@azure-rest/ai-inference";
const endpoint = process.env.AZURE_INFERENCE_ENDPOINT ?? "https://contoso.services.ai.azure.com/models";
const client = createClient(endpoint, new AzureKeyCredential(process.env["KEY"]!), { apiVersion: "2024-05-01-preview" });
const pattern = /["'({]/.test(x);
await client.path("/chat/completions").post({ body: { messages: [], model: "mistral-large" }, headers: { "x-a": "b" } });`,
    clients: [
      {
        className: 'ModelClient',
        packageName: '@azure-rest/ai-inference',
        baseUrl: 'https://contoso.services.ai.azure.com/models',
        baseUrlVariable: 'AZURE_INFERENCE_ENDPOINT',
        apiVersion: '2024-05-01-preview',
        deployment: 'mistral-large',
        auth: 'key',
      },
    ],
  },
  {
    name: 'follows options that were assigned before, and template strings',
    language: 'js',
    text: `import { AzureOpenAI as Azure } from "openai";
const options = { endpoint: \`https://\${process.env.RES}.openai.azure.com/\`, apiKey, apiVersion: "2024-10-21", deployment: 'd1' };
const az = new Azure(options);
const plain = new OpenAI({ baseURL: 'https://contoso.openai.azure.com', defaultQuery: { 'api-version': '2023-05-15' }, defaultHeaders: { 'api-key': key } });`,
    clients: [
      {
        className: 'AzureOpenAI',
        baseUrl: 'https://{RES}.openai.azure.com/',
        apiVersion: '2024-10-21',
        deployment: 'd1',
      },
      {
        className: 'OpenAI',
        baseUrl: 'https://contoso.openai.azure.com',
        apiVersion: '2023-05-15',
        headerNames: ['api-key'],
      },
    ],
    lines: [3, 4],
  },
  {
    name: 'makes the host of a resource name and finds the model that a provider function is given',
    language: 'js',
    text: `import { createAzure } from '@ai-sdk/azure';
const azure = createAzure({ resourceName: 'contoso', apiKey: process.env.AZURE_API_KEY });
await generateText({ model: azure('gpt-4o-mini'), prompt: 'x' });`,
    clients: [
      {
        className: 'createAzure',
        packageName: '@ai-sdk/azure',
        baseUrl: 'https://contoso.openai.azure.com',
        baseUrlParameter: 'resourceName',
        deployment: 'gpt-4o-mini',
      },
    ],
  },
  {
    name: 'reads target-typed new, initialisers, service versions and registrations of C#',
    language: 'dotnet',
    text: `AzureOpenAIClient azureClient = new(new Uri("https://contoso.openai.azure.com/openai/v1"), new AzureKeyCredential(key));
ChatClient chatClient = azureClient.GetChatClient("gpt-4o");
ChatClient v1 = new(model: "gpt-4.1", credential: new ApiKeyCredential(key), options: new OpenAIClientOptions() { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") });
var old = new AzureOpenAIClient(_uri, new DefaultAzureCredential(), new AzureOpenAIClientOptions(ServiceVersion.V2024_04_01_Preview));
Kernel.CreateBuilder().AddAzureOpenAIChatCompletion("d", @"https://d.openai.azure.com/", apiKey);`,
    clients: [
      {
        className: 'AzureOpenAIClient',
        baseUrl: 'https://contoso.openai.azure.com/openai/v1',
        deployment: 'gpt-4o',
        auth: 'key',
      },
      {
        className: 'ChatClient',
        baseUrl: 'https://contoso.openai.azure.com/openai/v1/',
        baseUrlParameter: 'Endpoint',
        deployment: 'gpt-4.1',
      },
      { className: 'AzureOpenAIClient', apiVersion: '2024-04-01-preview', auth: 'entra' },
      { className: 'AddAzureOpenAIChatCompletion', baseUrl: 'https://d.openai.azure.com/', deployment: 'd' },
    ],
    lines: [1, 3, 4, 5],
  },
  {
    name: 'reads builders of Java, new and static',
    language: 'java',
    text: `import com.azure.ai.inference.ChatCompletionsClientBuilder;
var client = new ChatCompletionsClientBuilder()
    .endpoint("https://contoso.services.ai.azure.com/models")
    .credential(new AzureKeyCredential(System.getenv("KEY")))
    .serviceVersion(ModelServiceVersion.V2024_08_01_PREVIEW)
    .buildClient();
var m = AzureOpenAiChatModel.builder().endpoint("https://x.openai.azure.com").deploymentName("gpt").serviceVersion("2024-02-01").build();`,
    clients: [
      {
        className: 'ChatCompletionsClientBuilder',
        packageName: 'com.azure:azure-ai-inference',
        baseUrl: 'https://contoso.services.ai.azure.com/models',
        apiVersion: '2024-08-01-preview',
        auth: 'key',
      },
      {
        className: 'AzureOpenAiChatModel',
        baseUrl: 'https://x.openai.azure.com',
        apiVersion: '2024-02-01',
        deployment: 'gpt',
      },
    ],
    lines: [2, 7],
  },
  {
    name: 'reads option functions of Go',
    language: 'go',
    text: `import (
	"github.com/openai/openai-go/v3"
)
const apiVersion = "2024-06-01"
client := openai.NewClient(azure.WithEndpoint("https://contoso.openai.azure.com/openai/v1", apiVersion), azure.WithTokenCredential(cred))
c2 := openai.NewClient(option.WithBaseURL("https://contoso.openai.azure.com"), option.WithAPIKey(key))`,
    clients: [
      {
        className: 'openai.NewClient',
        packageName: 'github.com/openai/openai-go/v3',
        baseUrl: 'https://contoso.openai.azure.com/openai/v1',
        baseUrlParameter: 'WithEndpoint',
        apiVersion: '2024-06-01',
        auth: 'entra',
      },
      { baseUrl: 'https://contoso.openai.azure.com', baseUrlParameter: 'WithBaseURL', auth: 'key' },
    ],
  },
  {
    name: 'takes a block of YAML that names a provider for a client',
    language: null,
    text: `llm:
  provider: azure_openai
  endpoint: \${AZURE_ENDPOINT}
  api_version: "2024-10-21"
  model: gpt-4o   # the model
other:
  model: not-ours`,
    clients: [
      {
        className: 'azure_openai',
        baseUrl: null,
        baseUrlVariable: 'AZURE_ENDPOINT',
        apiVersion: '2024-10-21',
        deployment: 'gpt-4o',
      },
    ],
    lines: [2],
  },
  {
    name: 'takes an entry of a configuration list in code for a client',
    language: 'python',
    text: `config_list = [{"model": "gpt-4", "base_url": "https://y.openai.azure.com", "api_type": "azure", "api_version": "2024-02-01"}]`,
    clients: [
      {
        className: 'azure',
        baseUrl: 'https://y.openai.azure.com',
        apiVersion: '2024-02-01',
        deployment: 'gpt-4',
      },
    ],
  },
];

describe('readSourceText', () => {
  it.each(ROWS)('$name', ({ language, text, clients, lines }) => {
    const facts = read(text, language);
    expect(facts.clients?.map(({ value }) => value)).toMatchObject(clients);
    if (lines !== undefined) expect(facts.clients?.map(({ where }) => where.line)).toEqual(lines);
  });

  it('places a fact at its line, counted from the line the text begins at', () => {
    const text = '\nAzureOpenAI(\n  azure_endpoint="https://contoso.openai.azure.com",\n)';
    const [endpoint] =
      readSourceText(text, 'python', { kind: 'source', label: 'x', file: 'a/b.py', line: 40 }).endpoints ??
      [];
    expect(endpoint).toEqual({
      value: { url: 'https://contoso.openai.azure.com', name: 'azure_endpoint' },
      where: { kind: 'source', label: 'a/b.py:42', file: 'a/b.py', line: 42 },
    });
    expect(
      readSourceText(text, 'python', { kind: 'source', label: 'code' }).endpoints?.[0]?.where.label,
    ).toBe('code line 3');
  });

  it('collects what every model call names, and not what other calls name', () => {
    const facts = read(
      `client = OpenAI()
client.responses.create(model="gpt-5", input="x")
client.embeddings.create(model="emb-large", input="x")
whisper.load(model="base")
plot(model="linear")`,
      'python',
    );
    expect(facts.deployments?.map(({ value }) => value)).toEqual(['gpt-5', 'emb-large']);
  });

  it('reads requests that are sent by hand, with headers by size and kind', () => {
    const facts = read(
      `headers = {"api-key": "0123456789abcdef0123456789abcdef", "x-run": "12345"}
r = requests.post("https://z.services.ai.azure.com/models/chat/completions?api-version=2024-05-01-preview", headers=headers, json={"model": "m1"})
requests.get("https://example.com/weather")`,
      'python',
    );
    expect(facts.requests?.map(({ value }) => value)).toEqual([
      {
        method: 'POST',
        url: 'https://z.services.ai.azure.com/models/chat/completions?api-version=2024-05-01-preview',
        headers: [
          { name: 'api-key', valueBytes: 32, scheme: null, secretKind: 'azure-key' },
          { name: 'x-run', valueBytes: 5, scheme: null, secretKind: null },
        ],
        bodyModel: 'm1',
        userAgent: null,
      },
    ]);
    expect(facts.apiVersions?.map(({ value }) => value)).toEqual(['2024-05-01-preview']);
  });

  it('reads a curl command over several lines, and leaves prose about curl alone', () => {
    const facts = read(
      `I tried curl and it works.
curl -X POST "https://contoso.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21" \\
  -H "Authorization: Bearer $TOKEN" \\
  -d '{"model": "gpt-4o"}'`,
      'curl',
    );
    expect(facts.requests).toHaveLength(1);
    expect(facts.requests?.[0]?.value).toMatchObject({ method: 'POST', bodyModel: 'gpt-4o' });
    expect(facts.headers?.[0]?.value).toMatchObject({ name: 'Authorization', scheme: 'Bearer' });
  });

  it.each([
    ['a key of api.openai.com', 'c = OpenAI(api_key="sk-abcdefghijklmnopqrstuvwx1234")', 'openai-key'],
    ['a key of a resource', 'c = OpenAI(api_key="0123456789abcdef0123456789abcdef")', 'azure-key'],
    ['a token handed over as a key', 'c = AzureOpenAI(api_key=credential.get_token(scope).token)', 'jwt'],
    [
      'a token in an assignment',
      'api_key = credential.get_token("https://ai.azure.com/.default").token',
      'jwt',
    ],
  ])('says that %s is written there, and never what it is', (_name, text, secretKind) => {
    const facts = read(text, 'python');
    expect(facts.environment?.map(({ value }) => value)).toEqual([
      { name: 'api_key', value: null, isSecret: true, secretKind },
    ]);
    expect(JSON.stringify(facts)).not.toMatch(/sk-abc|0123456789abcdef/);
  });

  it.each([
    ['from openai import AzureOpenAI', 'python'],
    ['import OpenAI from "openai";', 'js'],
    ['using Azure.AI.OpenAI;', 'dotnet'],
    ['import com.azure.ai.openai.OpenAIClient;', 'java'],
    ['package main', 'go'],
    ['curl https://contoso.openai.azure.com', 'curl'],
    ['api_version: 2024-10-21', null],
  ])('guesses the language of %s', (text, language) => {
    expect(read(text, null).language).toBe(language);
  });
});
