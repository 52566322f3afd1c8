import type { Ecosystem, Sourced } from './types.js';

/** When a minimum matters. `always`: below it the package cannot work here at all. */
export type NeedId =
  | 'always'
  /** A key on `*.services.ai.azure.com`. */
  | 'key-on-foundry'
  /** The class AzureOpenAI. */
  | 'azure-class'
  /** Entra tokens on `/openai/v1`. */
  | 'entra-on-v1'
  /** A base URL on a Foundry or cognitiveservices host. */
  | 'foundry-host'
  /** A trailing slash behind the endpoint. */
  | 'trailing-slash'
  /** `model` given to complete() or embed(). */
  | 'model-argument'
  | 'structured-output'
  /** Claude on a Foundry resource. */
  | 'claude'
  | 'new-portal';

export interface Minimum extends Sourced {
  readonly version: string;
  readonly need: NeedId;
  /** What changed in that version, and what its absence does. */
  readonly why: string;
  readonly workaround?: string | undefined;
}

export interface FaultyRange extends Sourced {
  /** First and last faulty version, both included. */
  readonly from: string;
  readonly to: string;
  readonly fixedIn: string;
  readonly need: NeedId;
  readonly why: string;
}

export interface SdkPackage extends Sourced {
  readonly ecosystem: Ecosystem;
  /** As the ecosystem normalises it. */
  readonly name: string;
  readonly minimums: readonly Minimum[];
  readonly faulty: readonly FaultyRange[];
  readonly status: 'current' | 'deprecated' | 'retired';
  /** Day from which it is retired; the latest one printed. Null when none is published. */
  readonly retires: string | null;
  /** What to use instead, with the base URL that it wants. */
  readonly replacement: string | null;
  readonly lastRelease: string | null;
  readonly note?: string | undefined;
}

type Row = Partial<SdkPackage> & Pick<SdkPackage, 'ecosystem' | 'name' | 'source' | 'date'>;

const V1 = 'the openai package with base URL https://RESOURCE.services.ai.azure.com/openai/v1/';
/** Older pages print 2026-05-30 and newer ones 2026-08-26: learn.microsoft.com, navigate-from-classic. */
const INFERENCE_RETIRES = '2026-08-26';
const RETIRED_INFERENCE = {
  status: 'retired',
  retires: INFERENCE_RETIRES,
  replacement: V1,
} as const;

const AZURE_PY = 'Azure/azure-sdk-for-python sdk/ai/azure-ai-inference/CHANGELOG.md';
const OPENAI_PY = 'openai/openai-python CHANGELOG.md';
const OPENAI_JS = 'openai/openai-node CHANGELOG.md';

