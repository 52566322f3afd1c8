/**
 * One HTTP exchange as plain data. The sandbox answers these; `src/azure` mounts such an answerer under the
 * real SDK in place of the network.
 */
export interface WireRequest {
  /** Upper case. */
  readonly method: string;
  /** Absolute, with the query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined without a body. */
  readonly body: unknown;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON value; null for an empty body. */
  readonly body: unknown;
}

export type WireOutcome =
  | { readonly kind: 'response'; readonly response: WireResponse }
  /** The connection breaks before an answer (ECONNRESET). */
  | { readonly kind: 'dropped' };

export interface WireTransport {
  send(request: WireRequest, signal?: AbortSignal): Promise<WireOutcome>;
}
