/** Ids of the endpoint styles. Roots are resource roots: each needs a suffix or a client that adds one. */
export const STYLE_IDS = [
  'foundry-models',
  'foundry-v1',
  'foundry-project',
  'project-v1',
  'foundry-anthropic',
  'foundry-provider',
  'aoai-deployment',
  'aoai-dated',
  'aoai-v1',
  'root-foundry',
  'root-aoai',
  'root-cognitive',
  'regional',
  'serverless',
  'serverless-old',
  'managed',
  'github-old',
  'github',
  'openai-com',
  'apim',
  'hub-connection',
] as const;

export type StyleId = (typeof STYLE_IDS)[number];

/** Whose host it is. `redacted`: only a placeholder stands there, so the path has to speak. */
export type HostKind =
  | 'foundry'
  | 'aoai'
  | 'cognitive'
  | 'regional'
  | 'serverless'
  | 'serverless-old'
  | 'managed'
  | 'github-old'
  | 'github'
  | 'openai-com'
  | 'provider-com'
  | 'apim'
  | 'portal'
  | 'management'
  | 'typo'
  | 'hub-connection'
  | 'loopback'
  | 'redacted'
  | 'other'
  | 'none';

/** What the path alone says, on any host. */
export type PathKind =
  | 'root'
  | 'models'
  | 'openai'
  | 'openai-v1'
  | 'openai-deployment'
  | 'project'
  | 'project-v1'
  | 'anthropic'
  | 'provider'
  | 'v1'
  | 'operation'
  | 'score'
  | 'other';

export type EndpointProblemKind =
  /** White space or a control character inside. */
  | 'blank'
  | 'quoted'
  | 'no-scheme'
  /** `https:/host`, `https//host`, `htps://`. */
  | 'bad-scheme'
  | 'plain-http'
  /** Template text, or a redaction: only the context can tell which. */
  | 'placeholder'
  /** `res.azure.openai.com`. */
  | 'typo-host'
  /** A whole URL where a part was wanted: `https://https://...`, `host.openai.azure.com.openai.azure.com`. */
  | 'url-in-url'
  /** One word without a dot: a resource name where a URL is wanted. */
  | 'not-a-url'
  | 'portal-url'
  | 'privatelink-host'
  | 'connection-string'
  | 'doubled-path'
  /** `//` inside the path. */
  | 'double-slash'
  | 'trailing-slash'
  | 'operation-in-base'
  /** `/model` for `/models`. */
  | 'singular-model'
  | 'extra-segments'
  | 'query-in-base'
  /** `?api-version=2024-02-01/chat/completions`. */
  | 'text-after-query'
  | 'fragment'
  /** `?api-version=2024-10-21` on `/openai/v1`. */
  | 'dated-version-on-v1';

export interface EndpointProblem {
  readonly kind: EndpointProblemKind;
  /** The piece of the text that shows it. */
  readonly value: string;
}

/** What a URL says by itself. Works on bases and on whole request URLs; nothing is resolved or sent. */
export interface EndpointReading {
  /** As given, without quotes and blanks around it. */
  readonly text: string;
  readonly style: StyleId | 'unknown';
  readonly hostKind: HostKind;
  readonly pathKind: PathKind;
  readonly cloud: 'public' | 'usgov' | 'china' | null;
  readonly scheme: string | null;
  /** Lower case; a placeholder keeps its form. With the port, when one is given. */
  readonly host: string | null;
  /** Custom subdomain, or the name of a serverless or managed endpoint; a redaction as it is written. */
  readonly resource: string | null;
  /** The resource is a redaction or template text, so it says nothing about the real name. */
  readonly isRedacted: boolean;
  readonly region: string | null;
  readonly project: string | null;
  /** Begins with `/` or is empty; no trailing slash, no `//`. */
  readonly path: string;
  /** The path in front of the operation. */
  readonly basePath: string;
  readonly apiVersion: string | null;
  readonly deployment: string | null;
  /** `chat/completions`, `embeddings`, `responses`, `messages`, ... */
  readonly operation: string | null;
  readonly problems: readonly EndpointProblem[];
}
