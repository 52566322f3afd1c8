/**
 * What the doctor may ask of the network. `src/io` implements it over node:dns, node:tls and node:https; tests
 * make up their own. Nothing is retried, redirects are not followed, and what fails is an answer, not a throw.
 */
export interface DoctorNetwork {
  /** Addresses of a host name, as the machine's own resolver gives them. */
  resolve(host: string, timeoutMs: number): Promise<Resolved | NetworkFailure>;
  /** A TLS handshake with the host, without a request. */
  connectTls(host: string, port: number, timeoutMs: number): Promise<TlsSeen | NetworkFailure>;
  send(request: ProbeRequest): Promise<ProbeAnswer | NetworkFailure>;
}

export interface Resolved {
  readonly kind: 'resolved';
  readonly addresses: readonly string[];
}

export interface TlsSeen {
  readonly kind: 'tls';
  /** `O` of the issuer of the server's certificate, or its `CN`. */
  readonly issuer: string;
}

export interface ProbeRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; absent for GET. */
  readonly body?: string | undefined;
  readonly timeoutMs: number;
}

export interface ProbeAnswer {
  readonly kind: 'answer';
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** At most 256 KiB of it. */
  readonly text: string;
}

export interface NetworkFailure {
  readonly kind: 'failed';
  /** Node's: `ENOTFOUND`, `ETIMEDOUT`, `SELF_SIGNED_CERT_IN_CHAIN`, ... */
  readonly code: string;
  /** As Node words it. */
  readonly message: string;
}
