import type { Account } from '../control-plane.js';
import { type CallTarget, callRouteFor, hostsOf } from './call-route.js';
import { curlLine, isSafeForCode } from './curl-line.js';

/** A request that works for a deployment, to copy and try. */
export interface FirstCall {
  /** Base URL for an SDK. */
  readonly endpoint: string;
  /** Endpoint style, as docs and `doctor` name it. */
  readonly style: 'foundry-v1' | 'aoai-v1' | 'foundry-anthropic' | 'serverless';
  readonly method: 'POST';
  readonly url: string;
  /** How to authenticate: a header with a placeholder, never a key. */
  readonly auth: 'api-key' | 'entra';
  /** A shell line (POSIX quoting). */
  readonly curl: string;
}

/** The call to try after a deployment, or null where no route is known to serve the model. */
export function firstCallFor(account: Account, target: CallTarget): FirstCall | null {
  const route = callRouteFor(hostsOf(account), target);
  if (route === null || !isSafeForCode(route.url, target.deployment)) return null;
  const auth = account.localAuthDisabled ? 'entra' : 'api-key';
  const curl = curlLine(route, target.deployment, auth === 'entra' ? 'entra' : 'key');
  return { endpoint: route.endpoint, style: route.style, method: 'POST', url: route.url, auth, curl };
}
