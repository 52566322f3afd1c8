import { connect } from '../../src/azure/connect.js';
import { resolveArmEndpoint } from '../../src/azure/endpoint-policy.js';
import type { Settings } from '../../src/config/settings.js';
import type { Clock, Files } from '../../src/context.js';
import type { WireOutcome, WireRequest, WireTransport } from '../../src/core/wire.js';

export interface FakeClock extends Clock {
  readonly slept: number[];
}

/** Sleeping takes no time and is written down; time moves by what was slept. */
export function fakeClock(start = '2026-11-20T12:00:00Z'): FakeClock {
  const slept: number[] = [];
  let elapsed = 0;
  return {
    slept,
    now: () => new Date(Date.parse(start) + elapsed),
    monotonicMs: () => elapsed,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      elapsed += ms;
    },
  };
}

/** A clock whose limits are never reached: only real answers decide. */
export function patientClock(): Clock {
  return {
    now: () => new Date(),
    monotonicMs: () => 0,
    sleep: (_ms, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      }),
  };
}

export function filesOf(contents: Readonly<Record<string, string>>): Files {
  return {
    readText: async (path) => contents[path] ?? null,
    readTextBounded: () => Promise.reject(new Error('no bounded reading here')),
    list: () => Promise.reject(new Error('no listing here')),
    writeTextAtomically: () => Promise.reject(new Error('no writing here')),
    remove: () => Promise.reject(new Error('no removing here')),
    withLock: (_path, _timeoutMs, work) => work(),
  };
}

export function settingsWith(values: Partial<Settings> = {}): Settings {
  const origin = { kind: 'default' } as const;
  return {
    subscription: null,
    resourceGroup: null,
    account: null,
    location: null,
    tenant: null,
    cloud: 'public',
    auth: 'auto',
    sandbox: false,
    armEndpoint: null,
    caFile: null,
    output: 'table',
    color: 'auto',
    input: true,
    screenReader: false,
    configDirectory: '/config',
    cacheDirectory: '/cache',
    profile: null,
    profiles: {},
    userFile: '/config/config.yaml',
    projectFile: null,
    origins: {
      subscription: origin,
      resourceGroup: origin,
      account: origin,
      location: origin,
      tenant: origin,
      cloud: origin,
      auth: origin,
      sandbox: origin,
      armEndpoint: origin,
      caFile: origin,
      output: origin,
      color: origin,
      input: origin,
      screenReader: origin,
    },
    ...values,
  };
}

export type Answer =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | 'dropped';

export interface Script extends WireTransport {
  readonly requests: WireRequest[];
}

/** Answers in order; one request more than there are answers is an error. */
export function script(...answers: readonly Answer[]): Script {
  const requests: WireRequest[] = [];
  return {
    requests,
    async send(request): Promise<WireOutcome> {
      const answer = answers[requests.length];
      requests.push(request);
      if (answer === undefined) throw new Error(`unexpected ${request.method} ${request.url}`);
      if (answer === 'dropped') return { kind: 'dropped' };
      const { status, headers = {}, body = null } = answer;
      return { kind: 'response', response: { status, headers, body } };
    },
  };
}

export const REF = {
  subscriptionId: '11111111-1111-1111-1111-111111111111',
  resourceGroup: 'rg-demo',
  account: 'contoso-ai',
} as const;
export const ARM = 'https://management.azure.com';
export const ACCOUNT_PATH = `/subscriptions/${REF.subscriptionId}/resourceGroups/rg-demo/providers/Microsoft.CognitiveServices/accounts/contoso-ai`;

export function controlPlaneOver(
  transport: WireTransport,
  options: {
    readonly clock?: Clock;
    readonly interrupt?: AbortSignal;
    readonly trace?: (line: string) => void;
  } = {},
) {
  return connect({
    endpoint: resolveArmEndpoint({ armEndpoint: null, cloud: 'public' }),
    credential: null,
    transport,
    clock: options.clock ?? fakeClock(),
    interrupt: options.interrupt ?? new AbortController().signal,
    version: '9.9.9',
    trace: options.trace,
  });
}

/** Shape of a deployment as recorded in Azure/azure-cli test_cognitiveservices_deployment.yaml, 2025-10-28. */
export function deploymentRow(name: string, provisioningState = 'Succeeded', extra: object = {}) {
  return {
    id: `${ACCOUNT_PATH}/deployments/${name}`,
    type: 'Microsoft.CognitiveServices/accounts/deployments',
    name,
    sku: { name: 'GlobalStandard', capacity: 10 },
    properties: {
      model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-11-20' },
      versionUpgradeOption: 'OnceNewDefaultVersionAvailable',
      currentCapacity: 10,
      capabilities: { chatCompletion: 'true', area: null },
      provisioningState,
      rateLimits: [
        { key: 'request', renewalPeriod: 10, count: 10 },
        { key: 'token', renewalPeriod: 60, count: 10000 },
      ],
      ...extra,
    },
    systemData: { createdAt: '2025-10-28T14:48:25.3936328Z' },
    etag: '"x"',
  };
}