const ROWS: readonly Row[] = [
  {
    ecosystem: 'pypi',
    name: 'azure-ai-inference',
    ...RETIRED_INFERENCE,
    lastRelease: '1.0.0b9',
    minimums: [
      {
        version: '1.0.0b5',
        need: 'key-on-foundry',
        why: 'from 1.0.0b5 on AzureKeyCredential sends the key in both headers, api-key and Authorization; earlier betas send only Authorization: Bearer, which the gateway answers with 401',
        workaround: 'ChatCompletionsClient(endpoint, AzureKeyCredential(""), headers={"api-key": key})',
        source: `${AZURE_PY}; Azure/azure-sdk-for-python issues 37888 and 37408`,
        date: '2024-10-16',
      },
      {
        version: '1.0.0b2',
        need: 'model-argument',
        why: 'complete() takes model= from 1.0.0b2 on, and /models needs one',
        source: AZURE_PY,
        date: '2026-11',
      },
      {
        version: '1.0.0b7',
        need: 'structured-output',
        why: 'structured output and ImageEmbeddingsClient; response_format changed',
        source: AZURE_PY,
        date: '2026-11',
      },
    ],
    note: 'Its default token scope is https://ml.azure.com/.default: with Entra give credential_scopes=["https://cognitiveservices.azure.com/.default"].',
    source: `${AZURE_PY}; learn.microsoft.com/azure/foundry/how-to/navigate-from-classic`,
    date: '2025-02-14',
  },
  {
    ecosystem: 'npm',
    name: '@azure-rest/ai-inference',
    ...RETIRED_INFERENCE,
    lastRelease: '1.0.0-beta.6',
    minimums: [
      {
        version: '1.0.0-beta.2',
        need: 'always',
        why: 'beta.2 sends api-key and Authorization: Bearer, and adds embeddings',
        source: '@azure-rest/ai-inference CHANGELOG and package source of beta.2 and beta.6',
        date: '2024-07-17',
      },
    ],
    note: 'Its default token scope is https://ml.azure.com/.default: with Entra give credentials: { scopes: ["https://cognitiveservices.azure.com/.default"] }.',
    source:
      'Azure/azure-sdk-for-js sdk/ai/ai-inference-rest/CHANGELOG.md; Azure/azure-sdk-for-js issue 33189',
    date: '2025-03-18',
  },
  {
    ecosystem: 'nuget',
    name: 'Azure.AI.Inference',
    ...RETIRED_INFERENCE,
    replacement:
      'the OpenAI package with OpenAIClientOptions.Endpoint = https://RESOURCE.services.ai.azure.com/openai/v1/',
    lastRelease: '1.0.0-beta.5',
    minimums: [
      {
        version: '1.0.0-beta.2',
        need: 'key-on-foundry',
        why: 'from beta.2 on it is no longer necessary to add the api-key header by hand',
        source: 'Azure/azure-sdk-for-net sdk/ai/Azure.AI.Inference/CHANGELOG.md',
        date: '2024-10-24',
      },
    ],
    note: 'With Entra add a BearerTokenAuthenticationPolicy with the scope https://cognitiveservices.azure.com/.default: the default scope gives 401.',
    source:
      'Azure/azure-sdk-for-net sdk/ai/Azure.AI.Inference/CHANGELOG.md; Azure/azure-sdk-for-net issue 50872',
    date: '2025-05-14',
  },
  {
    ecosystem: 'maven',
    name: 'com.azure:azure-ai-inference',
    ...RETIRED_INFERENCE,
    status: 'deprecated',
    retires: null,
    replacement: 'com.openai:openai-java with base URL https://RESOURCE.services.ai.azure.com/openai/v1/',
    lastRelease: '1.0.0-beta.5',
    note: 'Set ModelServiceVersion.V2024_05_01_PREVIEW: the newest value, V2024_08_01_PREVIEW, gives 404 on /models.',
    source: 'Azure/azure-sdk-for-java issues 44517, 46600 and 45315',
    date: '2025-09',
  },
  {
    ecosystem: 'pypi',
    name: 'openai',
    minimums: [
      {
        version: '1.0.0',
        need: 'azure-class',
        why: 'AzureOpenAI exists from 1.0.0 on; 0.x has another API (openai.api_type, engine=)',
        source: 'Azure AI model inference FAQ, learn.microsoft.com',
        date: '2026-11',
      },
      {
        version: '1.106.0',
        need: 'entra-on-v1',
        why: 'api_key of OpenAI may be a token provider from 1.106.0 on',
        source: OPENAI_PY,
        date: '2025-09-04',
      },
      {
        version: '1.57.2',
        need: 'trailing-slash',
        why: 'a trailing slash of azure_endpoint is handled from 1.57.2 on',
        source: OPENAI_PY,
        date: '2026-11',
      },
    ],
    note: '3.0.0 (2026-08-12) uses HTTPX2: custom httpx clients and proxies must migrate.',
    source: OPENAI_PY,
    date: '2026-08-12',
  },
  {
    ecosystem: 'npm',
    name: 'openai',
    minimums: [
      {
        version: '4.41.0',
        need: 'azure-class',
        why: 'AzureOpenAI was added in 4.41.0',
        source: OPENAI_JS,
        date: '2026-11',
      },
      {
        version: '5.18.0',
        need: 'entra-on-v1',
        why: 'apiKey may be a function (a token provider) from 5.18.0 on',
        source: OPENAI_JS,
        date: '2025-09',
      },
      {
        version: '6.49.0',
        need: 'trailing-slash',
        why: 'trailing slashes of the endpoint are normalised from 6.49.0 on',
        source: OPENAI_JS,
        date: '2026-11',
      },
    ],
    faulty: [
      {
        from: '5.18.0',
        to: '5.19.0',
        fixedIn: '5.19.1',
        need: 'azure-class',
        why: 'AzureOpenAI with a key sends it wrongly; the lower bound is inferred',
        source: OPENAI_JS,
        date: '2025-09',
      },
    ],
    source: OPENAI_JS,
    date: '2026-11',
  },
  {
    ecosystem: 'nuget',
    name: 'Azure.AI.OpenAI',
    minimums: [
      {
        version: '2.0.0',
        need: 'azure-class',
        why: 'AzureOpenAIClient is the shape of 2.x; 1.0.0 betas have OpenAIClient and send older api-versions',
        source: 'Azure/azure-sdk-for-net sdk/openai/Azure.AI.OpenAI/CHANGELOG.md',
        date: '2026-11',
      },
    ],
    note: 'Release notes of 2.9.0-beta.1 advise the OpenAI package alone, on /openai/v1/.',
    source: 'Azure/azure-sdk-for-net sdk/openai/Azure.AI.OpenAI/CHANGELOG.md',
    date: '2026-03-13',
  },
  {
    ecosystem: 'nuget',
    name: 'OpenAI',
    note: 'OpenAIClientOptions.Endpoint = https://RESOURCE.openai.azure.com/openai/v1/; BearerTokenPolicy for Entra.',
    source: 'MicrosoftDocs/azure-ai-docs articles/ai-foundry/openai/api-version-lifecycle.md',
    date: '2026-03',
  },
  {
    ecosystem: 'npm',
    name: '@azure/openai',
    minimums: [
      {
        version: '2.0.0',
        need: 'always',
        why: '1.x has its own OpenAIClient with api-version 2024-03-01-preview and is retired; 2.x is types beside openai',
        source: '@azure/openai README 1.0.0-beta.13 and 2.0.0',
        date: '2025-01-14',
      },
    ],
    status: 'deprecated',
    retires: '2025-01-14',
    replacement: 'AzureOpenAI or OpenAI of the openai package',
    lastRelease: null,
    source: '@azure/openai README 1.0.0-beta.13 (retired on 2025-01-14)',
    date: '2025-01-14',
  },
  {
    ecosystem: 'maven',
    name: 'com.azure:azure-ai-openai',
    lastRelease: '1.0.0-beta.16',
    replacement: 'com.openai:openai-java',
    note: 'Betas only; newer documentation uses com.openai:openai-java.',
    source: 'langchain4j/langchain4j issue 2720; api-version-lifecycle.md of MicrosoftDocs/azure-ai-docs',
    date: '2025-03',
  },
  {
    ecosystem: 'maven',
    name: 'com.openai:openai-java',
    source: 'MicrosoftDocs/azure-ai-docs articles/ai-foundry/openai/api-version-lifecycle.md',
    date: '2026-03',
  },
  {
    ecosystem: 'pypi',
    name: 'azure-ai-projects',
    minimums: [
      {
        version: '2.0.0',
        need: 'new-portal',
        why: '2.0.0 speaks REST v1 of the new portal and points its OpenAI client at the project endpoint; 1.0.0 is Foundry classic',
        source: 'Azure/azure-sdk-for-python sdk/ai/azure-ai-projects/CHANGELOG.md',
        date: '2026-03-06',
      },
    ],
    note: 'Entra only. 1.0.0b12 removed inference.get_chat_completions_client(); 1.0.0 renamed inference.get_azure_openai_client() to get_openai_client().',
    source: 'Azure/azure-sdk-for-python sdk/ai/azure-ai-projects/CHANGELOG.md',
    date: '2026-03-06',
  },
  {
    ecosystem: 'npm',
    name: '@azure/ai-projects',
    minimums: [
      {
        version: '2.0.0',
        need: 'new-portal',
        why: 'getOpenAIClient() of 2.x calls {project}/openai/v1; getAzureOpenAIClient() of 1.x cut the project path off',
        source: 'Azure/azure-sdk-for-js issue 37406; @azure/ai-projects 2.2.0',
        date: '2026-11',
      },
    ],
    note: 'Entra only, scope https://ai.azure.com/.default.',
    source: '@azure/ai-projects 2.2.0 package source',
    date: '2026-11',
  },
  {
    ecosystem: 'nuget',
    name: 'Azure.AI.Projects',
    source: 'sdk-overview.md of MicrosoftDocs/azure-ai-docs',
    date: '2026-02',
    note: 'Entra only.',
  },
  {
    ecosystem: 'maven',
    name: 'com.azure:azure-ai-projects',
    source: 'sdk-overview.md of MicrosoftDocs/azure-ai-docs',
    date: '2026-02',
    note: 'Entra only.',
  },
  {
    ecosystem: 'pypi',
    name: 'anthropic',
    minimums: [
      {
        version: '0.74.0',
        need: 'claude',
        why: 'AnthropicFoundry was added in 0.74.0',
        source: 'anthropics/anthropic-sdk-python CHANGELOG.md, lib/foundry.py',
        date: '2025-11-18',
      },
      {
        version: '0.107.1',
        need: 'claude',
        why: '0.107.1 restores x-api-key for key authentication',
        source: 'anthropics/anthropic-sdk-python CHANGELOG.md',
        date: '2026-11',
      },
    ],
    source: 'anthropics/anthropic-sdk-python CHANGELOG.md',
    date: '2026-11',
  },
  {
    ecosystem: 'npm',
    name: '@anthropic-ai/foundry-sdk',
    note: 'Sends x-api-key, or Bearer for Entra; has no models and no batches.',
    source: '@anthropic-ai/foundry-sdk 1.1.1 package source',
    date: '2026-11',
  },
  {
    ecosystem: 'npm',
    name: '@anthropic-ai/sdk',
    note: 'For a Foundry resource use @anthropic-ai/foundry-sdk, or base URL https://RESOURCE.services.ai.azure.com/anthropic.',
    source: 'use-foundry-models-claude.md of MicrosoftDocs/azure-ai-docs',
    date: '2026-11',
  },
  {
    ecosystem: 'pypi',
    name: 'langchain-azure-ai',
    minimums: [
      {
        version: '1.1.0',
        need: 'foundry-host',
        why: 'from 1.1.0 on AzureAIOpenAIApiChatModel replaces the classes built on azure-ai-inference, which moved to the extra [v1]',
        source: 'langchain-ai/langchain-azure libs/azure-ai/README.md',
        date: '2026-11',
      },
    ],
    source: 'langchain-ai/langchain-azure libs/azure-ai/README.md',
    date: '2026-11',
  },
  {
    ecosystem: 'pypi',
    name: 'langchain-openai',
    note: 'AzureChatOpenAI calls the deployment route; ChatOpenAI wants base_url=.../openai/v1.',
    source: 'learn.microsoft.com/azure/foundry-classic/foundry-models/supported-languages',
    date: '2026-11',
  },
  {
    ecosystem: 'npm',
    name: '@langchain/openai',
    note: 'AzureChatOpenAI calls the deployment route; its body model is a default that the path overrides.',
    source: 'measured with @langchain/openai 1.5.8 against a local server',
    date: '2026-11',
  },
  {
    ecosystem: 'npm',
    name: '@langchain/azure-openai',
    status: 'deprecated',
    replacement: '@langchain/openai',
    source: '@langchain/azure-openai README 0.0.11',
    date: '2026-11',
  },
  {
    ecosystem: 'pypi',
    name: 'llama-index-llms-azure-inference',
    note: 'Asks for azure-ai-inference >= 1.0.0b2 only: the resolved one must be 1.0.0b5 or later. It stands on a retired SDK.',
    replacement: 'llama-index-llms-azure-openai, or llama-index-llms-openai-like on /openai/v1/',
    source: 'run-llama/llama_index pyproject.toml of llama-index-llms-azure-inference 0.1.0',
    date: '2026-11',
  },
  {
    ecosystem: 'pypi',
    name: 'llama-index-embeddings-azure-inference',
    note: 'Stands on azure-ai-inference, which is retired; the resolved one must be 1.0.0b5 or later.',
    source: 'run-llama/llama_index, llama-index-embeddings-azure-inference',
    date: '2026-11',
  },
  {
    ecosystem: 'pypi',
    name: 'llama-index-llms-azure-openai',
    note: 'Wants engine= (the deployment) besides model= (the model).',
    source: 'run-llama/llama_index, llama-index-llms-azure-openai README',
    date: '2026-11',
  },
  {
    ecosystem: 'pypi',
    name: 'semantic-kernel',
    note: 'The extra for azure-ai-inference needs 1.0.0b6 or later.',
    source: 'microsoft/semantic-kernel python/pyproject.toml',
    date: '2026-11',
  },
  {
    ecosystem: 'nuget',
    name: 'Microsoft.SemanticKernel.Connectors.AzureAIInference',
    status: 'deprecated',
    replacement: 'Microsoft.SemanticKernel.Connectors.OpenAI on /openai/v1/',
    source: 'microsoft/semantic-kernel dotnet/src/Connectors/Connectors.AzureAIInference ([Obsolete])',
    date: '2026-11',
  },
  {
    ecosystem: 'nuget',
    name: 'Microsoft.Extensions.AI.AzureAIInference',
    status: 'deprecated',
    replacement: 'Microsoft.Extensions.AI.OpenAI',
    note: 'Stands on Azure.AI.Inference, which is retired.',
    source: 'Azure/azure-sdk-for-net sdk/ai/Azure.AI.Inference/CHANGELOG.md',
    date: '2025-05',
  },
  {
    ecosystem: 'pypi',
    name: 'litellm',
    note: 'azure/ is the dated route, azure_ai/ Foundry or serverless; Claude: anthropic/ with api_base=.../anthropic.',
    source: 'BerriAI/litellm issues 18024 and 16811',
    date: '2026-11',
  },
  {
    ecosystem: 'npm',
    name: '@ai-sdk/azure',
    minimums: [
      {
        version: '3.0.113',
        need: 'foundry-host',
        why: 'builds /openai/v1 for services.ai.azure.com and cognitiveservices.azure.com hosts from 3.0.113 (3.x) and 4.0.55 (4.x) on',
        source: 'vercel/ai packages/azure/CHANGELOG.md',
        date: '2026-11',
      },
    ],
    faulty: [
      {
        from: '4.0.0',
        to: '4.0.54',
        fixedIn: '4.0.55',
        need: 'foundry-host',
        why: 'Foundry hosts are treated as custom gateways (no /v1, no api-version): 404 with a base that ends in /openai',
        source: 'vercel/ai packages/azure/CHANGELOG.md',
        date: '2026-11',
      },
    ],
    note: '3.0.0 switched the default to the Responses API and api-version=v1.',
    source: 'vercel/ai packages/azure/CHANGELOG.md; measured with 3.0.128',
    date: '2026-11',
  },
  {
    ecosystem: 'go',
    name: 'github.com/openai/openai-go/v3',
    source: 'api-version-lifecycle.md of MicrosoftDocs/azure-ai-docs',
    date: '2026-03',
  },
  {
    ecosystem: 'go',
    name: 'github.com/openai/openai-go',
    source: 'api-version-lifecycle.md of MicrosoftDocs/azure-ai-docs',
    date: '2026-03',
  },
  {
    ecosystem: 'go',
    name: 'github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai',
    replacement: 'github.com/openai/openai-go/v3 with its azure package',
    source: 'Azure/azure-sdk-for-go sdk/ai/azopenai/CHANGELOG.md',
    date: '2026-11',
  },
];

export const SDK_PACKAGES: readonly SdkPackage[] = ROWS.map((row) => ({
  minimums: [],
  faulty: [],
  status: 'current',
  retires: null,
  replacement: null,
  lastRelease: null,
  ...row,
}));

/** Names that people install in error, and the right one. Source: supported-languages.md printed the first. */
export const WRONG_PACKAGE_NAMES: readonly {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  readonly right: string;
}[] = [{ ecosystem: 'npm', name: '@azure/ai-inference', right: '@azure-rest/ai-inference' }];

/** Python names compare without case and with `-`, `_` and `.` alike (PEP 503); NuGet and Maven without case. */
export function packageKey(ecosystem: Ecosystem, name: string): string {
  const lower = name.trim().toLowerCase();
  return ecosystem === 'pypi' ? lower.replace(/[-_.]+/g, '-').replace(/\[.{0,80}$/, '') : lower;
}

export function findPackage(ecosystem: Ecosystem, name: string): SdkPackage | null {
  const key = packageKey(ecosystem, name);
  return (
    SDK_PACKAGES.find((row) => row.ecosystem === ecosystem && packageKey(ecosystem, row.name) === key) ?? null
  );
}
