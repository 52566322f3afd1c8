import { isPlaceholder } from './placeholder.js';
import type { EndpointProblem, EndpointReading, HostKind } from './types.js';

export type HostReading = Pick<
  EndpointReading,
  'hostKind' | 'cloud' | 'host' | 'resource' | 'isRedacted' | 'region'
> & { readonly problems: readonly EndpointProblem[] };

type Cloud = NonNullable<EndpointReading['cloud']>;

interface Suffix {
  readonly suffix: string;
  readonly hostKind: HostKind;
  readonly cloud: Cloud;
  /** How the labels in front of the suffix are read. */
  readonly labels: 'resource' | 'resource.region' | 'region' | 'none';
  readonly source: string;
  /** False where no Microsoft page was found. */
  readonly isVerified: boolean;
}

const ENDPOINTS_DOC =
  'MicrosoftDocs/azure-ai-docs foundry/foundry-models/includes/concepts-endpoints-2.md, 2026-07';
const GOV_DOC = 'MicrosoftDocs/azure-ai-docs foundry/concepts/foundry-azure-government.md, 2026-11';
const CHINA_GUESS = 'host allow-lists of third parties, 2026-11; no Microsoft page found';
const SERVERLESS_DOC = 'Azure/azure-sdk-for-python azure-ai-inference README, 2025-02';

function azure(kind: string, hostKind: HostKind): readonly Suffix[] {
  const row = { hostKind, labels: 'resource' } as const;
  return [
    { ...row, suffix: `.${kind}.azure.com`, cloud: 'public', source: ENDPOINTS_DOC, isVerified: true },
    { ...row, suffix: `.${kind}.azure.us`, cloud: 'usgov', source: GOV_DOC, isVerified: true },
    { ...row, suffix: `.${kind}.azure.cn`, cloud: 'china', source: CHINA_GUESS, isVerified: false },
  ];
}

/** In order: the first suffix that fits names the host. */
export const HOST_SUFFIXES: readonly Suffix[] = [
  ...azure('services.ai', 'foundry'),
  ...azure('openai', 'aoai'),
  ...azure('cognitiveservices', 'cognitive'),
  {
    suffix: '.models.ai.azure.com',
    hostKind: 'serverless',
    cloud: 'public',
    labels: 'resource.region',
    source: SERVERLESS_DOC,
    isVerified: true,
  },
  {
    suffix: '.inference.ml.azure.com',
    hostKind: 'managed',
    cloud: 'public',
    labels: 'resource.region',
    source: 'MicrosoftDocs/azure-ai-docs machine-learning/how-to-troubleshoot-online-endpoints.md, 2026-11',
    isVerified: true,
  },
  {
    suffix: 'models.inference.ai.azure.com',
    hostKind: 'github-old',
    cloud: 'public',
    labels: 'none',
    source: 'github.blog changelog 2025-07-17: Azure endpoint for GitHub Models is removed on 2025-10-17',
    isVerified: true,
  },
  {
    suffix: '.inference.ai.azure.com',
    hostKind: 'serverless-old',
    cloud: 'public',
    labels: 'resource.region',
    source: 'microsoft/PhiCookBook issue 73, Azure/azure-sdk-for-net issue 50345',
    isVerified: true,
  },
  {
    suffix: 'models.github.ai',
    hostKind: 'github',
    cloud: 'public',
    labels: 'none',
    source: 'github.blog changelog 2025-05-15',
    isVerified: true,
  },
  ...(['com', 'us', 'cn'] as const).map(
    (tld): Suffix => ({
      suffix: `.api.cognitive.microsoft.${tld}`,
      hostKind: 'regional',
      cloud: tld === 'com' ? 'public' : tld === 'us' ? 'usgov' : 'china',
      labels: 'region',
      source: 'continuedev/continue issue 12547, microsoft/microsoft-foundry-for-vscode issue 131',
      isVerified: tld === 'com',
    }),
  ),
  {
    suffix: 'api.openai.com',
    hostKind: 'openai-com',
    cloud: 'public',
    labels: 'none',
    source: 'openai/openai-python README, 2026',
    isVerified: true,
  },
  {
    suffix: '.azure-api.net',
    hostKind: 'apim',
    cloud: 'public',
    labels: 'resource',
    source: 'Azure-Samples/openai-apim-lb issue 31',
    isVerified: true,
  },
  {
    suffix: '.azure-api.us',
    hostKind: 'apim',
    cloud: 'usgov',
    labels: 'resource',
    source: 'API Management in Azure Government, learn.microsoft.com, read 2026-11',
    isVerified: false,
  },
];

