import type { CauseInfo } from './cause-info.js';

export const ENDPOINT_CAUSES = {
  'endpoint.wrong-style': {
    title: 'Base URL and client do not belong together',
    meaning:
      'Host and base path fit another route than the one that the client builds, so the request reaches a path that nothing serves. The key was not even looked at.',
    culprits: [
      'an OpenAI-compatible client (OpenAI, ChatOpenAI) on the bare resource root',
      '/openai or /v1 left out of the base URL',
      'a dated /openai/deployments path given to a client that speaks /openai/v1, or the reverse',
      'a gateway that expects its own prefix',
    ],
    fix: [
      'For OpenAI and what is compatible with it: base URL https://{resource}.openai.azure.com/openai/v1/ or https://{resource}.services.ai.azure.com/openai/v1/, without api-version',
      'For AzureOpenAI: endpoint https://{resource}.openai.azure.com/ alone, with api-version 2024-10-21',
    ],
    neighbours: [
      {
        code: 'endpoint.missing-models-path',
        how: 'the client is a model inference client and the host is right',
      },
      { code: 'endpoint.extra-path', how: 'the requested path has a piece twice' },
      {
        code: 'deployment.not-found',
        how: 'the answer says DeploymentNotFound or unknown_model: the route was right',
      },
    ],
    sources: [
      'MicrosoftDocs/azure-ai-docs concepts-endpoints-2.md, 2026-07',
      'openai 7.57 measured against a local server, 2026-11',
    ],
  },
  'endpoint.missing-models-path': {
    title: '/models is missing behind the host',
    meaning:
      'A model inference client on a Foundry resource adds /chat/completions to its endpoint. Without /models in front of it the gateway answers 404 Resource not found.',
    culprits: ['the endpoint copied from the resource overview', 'older documentation that prints /model'],
    fix: [
      'Set the endpoint to https://{resource}.services.ai.azure.com/models',
      'Or move to OpenAI on https://{resource}.services.ai.azure.com/openai/v1/: the inference clients are retired',
    ],
    neighbours: [
      {
        code: 'endpoint.wrong-style',
        how: 'the client is no inference client, or the host is openai.azure.com',
      },
      {
        code: 'endpoint.serverless-vs-services',
        how: 'the host is *.models.ai.azure.com: there /models is wrong',
      },
    ],
    sources: [
      'Azure/azure-sdk-for-python issue 39835, 2026-11',
      'MicrosoftDocs/azure-ai-docs ai-foundry/foundry-models/concepts/endpoints.md, 2025-11',
    ],
  },
  'endpoint.extra-path': {
    title: 'The base URL already holds a piece that the client adds',
    meaning:
      'The client appends its path to the base URL. When the base ends in that path already, it stands there twice, and the gateway answers 404.',
    culprits: [
      'the whole target URI of the portal, with /chat/completions, given as endpoint',
      '/openai/v1 given to AzureOpenAI, which adds /openai/deployments',
      'a client that adds /v1 itself on a base that ends in /v1',
      'text behind ?api-version=...',
    ],
    fix: [
      'Cut the base URL in front of the operation; give the api-version as a parameter: {endpoint}',
      'For /openai/v1 use the class OpenAI, not AzureOpenAI',
    ],
    neighbours: [
      { code: 'endpoint.wrong-style', how: 'nothing is doubled, a piece is missing' },
      { code: 'sdk.wrong-endpoint-for-sdk', how: 'the value is right, but belongs into another parameter' },
    ],
    sources: [
      'openai 7.57 and @azure-rest/ai-inference 1.0.0-beta.6 measured, 2026-11',
      'JetBrains/koog issue 2150, anomalyco/opencode issue 14879, 2026-11',
    ],
  },
  'endpoint.placeholder-or-malformed': {
    title: 'The endpoint is not a usable URL',
    meaning:
      'Template text was never replaced, the scheme is missing, a whole URL stands where a name is wanted, or a host name is a typo (res.azure.openai.com for res.openai.azure.com).',
    culprits: [
      'a sample run as it is',
      'a variable that is empty or not expanded',
      'the resource name and the endpoint mixed up',
    ],
    fix: [
      'Copy the endpoint from the resource: az cognitiveservices account show -n {account} -g {group} --query properties.endpoint -o tsv',
      'Write it with https:// and without quotes or blanks',
    ],
    neighbours: [
      { code: 'endpoint.unreachable-dns', how: 'the URL is well formed, but the name does not resolve' },
      { code: 'sdk.env-var-override', how: 'the variable has a good value, but another one is read' },
    ],
    sources: ['openai lib/azure.ts and lib/azure.py (the typo stands in their comments), 2026-11'],
  },
  'endpoint.region-host': {
    title: "A shared regional host instead of the resource's own",
    meaning:
      '<region>.api.cognitive.microsoft.com is shared by all resources of a region. Model routes, tokens, network rules and private endpoints need the own host of the resource.',
    culprits: [
      'a resource made without a custom subdomain',
      'the endpoint shown for older Cognitive Services',
    ],
    fix: [
      'Use https://{resource}.openai.azure.com/ or https://{resource}.services.ai.azure.com/',
      'Without a custom subdomain set one: az cognitiveservices account update -n {account} -g {group} --custom-domain NAME',
    ],
    neighbours: [
      {
        code: 'auth.custom-subdomain-required',
        how: 'a token was sent and the answer asks for a custom subdomain',
      },
      { code: 'network.firewall', how: 'the host is right and the answer speaks of a virtual network' },
    ],
    sources: ['continuedev/continue issue 12547, microsoft/microsoft-foundry-for-vscode issue 131, 2026-11'],
  },
  'endpoint.project-endpoint': {
    title: 'A project endpoint is used for a call that it does not serve',
    meaning:
      '/api/projects/<project> lists deployments, connections and agents. It has no /chat/completions and no /openai/deployments; only /openai/v1 below it speaks to models, and that wants an Entra token.',
    culprits: ['the endpoint on the first page of the Foundry portal, which is that of the project'],
    fix: [
      'Use the resource endpoint: https://{resource}.services.ai.azure.com/openai/v1/',
      'Or AIProjectClient with the project endpoint and its OpenAI client, signed in with Entra (scope https://ai.azure.com/.default)',
    ],
    neighbours: [
      { code: 'auth.wrong-audience', how: 'the path is right and the answer is 401 about the audience' },
      { code: 'endpoint.wrong-style', how: 'there is no /api/projects in the URL' },
    ],
    sources: [
      'MicrosoftDocs/azure-ai-docs sdk-overview.md, 2026-02',
      'microsoft/agent-framework issue 7201, 2026-11',
    ],
  },
  'endpoint.serverless-vs-services': {
    title: 'A serverless endpoint is treated as a resource, or the reverse',
    meaning:
      'A serverless endpoint (*.models.ai.azure.com) serves one model, has no /models and takes its key as Authorization: Bearer. A resource (*.services.ai.azure.com) serves many, below /models or /openai/v1, and takes api-key.',
    culprits: [
      'a key of one used on the other',
      '/models appended to a serverless host',
      'a tool that knows one of the two',
    ],
    fix: [
      'Serverless: https://NAME.REGION.models.ai.azure.com with Authorization: Bearer, no /models',
      'Resource: https://{resource}.services.ai.azure.com/models or /openai/v1/ with api-key, and the deployment as model',
    ],
    neighbours: [
      { code: 'endpoint.missing-models-path', how: 'the host is that of a resource and /models is missing' },
      { code: 'auth.wrong-header', how: 'the style is right and only the header is wrong' },
    ],
    sources: [
      'enricoros/big-AGI issue 608, microsoft/semantic-kernel issue 10339, 2026-11',
      'azure-ai-inference README 1.0.0b9, 2025-02',
    ],
  },
  'endpoint.unreachable-dns': {
    title: 'The host name does not resolve',
    meaning: 'No address was found for the host, so nothing was sent. Keys and deployments play no part.',
    culprits: [
      'a typo in the resource name',
      'a resource that was deleted or has no custom subdomain',
      'a private DNS zone that lacks the record',
      'a resolver that is down (EAI_AGAIN)',
    ],
    fix: [
      'Compare with the endpoint that the resource has: az cognitiveservices account show -n {account} -g {group} --query properties.endpoint -o tsv',
      'With a private endpoint link the zones privatelink.openai.azure.com, privatelink.services.ai.azure.com and privatelink.cognitiveservices.azure.com to the network',
    ],
    neighbours: [
      { code: 'network.firewall', how: 'the name resolves, and the answer is 403 or a time-out' },
      { code: 'network.proxy-tls', how: 'the name that fails is that of a proxy, or TLS breaks' },
    ],
    sources: ['learn.microsoft.com/azure/private-link/private-endpoint-dns, 2026-11'],
  },
  'endpoint.missing-api-version': {
    title: 'The request has no api-version',
    meaning:
      '/openai/deployments/... and /models need ?api-version=. Without it they answer 404 Resource not found, or 400 Missing required query parameter; AzureOpenAI throws before it sends.',
    culprits: [
      'OpenAI with a deployment URL as base, which adds no query',
      'a hand-written request',
      'api-version set for another client only',
    ],
    fix: [
      'Add api-version={apiVersion} (2024-10-21 on /openai/deployments, 2024-05-01-preview on /models)',
      'Or change to /openai/v1/, which needs none',
    ],
    neighbours: [
      { code: 'endpoint.bad-api-version', how: 'one is sent, and it is not accepted' },
      { code: 'sdk.wrong-class', how: 'the class OpenAI is used with a deployment URL: AzureOpenAI adds it' },
    ],
    sources: [
      'andrewyng/aisuite issue 186, fastrepl/anarlog issue 3928, 2026-11',
      'MicrosoftDocs/azure-ai-docs api-version-lifecycle.md, 2026-03',
    ],
  },
  'endpoint.bad-api-version': {
    title: 'The api-version does not fit this route, model or feature',
    meaning:
      'It does not exist, is retired, is too old for the model or the feature, belongs to another route, or is sent where none is allowed (/openai/v1). An unknown one gives 404 Resource not found, not 400.',
    culprits: [
      'a dated api-version on /openai/v1',
      'the version of a model in place of an api-version',
      'an SDK default newer than the route (2024-08-01-preview on /models)',
      'a version from before the model (o1 and later need 2024-12-01-preview)',
    ],
    fix: [
      '/openai/deployments: 2024-10-21, or 2025-03-01-preview and later for Responses',
      '/models: 2024-05-01-preview',
      '/openai/v1: none at all; use OpenAI instead of AzureOpenAI',
    ],
    neighbours: [
      { code: 'endpoint.missing-api-version', how: 'none is sent' },
      { code: 'endpoint.wrong-style', how: 'the path has no route, whatever the api-version' },
    ],
    sources: [
      'MicrosoftDocs/azure-ai-docs api-version-lifecycle.md, 2026-03',
      'Azure/azure-sdk-for-java issue 44517, spring-projects/spring-ai issue 2424, pydantic/pydantic-ai issue 5066, 2026-11',
    ],
  },
} as const satisfies Record<string, CauseInfo>;
