import { apiVersionRoute, judgeApiVersion } from '../api-versions/judge.js';
import type { CauseCode } from '../causes/codes.js';
import { classifyEndpoint } from './classify.js';
import type { AuthHeader } from './styles.js';
import type { EndpointReading } from './types.js';

export interface RequestSeen {
  readonly url: string;
  /** Empty: unknown. */
  readonly authHeaders: readonly AuthHeader[];
  readonly auth?: 'key' | 'entra' | undefined;
}

export interface RequestJudgement {
  /** `wrong-path`: no such route; `wrong-auth`: the header or the kind of credential does not fit. */
  readonly verdict:
    | 'ok'
    | 'wrong-path'
    | 'wrong-auth'
    | 'wrong-version'
    | 'local-error'
    | 'doubtful'
    | 'unknown';
  /** Status that the service gives; null when it is not known. */
  readonly status: number | null;
  readonly cause: CauseCode | null;
  /** One sentence with the piece of the URL that decides. */
  readonly reason: string;
  readonly source: string;
}

const MEASURED = 'SDKs measured against a local server, 2026-11';
const ENDPOINTS = 'MicrosoftDocs/azure-ai-docs concepts-endpoints-2.md, 2026-07';

/** What an endpoint answers to a request, judged by the URL, the api-version and the auth headers alone. */
export function judgeRequest(seen: RequestSeen): RequestJudgement {
  const reading = classifyEndpoint(seen.url);
  return judgePath(reading) ?? judgeAuth(reading, seen) ?? judgeVersion(reading) ?? fine(reading);
}

const fine = (reading: EndpointReading): RequestJudgement =>
  isJudged(reading)
    ? { verdict: 'ok', status: null, cause: null, reason: 'The route serves this request', source: ENDPOINTS }
    : {
        verdict: 'unknown',
        status: null,
        cause: null,
        reason: `${reading.host ?? 'this host'} is not an Azure host; its owner decides what it serves`,
        source: ENDPOINTS,
      };

function isJudged({ hostKind }: EndpointReading): boolean {
  return hostKind !== 'other' && hostKind !== 'apim' && hostKind !== 'none' && hostKind !== 'provider-com';
}

/** 404, by what stands in the path. Null: the route exists, or nobody can tell. */
function judgePath(reading: EndpointReading): RequestJudgement | null {
  const wrong = (cause: CauseCode, reason: string, source = MEASURED): RequestJudgement => ({
    verdict: 'wrong-path',
    status: 404,
    cause,
    reason,
    source,
  });
  const { path, hostKind, pathKind, operation } = reading;
  const doubled = reading.problems.find(({ kind }) => kind === 'doubled-path');
  if (!isJudged(reading)) {
    return doubled === undefined
      ? null
      : wrong('endpoint.extra-path', `A piece of ${path} stands there twice`);
  }
  if (hostKind === 'github-old') {
    return wrong(
      'endpoint.wrong-style',
      'models.inference.ai.azure.com was removed on 2025-10-17',
      'github.blog changelog 2025-07-17',
    );
  }
  if (hostKind === 'typo') {
    return wrong(
      'endpoint.placeholder-or-malformed',
      `${reading.host} is not a host of Azure; it is *.openai.azure.com`,
    );
  }
  if (reading.problems.some(({ kind }) => kind === 'text-after-query')) {
    return wrong('endpoint.extra-path', 'Text follows the query, so it becomes part of the api-version');
  }
  if (pathKind === 'project' && /\/openai\/deployments\//i.test(path)) {
    return wrong('endpoint.project-endpoint', 'A project endpoint has no /openai/deployments');
  }
  if (pathKind === 'project' && operation !== null && isInference(operation)) {
    return wrong(
      'endpoint.project-endpoint',
      `A project endpoint has no /${operation}: it needs /openai/v1 in front of it`,
    );
  }
  if (pathKind === 'models' && /\/openai\//i.test(path)) {
    return wrong('endpoint.wrong-style', `AzureOpenAI adds /openai/deployments behind /models: ${path}`);
  }
  if (pathKind === 'openai-v1' && /\/v1\/deployments\//i.test(path)) {
    return wrong('sdk.wrong-class', `AzureOpenAI adds /deployments behind /openai/v1: ${path}`);
  }
  if (doubled !== undefined) return wrong('endpoint.extra-path', `A piece of ${path} stands there twice`);
  const isServerless = hostKind === 'serverless' || hostKind === 'serverless-old';
  if (isServerless && (pathKind === 'models' || pathKind.startsWith('openai'))) {
    return wrong('endpoint.serverless-vs-services', `A serverless endpoint has no ${path}`);
  }
  if (isServerless || hostKind === 'managed' || hostKind === 'github' || hostKind === 'openai-com')
    return null;
  if (pathKind === 'models' && reading.problems.some(({ kind }) => kind === 'singular-model')) {
    return wrong(
      'endpoint.missing-models-path',
      'The path is /models, not /model',
      'configure-entra-id/troubleshooting.md prints /model; 2026-11',
    );
  }
  if (pathKind === 'models' && hostKind !== 'foundry' && hostKind !== 'loopback' && hostKind !== 'redacted') {
    return wrong(
      'endpoint.wrong-style',
      `/models exists on *.services.ai.azure.com only, not on ${reading.host}`,
      ENDPOINTS,
    );
  }
  if (pathKind === 'models' && reading.problems.some(({ kind }) => kind === 'extra-segments')) {
    return wrong('endpoint.extra-path', `Nothing answers at ${path}`);
  }
  if (pathKind === 'operation' && operation !== null) {
    return reading.hostKind === 'foundry'
      ? wrong(
          'endpoint.missing-models-path',
          `/${operation} stands right behind the host: /openai/v1 or /models is missing`,
        )
      : wrong('endpoint.wrong-style', `/${operation} stands right behind the host: /openai/v1 is missing`);
  }
  if (pathKind === 'v1') return wrong('endpoint.wrong-style', `${path} has no /openai in front of /v1`);
  if (pathKind === 'openai' && operation !== null && isChatLike(operation)) {
    return wrong('endpoint.wrong-style', `${path} lacks /v1 or /deployments/NAME behind /openai`);
  }
  if (pathKind === 'other' && reading.problems.some(({ kind }) => kind === 'extra-segments')) {
    return wrong('endpoint.wrong-style', `No route begins with ${path}`);
  }
  return null;
}