/** Endpoints of model makers: not Azure at all. */
const PROVIDER_HOSTS = new Set([
  'api.anthropic.com',
  'api.cohere.com',
  'api.cohere.ai',
  'api.mistral.ai',
  'api.ai21.com',
  'api.deepseek.com',
  'api.x.ai',
  'api.groq.com',
  'openrouter.ai',
]);

const PORTAL_HOSTS =
  /^(?:portal\.azure\.(?:com|us|cn)|oai\.azure\.com|(?:www\.)?ai\.azure\.com|ml\.azure\.com)$/;

export function readHost(written: string): HostReading {
  const host = written.toLowerCase().replace(/\.$/, '');
  const name = host.replace(/:\d{1,5}$/, '');
  const base = { host: host === '' ? null : host, cloud: null, resource: null, region: null };
  const plain = { ...base, isRedacted: false, problems: [] };
  if (name === '') return { ...plain, hostKind: 'none' };
  if (/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|.{1,63}\.localhost)$/.test(name)) {
    return { ...plain, hostKind: 'loopback' };
  }
  const known = HOST_SUFFIXES.find(({ suffix }) =>
    suffix.startsWith('.') ? name.endsWith(suffix) : name === suffix,
  );
  if (known !== undefined) return readKnown(known, name, host);
  if (name === 'management.azure.com') return { ...plain, hostKind: 'management' };
  if (PROVIDER_HOSTS.has(name)) return { ...plain, hostKind: 'provider-com' };
  if (PORTAL_HOSTS.test(name)) {
    return { ...plain, hostKind: 'portal', problems: [{ kind: 'portal-url', value: name }] };
  }
  const typo = readTypo(name, host);
  if (typo !== null) return typo;
  if (!name.includes('.') && /^[a-z0-9_ -]*[a-z0-9][a-z0-9_ -]*$/.test(name) && !/x{3}/.test(name)) {
    const problems: readonly EndpointProblem[] = [{ kind: 'not-a-url', value: name }];
    return { ...plain, resource: name, isRedacted: isPlaceholder(name), hostKind: 'none', problems };
  }
  if (isPlaceholder(name)) {
    const problems: readonly EndpointProblem[] = [{ kind: 'placeholder', value: written }];
    return { ...base, resource: written, isRedacted: true, hostKind: 'redacted', problems };
  }
  return { ...plain, hostKind: 'other' };
}

function readKnown(known: Suffix, name: string, host: string): HostReading {
  const problems: EndpointProblem[] = [];
  let front = known.suffix.startsWith('.') ? name.slice(0, -known.suffix.length) : '';
  const nested = HOST_SUFFIXES.find(({ suffix }) => suffix.startsWith('.') && front.endsWith(suffix));
  if (nested !== undefined) {
    problems.push({ kind: 'url-in-url', value: name });
    front = front.slice(0, -nested.suffix.length);
  }
  if (front.endsWith('.privatelink')) {
    problems.push({ kind: 'privatelink-host', value: name });
    front = front.slice(0, -'.privatelink'.length);
  }
  const lastDot = front.lastIndexOf('.');
  const isSplit = known.labels === 'resource.region' && lastDot !== -1;
  const resource =
    known.labels === 'region' || front === '' ? null : isSplit ? front.slice(0, lastDot) : front;
  const region = known.labels === 'region' ? front : isSplit ? front.slice(lastDot + 1) : null;
  const isRedacted = [resource, region].some((part) => part !== null && isPlaceholder(part));
  const isEmpty = known.labels !== 'none' && front === '';
  if (isRedacted || isEmpty) problems.push({ kind: 'placeholder', value: front === '' ? name : front });
  return {
    hostKind: known.hostKind,
    cloud: known.cloud,
    host,
    resource,
    region,
    isRedacted: isRedacted || isEmpty,
    problems,
  };
}

/**
 * `res.azure.openai.com` stands in doc comments of the openai packages (lib/azure.ts, lib/azure.py) and is
 * copied from there; no such host exists.
 */
function readTypo(name: string, host: string): HostReading | null {
  const typo =
    /^(.{1,200})\.(?:azure\.openai\.com|azure\.anthropic\.com|openai\.azure\.net|openai\.microsoft\.com|openai\.azure|openai\.azur[a-z]?\.com|openai\.azure\.co|open-?ai\.azure\.com|opena\.azure\.com|azureopenai\.com|service\.ai\.azure\.com|services\.azure\.com|ai\.services\.azure\.com|services\.ai\.azure|cognitiveservice\.azure\.com|cognitiveservices\.microsoft\.com)$/.exec(
      name,
    );
  if (typo === null) return null;
  const resource = typo[1] ?? '';
  return {
    hostKind: 'typo',
    cloud: null,
    host,
    resource,
    isRedacted: isPlaceholder(resource),
    region: null,
    problems: [{ kind: 'typo-host', value: name }],
  };
}
