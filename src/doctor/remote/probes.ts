import type { Facts } from '../facts.js';
import { mergeFacts } from '../merge-facts.js';
import { findProbeKey, type ProbeKey } from './credential.js';
import { listDeployments } from './listing.js';
import type { DoctorNetwork } from './network.js';
import { reach } from './reach.js';
import { type ProbeTarget, probeTargets } from './target.js';

export interface ProbeInput {
  readonly facts: Facts;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Opened only when there is a host to ask. */
  readonly openNetwork: () => Promise<DoctorNetwork>;
}

/** A dead host is known as dead within two seconds, start and answer included. */
const TIMEOUTS = { resolveMs: 700, connectMs: 900, requestMs: 4000 } as const;

/** True when the facts name a host that may be probed. */
export function hasProbeTarget(facts: Facts): boolean {
  return probeTargets(facts).length > 0;
}

/**
 * Asks the network about the hosts that the facts name: DNS, TLS and the listing of deployments, once each and
 * side by side for two hosts. Nothing that bills, no retry; a key goes only to a host of a resource's own form.
 * What could not be asked is a gap.
 */
export async function probe(input: ProbeInput): Promise<Partial<Facts>> {
  const targets = probeTargets(input.facts);
  if (targets.length === 0) return {};
  const proxy = proxyOf(input.env);
  if (proxy !== null && !targets.every((target) => target.isLoopback)) {
    return {
      gaps: [{ source: 'network', reason: `${proxy} is set, and aimi does not probe through a proxy` }],
    };
  }
  const network = await input.openNetwork();
  const parts = await Promise.all(
    targets.map((target) => {
      const key = findProbeKey(input.facts, input.env, target.isLoopback);
      return probeTarget(network, target, key, input.facts);
    }),
  );
  return onlyFilled(mergeFacts(...parts));
}

async function probeTarget(
  network: DoctorNetwork,
  target: ProbeTarget,
  key: ProbeKey | null,
  facts: Facts,
): Promise<Partial<Facts>> {
  const reached = await reach(network, target, TIMEOUTS);
  if (!reached.isReachable) return reached.facts;
  if (key === null) {
    const reason = `no key of Azure's form in the environment for ${target.hostname} (AZURE_OPENAI_API_KEY, AZURE_AI_KEY, ...)`;
    return mergeFacts(reached.facts, { gaps: [{ source: 'deployments of the resource', reason }] });
  }
  const wanted = facts.deployments[0]?.value ?? target.reading.deployment;
  return mergeFacts(
    reached.facts,
    await listDeployments(network, target, key, wanted ?? null, TIMEOUTS.requestMs),
  );
}

/** A value of the first set variable, in the order of curl and Python's requests; NO_PROXY=* switches it off. */
function proxyOf(env: ProbeInput['env']): string | null {
  if ((env.NO_PROXY ?? env.no_proxy ?? '').includes('*')) return null;
  const names = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'] as const;
  return names.find((name) => (env[name] ?? '') !== '') ?? null;
}

/** Without the empty parts, so that a later merge keeps what others know. */
function onlyFilled(facts: Facts): Partial<Facts> {
  const { responses, texts, gaps, knownDeployments } = facts;
  return { responses, texts, gaps, ...(knownDeployments === null ? {} : { knownDeployments }) };
}
