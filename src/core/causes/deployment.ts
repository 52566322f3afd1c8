import type { CauseInfo } from './cause-info.js';

const LIST = 'See what exists: aimi deployments list -a {account}';

export const DEPLOYMENT_CAUSES = {
  'deployment.not-found': {
    title: 'No deployment of that name on this resource',
    meaning:
      'Route and credential are right; the name is not there. Azure routes by deployment name, not by model.',
    culprits: [
      'a deployment that was never made, or was deleted',
      'a name from a sample',
      'another resource than the one that holds it',
    ],
    fix: [LIST, 'Make it: aimi deploy MODEL --name {deployment}', 'Or give an existing name as model'],
    neighbours: [
      {
        code: 'deployment.model-name-instead',
        how: 'the name given is that of a model, and a deployment of that model exists',
      },
      { code: 'deployment.name-mismatch', how: 'a very similar name exists' },
      { code: 'deployment.not-ready', how: 'it was made within the last minutes' },
      { code: 'deployment.wrong-resource', how: 'it exists on another resource' },
    ],
    sources: ['OpenBMB/AgentVerse issue 140, MicrosoftDocs/azure-docs issue 114013, 2026-11'],
  },
  'deployment.name-mismatch': {
    title: 'The deployment has a slightly different name',
    meaning:
      'A deployment exists under a name that differs in punctuation, blanks, case or a few letters. Names with blanks are sent encoded and never match.',
    culprits: [
      'gpt-35-turbo against gpt-3.5-turbo',
      'a blank at the end',
      'the name of the resource or project in its place',
    ],
    fix: ['Use the name as the list shows it: {deployment}', LIST],
    neighbours: [
      { code: 'deployment.not-found', how: 'nothing similar exists' },
      { code: 'deployment.model-name-instead', how: 'the name is the model of a deployment' },
    ],
    sources: [
      'MicrosoftDocs/azure-ai-docs how-to-model-inference-to-openai-migration-content.md (names are case-sensitive; the older FAQ says not), 2026-03',
    ],
  },
  'deployment.model-name-instead': {
    title: "The model's name was given instead of the deployment's",
    meaning:
      'The call names the model (gpt-4o, or a catalog id such as gpt-5-mini-2025-08-07), while the deployment has a name of its own.',
    culprits: [
      'a tool with a fixed list of models',
      'samples written for api.openai.com',
      'a deployment with a free name',
    ],
    fix: [
      'Give the deployment name as model: {deployment}',
      'Or name the deployment after its model: aimi deploy MODEL --name MODEL',
      LIST,
    ],
    neighbours: [
      { code: 'deployment.not-found', how: 'there is no deployment of that model at all' },
      { code: 'deployment.missing', how: 'no name is sent' },
    ],
    sources: ['langflow-ai/langflow issue 14023, 2026-11'],
  },
  'deployment.not-ready': {
    title: 'The deployment is not routable yet',
    meaning:
      'A new deployment can answer DeploymentNotFound for about five minutes after it is made; on the Foundry route the state Succeeded can still give unknown_model for a while.',
    culprits: ['a call right behind the deployment', 'a pipeline that does not wait'],
    fix: [
      'Wait: aimi deployments wait {deployment} -a {account}',
      'Call again after five minutes, with backoff',
    ],
    neighbours: [
      { code: 'deployment.not-found', how: 'it stays like this after five minutes' },
      { code: 'service.outage', how: 'the status is 5xx' },
    ],
    sources: ['microsoft-foundry/new-foundry-portal issue 127, OpenBMB/AgentVerse issue 140, 2026-11'],
  },
  'deployment.wrong-resource': {
    title: 'The deployment is on another resource',
    meaning: 'The name exists, but the endpoint is that of another resource, region or subscription.',
    culprits: [
      'two resources with similar names',
      'endpoint and key of one, deployment of the other',
      'a fallback to a second region without the deployment',
    ],
    fix: [
      'Use the endpoint of the resource that holds {deployment}',
      'Find it: aimi accounts list, then aimi deployments list -a NAME',
    ],
    neighbours: [
      { code: 'deployment.not-found', how: 'no resource has it' },
      { code: 'auth.key-wrong-resource', how: 'the answer is 401: the key fits the other resource' },
    ],
    sources: ['joselcaguilar/azure-openai-ha issue 119, 2026-11'],
  },
  'deployment.operation-unsupported': {
    title: 'The deployed model does not serve this operation',
    meaning:
      'Route, credential and name are right, and the model cannot do what is asked: chat on an embeddings model, /completions on a chat model, the Responses API where it is not offered, Claude on /openai/v1.',
    culprits: [
      'an embeddings deployment named as chat model',
      'the legacy /completions call',
      'a client that defaults to the Responses API',
      'Claude called outside /anthropic',
    ],
    fix: [
      'See what the model does: aimi deployments show {deployment} -a {account}',
      'Call the operation that it serves (chat/completions, embeddings, responses; /anthropic/v1/messages for Claude)',
    ],
    neighbours: [
      { code: 'request.unsupported-parameter', how: 'the operation is right and one parameter is refused' },
      {
        code: 'endpoint.wrong-style',
        how: 'the answer is Resource not found, without the name of the model',
      },
    ],
    sources: [
      'microsoft/AI-Red-Teaming-Playground-Labs issue 18, anthropics/claude-code issue 67179, 2026-11',
      'MicrosoftDocs/azure-ai-docs concepts-endpoints-2.md, 2026-07',
    ],
  },
  'deployment.missing': {
    title: 'The request names no deployment or model',
    meaning:
      '/models and /openai/v1 choose the deployment by model in the body. None was sent, so there is nothing to route to.',
    culprits: [
      'model left out of complete()',
      'a client that knows the deployment from the path only',
      'an empty variable',
    ],
    fix: ['Send model = {deployment} with the request', LIST],
    neighbours: [{ code: 'deployment.not-found', how: 'a name is sent and not found' }],
    sources: [
      'microsoft/AI-Red-Teaming-Playground-Labs issue 14, microsoft/semantic-kernel issue 10339, 2026-11',
    ],
  },
} as const satisfies Record<string, CauseInfo>;
