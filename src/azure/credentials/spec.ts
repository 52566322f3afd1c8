import type { Environment } from '../../context.js';

/** All that a credential is built from. */
export interface CredentialSpec {
  readonly env: Environment;
  readonly tenantId: string | null;
  /** `https://login.microsoftonline.com` or another cloud's. */
  readonly authority: string;
  /** False for an authority that Microsoft's instance discovery does not know. */
  readonly isKnownAuthority: boolean;
  readonly trustedCertificates: string[] | undefined;
  /** For commands such as az, which run as child processes. */
  readonly timeoutMs: number;
  /** Tells a person what to do now: open this page, type this code. */
  say(line: string): void;
}
