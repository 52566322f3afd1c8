import type { CauseInfo } from './cause-info.js';

export const SDK_CAUSES = {
  'sdk.too-old': {
    title: 'This release of the SDK is at fault',
    meaning:
      'A later release works with the same configuration: the installed one has a known fault or lacks what is used.',
    culprits: [
      'azure-ai-inference before 1.0.0b5, which sends keys as Authorization: Bearer only',
      'openai 0.x (Python) or before 4.41.0 (JavaScript), which has no AzureOpenAI',
      'a lock file that keeps an old release',
    ],
    fix: ['Upgrade {package} to {minimum} or later, and write the lock file anew'],
    neighbours: [
      { code: 'sdk.wrong-class', how: 'the release is new enough, but another class is needed' },
      { code: 'auth.wrong-header', how: 'the caller, not the SDK, puts the key into the wrong header' },
    ],
    sources: [
      'CHANGELOG files of azure-ai-inference, openai (Python, JavaScript) and @ai-sdk/azure, 2026-11',
      'Azure/azure-sdk-for-python issues 37408 and 37888, 2026-11',
    ],
  },
  'sdk.wrong-class': {
    title: 'The wrong client class is used',
    meaning:
      'OpenAI and AzureOpenAI send different paths and headers. The plain one without a base URL calls api.openai.com; the Azure one on /openai/v1 doubles the path.',
    culprits: [
      'OpenAI with an Azure key and no base URL: the call goes to api.openai.com',
      'AzureOpenAI on /openai/v1',
      'an Azure OpenAI client on a serverless endpoint',
    ],
    fix: [
      'AzureOpenAI: endpoint https://{resource}.openai.azure.com/ and an api-version',
      'OpenAI: base URL https://{resource}.openai.azure.com/openai/v1/ and no api-version',
    ],
    neighbours: [
      {
        code: 'endpoint.wrong-style',
        how: 'the class is the wanted one and the base URL is what should change',
      },
      { code: 'sdk.wrong-endpoint-for-sdk', how: 'the class is right and the URL is in the wrong parameter' },
    ],
    sources: [
      'openai 7.57 measured, 2026-11',
      'MicrosoftDocs/azure-ai-docs api-version-lifecycle-content.md, 2026-03',
    ],
  },
  'sdk.unsupported-provider-sdk': {
    title: "A model maker's own SDK on an endpoint that does not take it",
    meaning:
      'The SDKs of Cohere, Mistral and AI21 build paths that a Foundry resource does not serve. Anthropic is the exception: its Foundry client on /anthropic is the documented way.',
    culprits: [
      'the provider SDK pointed at *.services.ai.azure.com',
      'a library that picks the provider SDK by the model name',
    ],
    fix: [
      'Use the openai package on https://{resource}.services.ai.azure.com/openai/v1/ with the deployment as model',
      'Rerank: POST https://{resource}.services.ai.azure.com/providers/cohere/v2/rerank with the header api-key',
      'Claude: AnthropicFoundry on https://{resource}.services.ai.azure.com/anthropic',
    ],
    neighbours: [
      {
        code: 'endpoint.serverless-vs-services',
        how: 'the provider SDK works on a serverless endpoint, and this is a resource',
      },
      {
        code: 'deployment.operation-unsupported',
        how: 'the path is served and the model refuses the operation',
      },
    ],
    sources: [
      'MicrosoftDocs/azure-ai-docs foundry-classic/foundry-models/faq.yml, 2026-11',
      'BerriAI/litellm issue 18024, cohere-ai 8.1.0 and @mistralai/mistralai-azure 2.0.0 measured, 2026-11',
    ],
  },
  'sdk.wrong-endpoint-for-sdk': {
    title: 'Right value, wrong parameter or form for this SDK',
    meaning:
      'The SDK wants the URL in another parameter or another form: AzureOpenAI takes azure_endpoint (the root) or base_url (the whole path), LangChain an instance name, azure-ai-inference the /models URL.',
    culprits: [
      'a deployment URL in azure_endpoint, or the root in base_url',
      'a URL where an instance or resource name is wanted',
      'parameters of an older release (openai_api_base)',
    ],
    fix: [
      'AzureOpenAI: azure_endpoint (JavaScript: endpoint) = https://{resource}.openai.azure.com/',
      'LangChain.js: azureOpenAIApiInstanceName = {resource}, the name alone',
    ],
    neighbours: [
      { code: 'sdk.env-var-override', how: 'the value comes from a variable that was not meant' },
      { code: 'sdk.too-old', how: 'a later release takes the value in that place' },
      { code: 'endpoint.extra-path', how: 'the parameter is right and the URL has too much behind it' },
      { code: 'sdk.wrong-class', how: 'no parameter of this class takes the URL' },
    ],
    sources: ['openai lib/azure.py and azure.ts, @langchain/openai 1.5.8, 2026-11'],
  },
  'sdk.env-var-override': {
    title: 'Another variable is read than the one meant',
    meaning:
      'SDKs read variables by themselves. One that is set for something else wins, or the value stands under a name that this SDK does not read.',
    culprits: [
      'OPENAI_BASE_URL or OPENAI_API_BASE set on the machine',
      'OPENAI_API_KEY read by AzureOpenAI in Python because AZURE_OPENAI_API_KEY is missing',
      'AZURE_OPENAI_API_VERSION set, while AzureOpenAI reads OPENAI_API_VERSION',
      'a .env file that is loaded too late, or does not override the shell',
    ],
    fix: [
      'Give endpoint, key and api-version as parameters, or set the variable that this SDK reads and unset the other',
    ],
    neighbours: [
      { code: 'endpoint.placeholder-or-malformed', how: 'the variable that is read has a bad value' },
      { code: 'auth.key-wrong-resource', how: 'no variable is in the way; the key itself is another one' },
    ],
    sources: ['openai-python lib/azure.py and openai-node azure.ts, langchain_openai azure.py, 2026-11'],
  },
} as const satisfies Record<string, CauseInfo>;
