import type { TokenCredential } from '@azure/core-auth';
import type { Settings } from '../config/settings.js';
import type { Clock, ControlPlaneOptions, Environment, Files } from '../context.js';
import type { ControlPlane } from '../core/control-plane.js';
import type { WireTransport } from '../core/wire.js';
import { chooseCredential } from './credentials/choose.js';
import { resolveArmEndpoint } from './endpoint-policy.js';
import { readTrustedCertificates } from './trust.js';

export interface OpenOptions extends ControlPlaneOptions {
  readonly env: Environment;
  readonly platform: string;
  readonly files: Files;
  readonly clock: Clock;
  readonly interrupt: AbortSignal;
  /** The sandbox: answers in place of the network. No credential is loaded then. */
  readonly transport?: WireTransport | undefined;
  readonly version: string;
}

/**
 * Azure as the settings say. The token is asked for before the SDK is loaded, because az takes most of a
 * second; loopback hosts and the sandbox get a static one and load no credential.
 * Throws `endpoint-refused` and `file-unreadable`; signing in fails with the first request.
 */
export async function openControlPlane(settings: Settings, options: OpenOptions): Promise<ControlPlane> {
  const { clock, interrupt, transport, version, trace, note } = options;
  const endpoint = resolveArmEndpoint(
    transport === undefined ? settings : { armEndpoint: null, cloud: settings.cloud },
  );
  const hasNetwork = transport === undefined;
  const trustedCertificates =
    hasNetwork && !endpoint.isInsecure
      ? await readTrustedCertificates(settings, options.files, options.env, endpoint.isLoopback)
      : undefined;
  const credential =
    hasNetwork && !endpoint.isLoopback
      ? startEarly(chooseCredential(settings, { ...options, trustedCertificates }), endpoint.scope)
      : null;
  const { connect } = await import('./connect.js');
  return connect({
    endpoint,
    credential,
    transport,
    trustedCertificates,
    clock,
    interrupt,
    version,
    trace,
    note,
  });
}

/** Begins the first token at once; its failure shows up with the first request. */
function startEarly(credential: TokenCredential, scope: string): TokenCredential {
  credential.getToken(scope).catch(() => undefined);
  return credential;
}
