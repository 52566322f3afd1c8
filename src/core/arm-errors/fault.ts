/** An error as Azure Resource Manager words it, read from `{error: {code, message, details, additionalInfo}}`. */
export interface ArmFault {
  /** HTTP status; null when the error came inside a successful answer (a failed long-running operation). */
  readonly status: number | null;
  /** Trimmed: `"InsufficientQuota "` with a blank was seen. Undefined for an empty body. */
  readonly code: string | undefined;
  readonly message: string;
  readonly details: readonly InnerFault[];
  readonly additionalInfo: readonly AdditionalInfo[];
  /** `x-ms-request-id` or `x-ms-correlation-request-id`: what support asks for. */
  readonly requestId: string | null;
  readonly retryAfterSeconds?: number | null | undefined;
}

export interface InnerFault {
  readonly code: string | undefined;
  readonly message: string;
  readonly details: readonly InnerFault[];
  readonly additionalInfo: readonly AdditionalInfo[];
}

export interface AdditionalInfo {
  readonly type: string;
  readonly info: unknown;
}

/** What was being done, for the sentence and for the next command. */
export interface ArmErrorContext {
  /** An infinitive: `list the deployments of contoso-ai`. */
  readonly operation: string;
  readonly subscriptionId?: string | undefined;
  readonly resourceGroup?: string | undefined;
  readonly account?: string | undefined;
  readonly location?: string | undefined;
  readonly deployment?: string | undefined;
  readonly model?: string | undefined;
  /** The error ends an accepted operation: an unknown code is then `deployment-failed`. */
  readonly wasAccepted?: boolean | undefined;
}
