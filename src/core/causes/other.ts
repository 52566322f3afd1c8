import { HEADER_LIMIT_SOURCE, HEADER_SIZE_SOURCE } from '../headers/classes.js';
import type { CauseInfo } from './cause-info.js';

export const OTHER_CAUSES = {
  'network.firewall': {
    title: 'Refused by the network rules of the resource',
    meaning:
      'The address of the caller is not allowed, public access is off, or the private endpoint is not used. Key and deployment were not looked at.',
    culprits: [
      'network ACL without the address of the caller',
      'public access disabled and DNS answering with the public address',
      'a service that calls from an unlisted address',
    ],
    fix: [
      'az cognitiveservices account network-rule add -n {account} -g {group} --ip-address ADDRESS',
      'With a private endpoint: let the host resolve to the private address (private DNS zones), on the network or VPN',
    ],
    neighbours: [
      { code: 'auth.local-auth-disabled', how: 'the code is AuthenticationTypeDisabled' },
      { code: 'endpoint.unreachable-dns', how: 'the name does not resolve at all' },
    ],
    sources: [
      'Azure-Samples/azure-sql-db-chatbot issue 3, TabularEditor/TabularEditor3 issue 1557, continuedev/continue issue 12547, 2026-11',
    ],
  },
  'network.proxy-tls': {
    title: 'A proxy or TLS interception breaks the connection',
    meaning:
      'The connection fails before HTTP, or a proxy answers in place of Azure: an unknown certificate authority, 407, a refused connection to the proxy.',
    culprits: [
      'a company proxy that opens TLS',
      'HTTPS_PROXY that the runtime ignores (fetch of Node) or obeys',
      'a custom domain with a CNAME to an Azure host',
    ],
    fix: [
      'Trust the authority of the proxy: NODE_EXTRA_CA_CERTS (Node), REQUESTS_CA_BUNDLE or SSL_CERT_FILE (Python)',
      'Give the proxy to the client, or exclude the host with NO_PROXY',
    ],
    neighbours: [
      { code: 'endpoint.unreachable-dns', how: 'ENOTFOUND or getaddrinfo: no address was found' },
      { code: 'network.firewall', how: 'an HTTP 403 came back from Azure' },
    ],
    sources: ['behaviour of Node and OpenSSL, not of Azure; 2026-11'],
  },
  'headers.too-many': {
    title: 'Too many or too large request headers',
    meaning:
      'At most 10 custom headers are allowed; more give 431. One header longer than 8190 bytes, often an Entra token with many groups or a cookie, gives 431 as well.',
    culprits: [
      'tracing and tenant headers added one by one',
      'a proxy that adds x-forwarded-* and its own',
      'a very long bearer token',
    ],
    fix: [
      'Remove custom headers until there are 10 or fewer',
      'Shorten the token (fewer groups) or drop the cookie',
    ],
    neighbours: [
      {
        code: 'network.proxy-tls',
        how: 'the client says UND_ERR_HEADERS_OVERFLOW: that is about the answer',
      },
    ],
    sources: [HEADER_LIMIT_SOURCE, HEADER_SIZE_SOURCE, 'openai/openai-python issue 1096, 2026-11'],
  },
  'quota.rate-limited': {
    title: 'Rate limit reached',
    meaning:
      'Tokens or requests a minute of the deployment are used up, or the region is busy ("high demand" is capacity, not quota). Endpoint, key and name are right.',
    culprits: [
      'capacity set low at deployment',
      'max_tokens far above need',
      'retries without backoff: refused calls count too',
    ],
    fix: [
      'Wait as retry-after-ms or Retry-After says, with backoff',
      'Raise the capacity: aimi deployments update {deployment} --capacity N -a {account}',
    ],
    neighbours: [{ code: 'service.outage', how: 'the status is 5xx' }],
    sources: [
      'MicrosoftDocs/azure-ai-docs foundry/openai/includes/quota-2.md, 2026-11',
      'dyad-sh/dyad issue 1849, jasonacox/TinyLLM issue 17, 2026-11',
    ],
  },
  'request.unsupported-parameter': {
    title: 'The body holds something this model or limit does not allow',
    meaning: 'Route, credential and deployment are right; a parameter or value is refused (400 or 422).',
    culprits: [
      'max_tokens on a reasoning model (max_completion_tokens)',
      'temperature on a reasoning model',
      'messages on /responses (input)',
      'parameters that a library adds (n, user)',
    ],
    fix: [
      'Rename or remove the parameter that the message names',
      'On /models: header extra-parameters: drop or pass-through',
    ],
    neighbours: [
      { code: 'deployment.operation-unsupported', how: 'the whole operation is refused' },
      { code: 'endpoint.bad-api-version', how: 'the message names an api-version' },
    ],
    sources: [
      'microsoft/vscode-copilot-release issue 11584, BerriAI/litellm issue 3899, egoist/chatwise-releases issue 1023, 2026-11',
    ],
  },
  'request.content-filter': {
    title: 'The content filter stopped the prompt or the answer',
    meaning:
      'Everything is configured as it should be; prompt or answer was filtered (ResponsibleAIPolicyViolation).',
    culprits: ['a prompt that the policy rates as harmful', 'a jailbreak shield triggered by system text'],
    fix: [
      'Change the prompt, and handle finish_reason content_filter',
      'Or assign another content filter policy to the deployment',
    ],
    neighbours: [{ code: 'request.unsupported-parameter', how: 'the code is not content_filter' }],
    sources: ['microsoft/TinyTroupe issue 85, browser-use/browser-use issue 262, 2026-11'],
  },
  'service.outage': {
    title: "A fault on the service's side",
    meaning:
      'The service answers 500, 502, 503 or 408, or worked and stopped without a change. Nothing in the configuration explains it.',
    culprits: [
      'an incident in the region',
      'a backend that timed out',
      'a feature and model that do not go together (500)',
    ],
    fix: [
      'Retry with backoff',
      'Look at https://azure.status.microsoft and the resource health; give the request id to support',
    ],
    neighbours: [
      { code: 'quota.rate-limited', how: 'the status is 429' },
      { code: 'deployment.not-ready', how: 'the deployment is some minutes old' },
    ],
    sources: [
      'MicrosoftDocs/azure-ai-docs foundry/openai/how-to/troubleshoot-errors.md, 2026-09',
      'microsoft/sample-app-aoai-chatGPT issue 1266, 2026-11',
    ],
  },
  'model.retired': {
    title: 'The model version is no longer served',
    meaning: 'Retired versions answer no calls and can not be deployed. Endpoint and key are right.',
    culprits: [
      'a deployment of a version whose retirement day has passed',
      'a template that names an old version',
    ],
    fix: ['See versions and days: aimi models show MODEL', 'Deploy the successor: aimi deploy MODEL'],
    neighbours: [
      { code: 'deployment.not-found', how: 'the deployment itself is gone' },
      { code: 'model.region-unavailable', how: 'the version is served elsewhere' },
    ],
    sources: ['microsoft/microsoft-foundry-for-vscode issues 491 and 557, 2026-11'],
  },
  'model.region-unavailable': {
    title: 'The model is not offered in that region or SKU',
    meaning:
      'The region, or the deployment type there, does not have this model version. Endpoint and key are right.',
    culprits: [
      'a template with a fixed region',
      'Standard where only GlobalStandard is offered',
      'a model open to registered customers',
    ],
    fix: ['See regions and SKUs: aimi models show MODEL', 'Choose another region or SKU'],
    neighbours: [
      { code: 'model.retired', how: 'the version is offered nowhere' },
      { code: 'quota.rate-limited', how: 'the message speaks of quota or capacity' },
    ],
    sources: [
      'microsoft/microsoft-foundry-for-vscode issues 497 and 644, microsoft/azurechat issue 447, 2026-11',
    ],
  },
  none: {
    title: 'The configuration is right; the fault is elsewhere',
    meaning:
      'Endpoint, credential, deployment and SDK fit together. The fault is in the caller: prompt too long, a bug in handling the stream or the messages.',
    culprits: [
      'a prompt longer than the context',
      'an empty choices list while streaming',
      'a bug of the calling library',
    ],
    fix: [
      'Read the message: it names the limit or the line',
      'Try the plain call of aimi snippet {deployment} to be sure',
    ],
    neighbours: [
      { code: 'request.unsupported-parameter', how: 'the service refuses a parameter' },
      { code: 'service.outage', how: 'the plain call fails too' },
    ],
    sources: ['public reports of SDK repositories, 2026-11'],
  },
} as const satisfies Record<string, CauseInfo>;
