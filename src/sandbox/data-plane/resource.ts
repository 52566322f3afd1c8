import { activeScenario } from '../exchange.js';
import { fold, foldRegion, type SandboxAccount, type SandboxState } from '../state.js';

/** `any`: addressed by its subdomain alone, which no real host does; every API answers there. */
export type HostKind = 'any' | 'foundry' | 'openai' | 'cognitive' | 'regional';

/** Where a request has arrived: a resource, or the shared host of a region. */
export type Resource =
  | { readonly kind: Exclude<HostKind, 'regional'>; readonly account: SandboxAccount }
  | { readonly kind: 'regional'; readonly region: string; readonly accounts: readonly SandboxAccount[] };

const RESOURCE_HOST = /^([a-z0-9-]{1,64})\.(services\.ai|openai|cognitiveservices)\.azure\.com$/;
const REGIONAL_HOST = /^([a-z0-9]{1,40})\.api\.cognitive\.microsoft\.com$/;
const KINDS: Readonly<Record<string, 'foundry' | 'openai' | 'cognitive'>> = {
  'services.ai': 'foundry',
  openai: 'openai',
  cognitiveservices: 'cognitive',
};

/** True for the public cloud's hosts of a resource and for the shared hosts of the regions. */
export function isDataHost(host: string): boolean {
  return RESOURCE_HOST.test(host) || REGIONAL_HOST.test(host);
}

/**
 * The resource behind a host or a bare subdomain; null when there is none, which on Azure is a name that does
 * not resolve. A resource of kind OpenAI has no `services.ai` host.
 */
export function findResource(state: SandboxState, host: string): Resource | null {
  const accounts =
    activeScenario(state, 'account-soft-deleted') === undefined
      ? state.accounts.filter((account) => account.provisioningState === 'Succeeded')
      : [];
  const region = REGIONAL_HOST.exec(host)?.[1];
  if (region !== undefined) {
    const there = accounts.filter((account) => foldRegion(account.location) === region);
    return there.length === 0 ? null : { kind: 'regional', region, accounts: there };
  }
  const match = RESOURCE_HOST.exec(host);
  const subdomain = match?.[1] ?? host;
  const kind = KINDS[match?.[2] ?? ''] ?? 'any';
  const account = accounts.find(
    (one) => one.customSubdomain !== null && fold(one.customSubdomain) === subdomain,
  );
  if (account === undefined || (kind === 'foundry' && account.kind !== 'AIServices')) return null;
  return { kind, account };
}

/** `/r/<subdomain or host>/rest` on the loopback server, or the Host header of a redirected client. */
export function readDataAddress(
  path: string,
  hostHeader: string,
): { readonly host: string; readonly path: string } | null {
  const host = fold(hostHeader.replace(/:\d{1,5}$/, ''));
  if (isDataHost(host)) return { host, path };
  const match = /^\/r\/([^/]{1,128})(\/.*)?$/.exec(path);
  if (match === null) return null;
  return { host: fold(match[1] ?? ''), path: match[2] ?? '/' };
}
