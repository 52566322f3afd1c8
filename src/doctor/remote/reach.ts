import type { Facts, Found, ResponseFact, Where } from '../facts.js';
import type { DoctorNetwork, NetworkFailure } from './network.js';
import type { ProbeTarget } from './target.js';

export interface Reach {
  readonly isReachable: boolean;
  readonly facts: Partial<Facts>;
}

/** Who signs for Azure's hosts; another issuer is somebody who opens TLS on the way. Seen 2026-11. */
const AZURE_ISSUERS = /microsoft|digicert/i;
/** RFC 1918, RFC 6598, loopback and unique local addresses. */
const PRIVATE =
  /^(?:10\.|127\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd][0-9a-f]{2}:|fe80:|::1$)/i;

/** DNS, then TLS. What fails becomes a response without a status, and the line that Node would print. */
export async function reach(
  network: DoctorNetwork,
  target: ProbeTarget,
  timeouts: { readonly resolveMs: number; readonly connectMs: number },
): Promise<Reach> {
  if (target.isLoopback) return { isReachable: true, facts: {} };
  const { hostname } = target;
  const resolved = await network.resolve(hostname, timeouts.resolveMs);
  if (resolved.kind === 'failed') {
    return { isReachable: false, facts: failureFacts(target, resolved, `DNS lookup of ${hostname}`) };
  }
  const isPrivate = resolved.addresses.length > 0 && resolved.addresses.every((one) => PRIVATE.test(one));
  const tls = await network.connectTls(hostname, target.port, timeouts.connectMs);
  if (tls.kind === 'failed') {
    const label = `TLS connection to ${hostname}`;
    const message = isPrivate
      ? `${tls.message}; ${hostname} resolves to the private address ${resolved.addresses[0] ?? ''} (private endpoint)`
      : tls.message;
    return { isReachable: false, facts: failureFacts(target, { ...tls, message }, label) };
  }
  return { isReachable: true, facts: AZURE_ISSUERS.test(tls.issuer) ? {} : interception(target, tls.issuer) };
}

/** A failed probe as facts: evidence for DNS, proxy and firewall causes. */
export function failureFacts(target: ProbeTarget, failure: NetworkFailure, label: string): Partial<Facts> {
  const where: Where = { kind: 'probe', label };
  const response: Found<ResponseFact> = {
    value: { status: null, code: failure.code, message: failure.message, headers: {}, url: target.root },
    where,
  };
  return { responses: [response], texts: [{ value: `${failure.code}: ${failure.message}`, where }] };
}

function interception(target: ProbeTarget, issuer: string): Partial<Facts> {
  return {
    gaps: [
      {
        source: `TLS connection to ${target.hostname}`,
        reason: `the certificate is issued by '${issuer.slice(0, 80)}', not by Microsoft or DigiCert: a proxy opens TLS on the way, and a client that does not trust it will fail`,
      },
    ],
  };
}
