/**
 * What the doctor knows before it judges: every fact with the place it was found. Readers (project, error
 * text, HAR, curl, flags, environment, control plane) only fill this in; checks and rules only read it.
 * Values are never secrets: a reader replaces a secret by its kind and length before it gets here.
 */
export interface Facts {
  /** Base URLs as configured (flag, variable, code, .env), not necessarily what was requested. */
  readonly endpoints: readonly Found<{
    readonly url: string /** Variable or parameter that held it. */;
    readonly name: string | null;
  }>[];
  /** Requests that were really sent, as far as a log, HAR, traceback or curl line shows them. */
  readonly requests: readonly Found<RequestFact>[];
  /** Answers and failures. */
  readonly responses: readonly Found<ResponseFact>[];
  readonly packages: readonly Found<PackageFact>[];
  /** Client objects that the code builds. */
  readonly clients: readonly Found<ClientFact>[];
  readonly environment: readonly Found<VariableFact>[];
  /** Deployment or model names that calls use. */
  readonly deployments: readonly Found<string>[];
  /** Names known to exist on the resource; null when nobody looked. */
  readonly knownDeployments: readonly KnownDeployment[] | null;
  /** Headers that the caller adds, beyond what the SDK does by itself. */
  readonly headers: readonly Found<HeaderFact>[];
  readonly apiVersions: readonly Found<string>[];
  /** Raw text (error, log, code) for message signatures; cleaned of controls and secrets, bounded. */
  readonly texts: readonly Found<string>[];
  readonly language: Language | null;
  /** The account by the control plane; null when nobody looked. */
  readonly account: AccountFact | null;
  /** What each source could not give, for `skip` and for "what was not looked at". */
  readonly gaps: readonly { readonly source: string; readonly reason: string }[];
}

export type Language = 'python' | 'js' | 'dotnet' | 'java' | 'go' | 'curl' | 'other';

/** Where a fact comes from, most specific wins when two disagree. */
export interface Found<T> {
  readonly value: T;
  readonly where: Where;
}

export interface Where {
  readonly kind:
    | 'flag'
    | 'environment'
    | 'env-file'
    | 'source'
    | 'manifest'
    | 'lock-file'
    | 'installed'
    | 'error-text'
    | 'har'
    | 'curl'
    | 'bundle'
    | 'control-plane'
    | 'probe'
    | 'config';
  /** For people: `app.py:12`, `package-lock.json`, `response body`, `AZURE_OPENAI_ENDPOINT`. */
  readonly label: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

export interface RequestFact {
  readonly method: string | null;
  /** As sent, key-like query values removed. */
  readonly url: string;
  readonly headers: readonly HeaderFact[];
  /** `model` of the body, when seen. */
  readonly bodyModel: string | null;
  readonly userAgent: string | null;
}

export interface ResponseFact {
  readonly status: number | null;
  /** `error.code`, `code`, or `ErrorCode:` of a traceback. */
  readonly code: string | null;
  readonly message: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** The URL it answers, when known. */
  readonly url: string | null;
}

export interface PackageFact {
  readonly ecosystem: 'pypi' | 'npm' | 'nuget' | 'maven' | 'go' | 'other';
  /** Normalised as the ecosystem does (PEP 503 for pypi). */
  readonly name: string;
  /** Exact version, or null when only a range is known. */
  readonly version: string | null;
  /** As written: `>=1.0,<2`, `^5.2.0`. */
  readonly range: string | null;
}

/** One construction of a client class, with what its parameters say. Null: not given or not readable. */
export interface ClientFact {
  /** `AzureOpenAI`, `OpenAI`, `ChatCompletionsClient`, `ModelClient`, `AzureOpenAIClient`, ... */
  readonly className: string;
  /** Package the class comes from, when the imports show it. */
  readonly packageName: string | null;
  /** Value of base_url / baseURL / azure_endpoint / endpoint / Endpoint ..., a literal or resolved from a variable. */
  readonly baseUrl: string | null;
  /** Name of the parameter that held it: `azure_endpoint`, `base_url`, ... */
  readonly baseUrlParameter: string | null;
  /** Variable the base URL is read from, when it is not a literal. */
  readonly baseUrlVariable: string | null;
  readonly apiVersion: string | null;
  readonly apiVersionVariable: string | null;
  /** Deployment or model given at construction or in calls through it. */
  readonly deployment: string | null;
  readonly auth: 'key' | 'entra' | 'unknown';
  /** Token scopes or audiences named. */
  readonly scopes: readonly string[];
  /** Names of headers set through default_headers and the like. */
  readonly headerNames: readonly string[];
}

export interface VariableFact {
  readonly name: string;
  /** Null for a secret or a value that was withheld: the variable is set, that is all. */
  readonly value: string | null;
  readonly isSecret: boolean;
  /** Kind of the secret by its form, when the form says it: `openai-key` (sk-...), `azure-key`, `jwt`. */
  readonly secretKind: 'openai-key' | 'azure-key' | 'jwt' | 'other' | null;
}

export interface HeaderFact {
  readonly name: string;
  /** Bytes of the value; null when unknown. */
  readonly valueBytes: number | null;
  /** `Bearer`, `Basic`, ... for Authorization; null otherwise. */
  readonly scheme: string | null;
  /** What the value looks like: a token, a key, nothing readable. */
  readonly secretKind: VariableFact['secretKind'];
}

export interface KnownDeployment {
  readonly name: string;
  readonly model: string | null;
  readonly state: string | null;
}

export interface AccountFact {
  readonly name: string;
  readonly location: string;
  readonly endpoints: Readonly<Record<string, string>>;
  readonly customSubdomain: string | null;
  readonly localAuthDisabled: boolean;
  readonly publicNetworkAccess: string;
  readonly networkDefaultAction: string | null;
}
