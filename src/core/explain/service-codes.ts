import type { CauseCode } from '../causes/codes.js';

/** A code that a model endpoint, or the runtime before it, prints; causes most likely first. */
export interface ServiceCode {
  readonly code: string;
  /** Statuses it was seen with; empty for codes of a runtime. */
  readonly statuses: readonly number[];
  readonly means: string;
  readonly causes: readonly [CauseCode, ...CauseCode[]];
  /** Reports and pages, read 2026-11. */
  readonly source: string;
}

export const SERVICE_CODES: readonly ServiceCode[] = [
  {
    code: 'DeploymentNotFound',
    statuses: [404],
    means:
      'Route and credential are right; the resource has no deployment of that name, or it is minutes old.',
    causes: [
      'deployment.not-found',
      'deployment.model-name-instead',
      'deployment.name-mismatch',
      'deployment.not-ready',
      'deployment.wrong-resource',
    ],
    source: 'OpenBMB/AgentVerse issue 140, NousResearch/hermes-agent issue 47812',
  },
  {
    code: 'unknown_model',
    statuses: [400, 404],
    means: 'The Foundry gateway has no deployment of that name, or it is not wired yet.',
    causes: ['deployment.not-found', 'deployment.model-name-instead', 'deployment.not-ready'],
    source: 'microsoft-foundry/new-foundry-portal issue 127, enricoros/big-AGI issue 898',
  },
  {
    code: 'no_model_name',
    statuses: [400],
    means: 'The body names no model. Route, api-version and key are right.',
    causes: ['deployment.missing'],
    source: 'microsoft/AI-Red-Teaming-Playground-Labs issue 14, microsoft/semantic-kernel issue 10339',
  },
  {
    code: 'api_not_supported',
    statuses: [404],
    means: 'The model does not speak this API (Claude outside /anthropic), or the path is doubled.',
    causes: ['deployment.operation-unsupported', 'endpoint.extra-path', 'endpoint.wrong-style'],
    source: 'anthropics/claude-code issue 67179, anomalyco/opencode issue 14879',
  },
  {
    code: 'AuthenticationTypeDisabled',
    statuses: [403],
    means: 'Keys are switched off on the resource (disableLocalAuth).',
    causes: ['auth.local-auth-disabled'],
    source: 'microsoft/sample-app-aoai-chatGPT issue 1000',
  },
  {
    code: 'PermissionDenied',
    statuses: [401, 403],
    means:
      'With "Principal does not have access": the identity lacks a data-plane role. With "invalid subscription key": the key does not fit the host.',
    causes: ['auth.missing-role', 'auth.key-invalid', 'auth.key-wrong-resource', 'auth.wrong-tenant'],
    source: 'configure-entra-id/troubleshooting.md, Azure-Samples/azure-search-openai-demo issue 1837',
  },
  {
    code: 'OperationNotSupported',
    statuses: [400],
    means: 'The deployed model does not serve this operation.',
    causes: ['deployment.operation-unsupported'],
    source: 'microsoft/AI-Red-Teaming-Playground-Labs issue 18',
  },
  {
    code: 'unsupported_parameter',
    statuses: [400],
    means: 'The model refuses a parameter; the message names it.',
    causes: ['request.unsupported-parameter'],
    source: 'microsoft/vscode-copilot-release issue 11584, egoist/chatwise-releases issue 1023',
  },
  {
    code: 'parameter_not_supported',
    statuses: [422],
    means: 'The model lacks the capability behind a parameter.',
    causes: ['request.unsupported-parameter'],
    source: 'reference-model-inference-api.md of MicrosoftDocs/azure-ai-docs',
  },
  {
    code: 'extra_forbidden',
    statuses: [422],
    means: 'A serverless or managed model refuses a field that it does not know.',
    causes: ['request.unsupported-parameter'],
    source: 'BerriAI/litellm issue 3899',
  },
  {
    code: 'content_filter',
    statuses: [400],
    means: 'The content filter stopped the prompt or the answer.',
    causes: ['request.content-filter'],
    source: 'microsoft/TinyTroupe issue 85',
  },
  {
    code: 'ResponsibleAIPolicyViolation',
    statuses: [400],
    means: 'The content filter stopped the prompt or the answer.',
    causes: ['request.content-filter'],
    source: 'microsoft/TinyTroupe issue 85, browser-use/browser-use issue 262',
  },
  {
    code: 'BadRequest',
    statuses: [400],
    means:
      'Too general alone: with "API version not supported" or "api-version query parameter is not allowed" it is about the api-version.',
    causes: ['endpoint.bad-api-version', 'request.unsupported-parameter'],
    source: 'JetBrains/koog issue 2150, pydantic/pydantic-ai issue 5066',
  },
  {
    code: 'model_not_found',
    statuses: [404],
    means: 'The wording of api.openai.com or of a proxy: the call may not have reached Azure at all.',
    causes: ['sdk.wrong-class', 'sdk.env-var-override', 'deployment.not-found'],
    source: 'not seen from the router of Azure; OpenAI API reference',
  },
  {
    code: 'invalid_api_key',
    statuses: [401],
    means: 'The wording of api.openai.com: an Azure key went there, or the key is wrong.',
    causes: ['sdk.wrong-class', 'auth.key-wrong-resource', 'auth.key-invalid'],
    source: 'SciSharp/BotSharp issue 386, OpenAI API reference',
  },
  {
    code: 'context_length_exceeded',
    statuses: [400],
    means: 'The prompt is longer than the context of the model. Everything else is right.',
    causes: ['none', 'request.unsupported-parameter'],
    source: 'OpenAI API reference',
  },
  {
    code: 'RateLimitReached',
    statuses: [429],
    means: 'Tokens or requests a minute are used up.',
    causes: ['quota.rate-limited'],
    source:
      'foundry/openai/includes/quota-2.md of MicrosoftDocs/azure-ai-docs; the code itself is unverified',
  },
  {
    code: 'NoCapacity',
    statuses: [429, 503],
    means: 'The region is busy; this is capacity and not quota.',
    causes: ['quota.rate-limited', 'service.outage'],
    source: 'pollinations/pollinations issue 6260 (the wording); the code itself is unverified',
  },
  {
    code: 'Timeout',
    statuses: [408],
    means: 'The backend was too slow: stream, or ask for less.',
    causes: ['service.outage', 'none'],
    source: 'langgenius/dify-official-plugins issue 2199',
  },
  {
    code: 'InternalServerError',
    statuses: [500],
    means: "A fault on the service's side, or a feature that the model does not go with. Retry once.",
    causes: ['service.outage'],
    source: 'microsoft/sample-app-aoai-chatGPT issue 1266',
  },
  {
    code: 'ENOTFOUND',
    statuses: [],
    means: 'The host name does not resolve: nothing was sent.',
    causes: ['endpoint.unreachable-dns', 'endpoint.placeholder-or-malformed'],
    source: 'Node.js errors documentation',
  },
  {
    code: 'EAI_AGAIN',
    statuses: [],
    means: 'The resolver did not answer: nothing was sent.',
    causes: ['endpoint.unreachable-dns'],
    source: 'Node.js errors documentation',
  },
  {
    code: 'ECONNREFUSED',
    statuses: [],
    means: 'Nobody listens at the address; with a proxy set, at that of the proxy.',
    causes: ['network.proxy-tls'],
    source: 'Node.js errors documentation',
  },
  {
    code: 'SELF_SIGNED_CERT_IN_CHAIN',
    statuses: [],
    means: 'A proxy opens TLS with its own certificate authority.',
    causes: ['network.proxy-tls'],
    source: 'Node.js TLS documentation',
  },
  {
    code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    statuses: [],
    means: 'The certificate authority is not known here: usually a proxy that opens TLS.',
    causes: ['network.proxy-tls'],
    source: 'Node.js TLS documentation',
  },
  {
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    statuses: [],
    means: 'The certificate is for another name: a custom domain points at an Azure host by CNAME.',
    causes: ['network.proxy-tls'],
    source: 'Node.js errors documentation',
  },
  {
    code: 'UND_ERR_HEADERS_OVERFLOW',
    statuses: [],
    means: 'The headers of the answer are too large for the client. This is not a 431.',
    causes: ['network.proxy-tls', 'none'],
    source: 'undici documentation',
  },
];

export function findServiceCode(text: string): ServiceCode | null {
  const wanted = text.trim().toLowerCase();
  return SERVICE_CODES.find(({ code }) => code.toLowerCase() === wanted) ?? null;
}
