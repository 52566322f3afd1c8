import { classifyEndpoint } from '../../core/endpoints/classify.js';
import type { EndpointReading } from '../../core/endpoints/types.js';
import type { Facts } from '../facts.js';

/** A resource that may be probed: its host has the form of an Azure one, or is the sandbox on this machine. */
export interface ProbeTarget {
  /** `https://<res>.services.ai.azure.com`, without a trailing slash. */
  readonly root: string;
  readonly hostname: string;
  readonly port: number;
  readonly isLoopback: boolean;
  /** The reading of the base URL or request that led here. */
  readonly reading: EndpointReading;
}

const RESOURCE_HOSTS: ReadonlySet<string> = new Set(['foundry', 'aoai', 'cognitive']);
const MAX_TARGETS = 2;

/**
 * The resources that the facts point at, in the order flag, code and configuration, environment, requests.
 * Everything else (gateways, api.openai.com, templates, plain http) is left out: no key goes there.
 */
export function probeTargets(facts: Facts): readonly ProbeTarget[] {
  const urls = [
    ...facts.endpoints.map(({ value }) => value.url),
    ...facts.clients.flatMap(({ value }) => (value.baseUrl === null ? [] : [value.baseUrl])),
    ...facts.environment.flatMap(({ value }) =>
      value.value !== null && /^https?:\/\//i.test(value.value) ? [value.value] : [],
    ),
    ...facts.requests.map(({ value }) => value.url),
  ];
  const targets = new Map<string, ProbeTarget>();
  for (const url of urls) {
    const target = targetOf(url);
    if (target !== null && !targets.has(target.root)) targets.set(target.root, target);
  }
  return [...targets.values()].slice(0, MAX_TARGETS);
}

/** Null when the host has not the form of a resource's own host. */
export function targetOf(text: string): ProbeTarget | null {
  const reading = classifyEndpoint(text);
  if (reading.host === null || reading.isRedacted) return null;
  if (reading.problems.some(({ kind }) => kind === 'url-in-url' || kind === 'typo-host')) return null;
  if (reading.hostKind === 'loopback') return loopback(reading);
  if (!RESOURCE_HOSTS.has(reading.hostKind) || reading.scheme === 'http') return null;
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(reading.resource ?? '')) return null;
  const hostname = reading.host.replace(/:\d{1,5}$/, '');
  // A port in front of Azure is somebody else's tunnel.
  if (hostname !== reading.host) return null;
  return { root: `https://${hostname}`, hostname, port: 443, isLoopback: false, reading };
}

/** `http://127.0.0.1:PORT/r/<account>` of `aimi sandbox start`. */
function loopback(reading: EndpointReading): ProbeTarget | null {
  const account = /^\/r\/([A-Za-z0-9.-]{1,128})(?:\/|$)/.exec(reading.path)?.[1];
  const base = `${reading.scheme ?? 'http'}://${reading.host ?? ''}`;
  if (account === undefined || !URL.canParse(base)) return null;
  const { hostname, port, protocol } = new URL(base);
  return {
    root: `${base}/r/${account}`,
    hostname,
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
    isLoopback: true,
    reading,
  };
}