function judgeAuth(reading: EndpointReading, { authHeaders, auth }: RequestSeen): RequestJudgement | null {
  if (authHeaders.length === 0 || !isJudged(reading)) return null;
  const isBearerOnly = !authHeaders.includes('api-key') && authHeaders.includes('authorization');
  const isKey = auth !== 'entra';
  const wrong = (cause: CauseCode, reason: string, source: string): RequestJudgement => ({
    verdict: 'wrong-auth',
    status: 401,
    cause,
    reason,
    source,
  });
  const isProject = reading.pathKind === 'project' || reading.pathKind === 'project-v1';
  if (isProject && isKey) {
    return {
      ...wrong(
        'auth.wrong-header',
        'A project endpoint wants an Entra token for https://ai.azure.com, not a key',
        'MicrosoftDocs/azure-ai-docs sdk-overview.md, 2026-02; a key as Bearer was accepted once, 2026-07-18',
      ),
      verdict: 'doubtful',
    };
  }
  if (isKey && isBearerOnly && reading.pathKind === 'models') {
    const source = 'openai/openai-python issue 2070; Azure/azure-sdk-for-python issue 37408';
    return wrong(
      'auth.wrong-header',
      'The key goes as Authorization: Bearer; /models takes it as api-key',
      source,
    );
  }
  if (isKey && isBearerOnly && reading.pathKind === 'openai-deployment') {
    const source =
      'Azure/azure-sdk-for-python issue 37045 (401 in 2024 and 2025; some routes accepted it in 2026-07)';
    const reason = 'The key goes as Authorization: Bearer; the deployment route takes it as api-key';
    return wrong('auth.wrong-header', reason, source);
  }
  if (isKey && isBearerOnly && reading.pathKind === 'provider') {
    const source = 'dalisys/n8n-nodes-universal-reranker issue 7';
    return wrong(
      'auth.wrong-header',
      'The key goes as Authorization: Bearer; /providers takes it as api-key',
      source,
    );
  }
  const isServerless = reading.hostKind === 'serverless' || reading.hostKind === 'serverless-old';
  if (isKey && isServerless && !authHeaders.includes('authorization')) {
    const source = 'enricoros/big-AGI issue 608';
    return wrong('auth.wrong-header', 'A serverless endpoint takes its key as Authorization: Bearer', source);
  }
  if (!isKey && reading.hostKind === 'regional') {
    return {
      ...wrong(
        'auth.custom-subdomain-required',
        'Tokens need the own host name of the resource',
        'microsoft/microsoft-foundry-for-vscode issue 131',
      ),
      status: 400,
    };
  }
  return null;
}

function judgeVersion(reading: EndpointReading): RequestJudgement | null {
  if (!isJudged(reading) || reading.operation === null) return null;
  const route = apiVersionRoute(reading);
  const judged = judgeApiVersion(route, reading.apiVersion, {
    operation: reading.operation,
    model: reading.deployment,
  });
  const answer = { status: route === 'v1' ? 400 : 404, reason: judged.text, source: judged.source };
  switch (judged.verdict) {
    case 'ok':
      return null;
    case 'missing':
      return { ...answer, verdict: 'wrong-version', cause: 'endpoint.missing-api-version' };
    case 'tolerated':
    case 'unknown':
    case 'not-wanted':
      return { ...answer, verdict: 'doubtful', status: null, cause: 'endpoint.bad-api-version' };
    default:
      return { ...answer, verdict: 'wrong-version', cause: 'endpoint.bad-api-version' };
  }
}

function isChatLike(operation: string): boolean {
  return operation === 'chat/completions' || operation === 'completions' || operation === 'embeddings';
}

function isInference(operation: string): boolean {
  return isChatLike(operation) || operation === 'responses';
}
