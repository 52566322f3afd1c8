import type { CauseInfo } from './cause-info.js';

const ROLES = 'MicrosoftDocs/azure-ai-docs configure-entra-id/troubleshooting.md, 2026-11';

export const AUTH_CAUSES = {
  'auth.key-invalid': {
    title: 'The key is not valid',
    meaning: 'The gateway knows the host and does not know the key: mistyped, cut, rotated or revoked.',
    culprits: ['a rotated key', 'a key cut or with a blank or line break at its end', 'an empty variable'],
    fix: [
      'Read the key anew: az cognitiveservices account keys list -n {account} -g {group}',
      'Send it as api-key, without quotes and blanks',
    ],
    neighbours: [
      { code: 'auth.key-wrong-resource', how: 'the key is good, for another resource or service' },
      { code: 'sdk.env-var-override', how: 'another variable than the one meant holds the key that is sent' },
      { code: 'auth.wrong-header', how: 'the answer speaks of an access token, though a key was sent' },
      { code: 'auth.local-auth-disabled', how: 'the code is AuthenticationTypeDisabled' },
    ],
    sources: ['microsoft/semantic-kernel issue 10337, Azure/azure-sdk-for-net issue 26321, 2026-11'],
  },
  'auth.key-wrong-resource': {
    title: 'The key belongs to another resource or service',
    meaning:
      'A valid key of another resource, region or service: the answer is the same as for a wrong one, "invalid subscription key or wrong API endpoint".',
    culprits: [
      'a key of api.openai.com (sk-...) on Azure, or the reverse',
      'endpoint and key from two resources',
      'a key of a search or speech resource',
    ],
    fix: [
      'Take endpoint and key from the same resource: az cognitiveservices account keys list -n {account} -g {group}',
    ],
    neighbours: [
      { code: 'auth.key-invalid', how: 'the key fits no resource' },
      { code: 'sdk.env-var-override', how: 'another variable than the one meant holds the key that is sent' },
      { code: 'deployment.wrong-resource', how: 'the answer is 404 DeploymentNotFound: the key fits' },
      { code: 'sdk.wrong-class', how: 'the call went to api.openai.com' },
    ],
    sources: ['SciSharp/BotSharp issue 386, microsoft/semantic-kernel issue 10337, 2026-11'],
  },
  'auth.wrong-header': {
    title: 'The credential is in the wrong header',
    meaning:
      'Resources take keys as api-key; a key as Authorization: Bearer is judged as a token and refused. Serverless endpoints want the reverse, Claude x-api-key, gateways of your own often Ocp-Apim-Subscription-Key.',
    culprits: [
      'OpenAI on /models or on a deployment URL',
      'a tool that only sends Bearer',
      'an own API Management that wants its subscription header',
    ],
    fix: [
      'Resource: send api-key: KEY (default_headers={"api-key": key}, or AzureOpenAI)',
      'Serverless: Authorization: Bearer KEY. Claude: x-api-key. Own gateway: Ocp-Apim-Subscription-Key',
    ],
    neighbours: [
      { code: 'auth.key-invalid', how: 'the answer says invalid subscription key: the header was right' },
      { code: 'sdk.too-old', how: 'the SDK sends Bearer by itself and a later one does not' },
      { code: 'auth.wrong-audience', how: 'a real token was sent' },
    ],
    sources: [
      'Azure/azure-sdk-for-python issue 37408, openai/openai-python issue 2070, danny-avila/LibreChat issue 4767, continuedev/continue issue 4601, 2026-11',
    ],
  },
  'auth.wrong-audience': {
    title: 'The token is for another audience',
    meaning:
      'The token is genuine and was issued for another service. Resources accept https://cognitiveservices.azure.com and https://ai.azure.com, projects https://ai.azure.com alone.',
    culprits: [
      'the default scope of the inference SDKs, https://ml.azure.com/.default',
      'a cognitiveservices token on a project endpoint',
      'a management or Graph token',
      'the scope of another cloud',
    ],
    fix: [
      'Ask for https://cognitiveservices.azure.com/.default on resource endpoints, https://ai.azure.com/.default on project endpoints',
      'azure-ai-inference: credential_scopes=["https://cognitiveservices.azure.com/.default"]',
    ],
    neighbours: [
      { code: 'auth.wrong-header', how: 'what was sent is a key' },
      { code: 'auth.missing-role', how: 'the answer is PermissionDenied: the audience was right' },
      { code: 'auth.token-expired', how: 'it worked before with the same settings' },
    ],
    sources: [
      'Azure/azure-sdk-for-net issue 50872, microsoft/agent-framework issue 7201, 2026-11',
      'learn.microsoft.com: newer pages name ai.azure.com for resources too, 2026-09',
    ],
  },
  'auth.wrong-tenant': {
    title: "The token is from another tenant than the resource's",
    meaning:
      'The sign-in is in one Entra tenant and the resource trusts another: "Token tenant does not match resource tenant".',
    culprits: [
      'an account in several tenants',
      'az login without --tenant',
      'a service principal of another tenant',
    ],
    fix: [
      'Sign in to the tenant of the subscription: az login --tenant TENANT',
      'Or give tenant_id to the credential (AZURE_TENANT_ID)',
    ],
    neighbours: [
      { code: 'auth.missing-role', how: 'the tenant is right and the identity lacks the role' },
      { code: 'auth.wrong-audience', how: 'the message names an audience' },
    ],
    sources: [
      'microsoft/semantic-kernel issue 11239, Azure-Samples/azure-search-openai-demo issue 1837, 2026-11',
    ],
  },
  'auth.token-expired': {
    title: 'The token has expired',
    meaning:
      'Tokens live for about an hour. One that is kept as a string, or cached over a long job, is refused with 401 later.',
    culprits: ['a token fetched once at start', 'a token pasted into a variable', 'a clock that is wrong'],
    fix: [
      'Give the client a token provider in place of a token: get_bearer_token_provider(credential, scope)',
      'Sign in again: az login',
    ],
    neighbours: [
      { code: 'auth.wrong-audience', how: 'it never worked' },
      { code: 'auth.key-invalid', how: 'a key is in use' },
    ],
    sources: [ROLES],
  },
  'auth.missing-role': {
    title: 'The identity lacks a data-plane role',
    meaning:
      'The token is right; the identity may not call models. Owner and Contributor manage the resource and do not include that. The status is 401, though it is no key problem.',
    culprits: [
      'only Owner or Contributor given',
      'a role given minutes ago',
      'Cognitive Services OpenAI User on a model that is not from OpenAI',
      'a managed identity without any role',
    ],
    fix: [
      'az role assignment create --assignee ID --role "Cognitive Services User" --scope RESOURCE_ID',
      'Projects need "Azure AI User" (newer name "Foundry User")',
      'Wait about five minutes after it is given',
    ],
    neighbours: [
      { code: 'auth.wrong-audience', how: 'the message speaks of an access token or audience' },
      { code: 'auth.wrong-tenant', how: 'the message speaks of tenants' },
    ],
    sources: [
      ROLES,
      'Azure-Samples/azure-search-openai-demo issue 1837, davrous/AzureAgentToM365 issue 3, 2026-11',
    ],
  },
  'auth.local-auth-disabled': {
    title: 'Keys are switched off on this resource',
    meaning:
      'disableLocalAuth is true, often by Azure Policy: every key is refused with AuthenticationTypeDisabled (403).',
    culprits: ['a policy of the organisation', 'a template that sets disableLocalAuth'],
    fix: [
      'Sign in with Entra instead: DefaultAzureCredential with https://cognitiveservices.azure.com/.default and the role "Cognitive Services User"',
      'Or allow keys again: az resource update --ids RESOURCE_ID --set properties.disableLocalAuth=false',
    ],
    neighbours: [
      { code: 'auth.key-invalid', how: 'the answer is 401 about the subscription key' },
      { code: 'network.firewall', how: 'the 403 speaks of network, firewall or public access' },
    ],
    sources: [
      'microsoft/sample-app-aoai-chatGPT issue 1000, Azure-Samples/azure-search-openai-demo issue 1617, 2026-11',
    ],
  },
  'auth.custom-subdomain-required': {
    title: "Entra tokens need the resource's own host name",
    meaning:
      'A token was sent to a host without a custom subdomain (a regional one); the service answers 400 and asks for one.',
    culprits: ['a resource made without --custom-domain', 'the regional endpoint in the settings'],
    fix: [
      'az cognitiveservices account update -n {account} -g {group} --custom-domain NAME',
      'Then use https://NAME.openai.azure.com/ as endpoint',
    ],
    neighbours: [
      { code: 'endpoint.region-host', how: 'a key was used, or the answer is 403 or 404' },
      { code: 'auth.wrong-audience', how: 'the host is already its own' },
    ],
    sources: ['microsoft/microsoft-foundry-for-vscode issue 131, 2026-11'],
  },
} as const satisfies Record<string, CauseInfo>;
