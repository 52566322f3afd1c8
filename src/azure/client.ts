import { createSecureContext } from 'node:tls';
import { CognitiveServicesManagementClient } from '@azure/arm-cognitiveservices';
import type { TokenCredential } from '@azure/core-auth';
import {
  bearerTokenAuthenticationPolicyName,
  createHttpHeaders,
  createPipelineRequest,
  formDataPolicyName,
  type HttpClient,
  type Pipeline,
  proxyPolicyName,
} from '@azure/core-rest-pipeline';
import type { Clock } from '../context.js';
import type { ArmEndpoint } from './endpoint-policy.js';
import { hostGuard } from './pipeline/host-guard.js';
import { createRetry } from './pipeline/retry.js';
import { staticTokenPolicy } from './pipeline/static-token.js';
import { timeLimit } from './pipeline/time-limit.js';
import { tracePolicy } from './pipeline/trace.js';
import type { HeaderReader } from './retry-after.js';
import { unexpectedAnswer } from './wire-value.js';

/** An attempt without an answer for this long is given up. The largest list (600 KB) takes seconds. */
const TIME_LIMIT_MS = 60_000;

export interface ArmClientOptions {
  readonly endpoint: ArmEndpoint;
  /** Null: the static token of loopback hosts and the sandbox. */
  readonly credential: TokenCredential | null;
  readonly httpClient?: HttpClient | undefined;
  readonly trustedCertificates?: string[] | undefined;
  readonly clock: Clock;
  readonly version: string;
  readonly trace?: ((line: string) => void) | undefined;
  readonly note?: ((line: string) => void) | undefined;
}

export interface RawRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute. */
  readonly url: string;
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

export interface RawResponse {
  readonly status: number;
  readonly url: string;
  readonly header: HeaderReader;
  /** Parsed JSON; null for an empty body. */
  readonly body: unknown;
  /** An earlier attempt broke off after it was sent, so the service may already have acted on it. */
  readonly lostAnswer: boolean;
}

export interface ArmClient {
  readonly endpoint: ArmEndpoint;
  sdk(subscriptionId: string): CognitiveServicesManagementClient;
  /** Through the same pipeline as the SDK's own calls. Resolves for every status. */
  send(request: RawRequest): Promise<RawResponse>;
}

/** The SDK's client with our retry, host guard and trace; one pipeline for all subscriptions. */
export function createArmClient(options: ArmClientOptions): ArmClient {
  const { endpoint, credential, clock } = options;
  const retry = createRetry(clock, options.note);
  const clients = new Map<string, CognitiveServicesManagementClient>();
  let pipeline: Pipeline | undefined;

  const sdk = (subscriptionId: string): CognitiveServicesManagementClient => {
    const known = clients.get(subscriptionId);
    if (known !== undefined) return known;
    const client = new CognitiveServicesManagementClient(credential ?? NO_CREDENTIAL, subscriptionId, {
      endpoint: endpoint.url,
      credentialScopes: endpoint.scope,
      userAgentOptions: { userAgentPrefix: `aimi/${options.version}` },
      ...(pipeline === undefined ? {} : { pipeline }),
      ...(endpoint.isInsecure ? { allowInsecureConnection: true } : {}),
      ...(options.httpClient === undefined ? {} : { httpClient: options.httpClient }),
      ...(options.httpClient !== undefined || endpoint.isInsecure ? {} : { tlsOptions: sharedTls(options) }),
    });
    if (pipeline === undefined) {
      pipeline = client.pipeline;
      pipeline.removePolicy({ name: 'defaultRetryPolicy' });
      // It asks whether a body is FormData, and on Node 20 that question loads undici: 8 ms of every command.
      pipeline.removePolicy({ name: formDataPolicyName });
      pipeline.addPolicy(retry.policy, { phase: 'Retry' });
      if (endpoint.isLoopback) pipeline.removePolicy({ name: proxyPolicyName });
      if (credential === null) {
        pipeline.removePolicy({ name: bearerTokenAuthenticationPolicyName });
        pipeline.addPolicy(staticTokenPolicy());
      }
      pipeline.addPolicy(hostGuard(endpoint.origin), { afterPhase: 'Sign' });
      pipeline.addPolicy(timeLimit(TIME_LIMIT_MS), { afterPhase: 'Sign' });
      if (options.trace !== undefined)
        pipeline.addPolicy(tracePolicy(options.trace, clock), { afterPhase: 'Sign' });
    }
    clients.set(subscriptionId, client);
    return client;
  };

  return {
    endpoint,
    sdk,
    async send({ method, url, body, signal }) {
      const request = createPipelineRequest({
        url,
        method,
        headers: createHttpHeaders({
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        }),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        abortSignal: signal,
        allowInsecureConnection: endpoint.isInsecure,
      });
      const [client] = clients.values();
      const response = await (client ?? sdk(NO_SUBSCRIPTION)).sendRequest(request);
      return {
        status: response.status,
        url: request.url,
        header: (name) => response.headers.get(name),
        body:
          'parsedBody' in response
            ? (response.parsedBody ?? null)
            : readJson(response.bodyAsText, response.status),
        lostAnswer: retry.lostAnswer(request),
      };
    },
  };
}

/** One context for all connections: making one takes 10 ms, and reads run side by side. */
function sharedTls({ trustedCertificates }: Pick<ArmClientOptions, 'trustedCertificates'>) {
  const given = trustedCertificates === undefined ? {} : { ca: trustedCertificates };
  return { ...given, secureContext: createSecureContext(given) };
}

/** A raw request names its subscription in its path; the client's own is not used for it. */
const NO_SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';

const NO_CREDENTIAL: TokenCredential = { getToken: () => Promise.resolve(null) };

/** An error page of a proxy stays text; a success must be JSON. */
function readJson(text: string | null | undefined, status: number): unknown {
  if (text === undefined || text === null || text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    if (status >= 400) return text;
    throw unexpectedAnswer('no JSON');
  }
}
