import { WIRE_FAMILIES } from '../sdk/classes.js';
import type { ClientKind, WireFamily } from '../sdk/types.js';
import type { EndpointReading } from './types.js';

export interface Repair {
  /** Base URL to give to the client; a placeholder keeps its form. */
  readonly baseUrl: string;
  /** What is wrong with the one given, in one sentence. */
  readonly fault: string;
  /** What to do, in the imperative, with the value. */
  readonly text: string;
  /** api-version that stood in the URL and belongs into a parameter now. */
  readonly apiVersion: string | null;
  /** Deployment that stood in the URL and belongs into a parameter now. */
  readonly deployment: string | null;
  /** Another client that takes the endpoint as it is, or null. */
  readonly otherClient: string | null;
  readonly source: string;
}

const MEASURED = 'SDKs measured against a local server, 2026-11';
const DOCS = 'MicrosoftDocs/azure-ai-docs concepts-endpoints-2.md, 2026-07';

/**
 * The base URL that `client` should get for the resource that the reading names, or null when the one given
 * is right (or when nothing is known of the host). Nothing is resolved: a typo in the name stays.
 */
export function repairFor(reading: EndpointReading, client: ClientKind): Repair | null {
  const family = WIRE_FAMILIES[client];
  const root = rootOf(reading);
  if (root === null) return null;
  const wanted = wantedBase(reading, family, root);
  if (wanted === null || same(wanted.base, reading)) return null;
  return {
    baseUrl: wanted.base,
    fault: faultOf(reading, wanted.base),
    text: `Set the ${wanted.name} to ${wanted.base}`,
    apiVersion: reading.apiVersion,
    deployment: reading.deployment,
    otherClient: otherClientFor(reading, family),
    source: wanted.source,
  };
}

/** `https://res.openai.azure.com`, mended: scheme, host typos, nested hosts; null when there is no Azure host. */
export function rootOf(reading: EndpointReading): string | null {
  const { host, resource, hostKind } = reading;
  if (hostKind === 'typo') return `https://${resource ?? 'RESOURCE'}.${typoSuffix(host ?? '')}`;
  if (hostKind === 'none' && resource !== null && /^[a-z0-9][a-z0-9-]{0,62}$/.test(resource)) {
    return `https://${resource}.openai.azure.com`;
  }
  if (host === null || hostKind === 'other' || hostKind === 'apim' || hostKind === 'none') return null;
  if (hostKind === 'portal' || hostKind === 'management' || hostKind === 'provider-com') return null;
  if (hostKind === 'loopback') {
    const prefix = /^\/r\/[^/]+/.exec(reading.path)?.[0] ?? '';
    return `${reading.scheme ?? 'http'}://${host}${prefix}`;
  }
  const isNested = reading.problems.some(({ kind }) => kind === 'url-in-url' || kind === 'privatelink-host');
  const suffix = host.match(/\.(?:services\.ai|openai|cognitiveservices)\.azure\.(?:com|us|cn)$/)?.[0];
  if (isNested && suffix !== undefined && resource !== null) return `https://${resource}${suffix}`;
  return hostKind === 'redacted' && /^[$<{[]/.test(host) ? (resource ?? host) : `https://${host}`;
}

function typoSuffix(host: string): string {
  if (/services?\.ai|ai\.services|services\.azure|anthropic/.test(host)) return 'services.ai.azure.com';
  return host.includes('cognitive') ? 'cognitiveservices.azure.com' : 'openai.azure.com';
}

interface Wanted {
  readonly base: string;
  readonly name: string;
  readonly source: string;
}

function wantedBase(reading: EndpointReading, family: WireFamily, root: string): Wanted | null {
  const { hostKind, project } = reading;
  const isServerless = hostKind === 'serverless' || hostKind === 'serverless-old' || hostKind === 'managed';
  switch (family) {
    case 'azure-openai':
    case 'litellm':
      if (!hasResource(reading)) return null;
      return { base: `${root}/`, name: 'endpoint', source: 'openai 7.57 azure.ts, measured 2026-11' };
    case 'openai':
    case 'vercel-azure': {
      if (isServerless)
        return { base: `${root}/v1`, name: 'base URL', source: 'azure-ai-inference README 1.0.0b9' };
      if (reading.pathKind === 'project' || reading.pathKind === 'project-v1') {
        if (project === null) return null;
        const base = `${root}/api/projects/${project}/openai/v1`;
        return { base, name: 'base URL', source: '@azure/ai-projects 2.2.0 package source, 2026-11' };
      }
      if (!hasResource(reading)) return null;
      return { base: `${root}/openai/v1/`, name: 'base URL', source: DOCS };
    }
    case 'ai-inference': {
      if (isServerless) return { base: root, name: 'endpoint', source: 'azure-ai-inference README 1.0.0b9' };
      // the deployment route works with this client as well, given an api-version of that route
      if (reading.pathKind === 'openai-deployment' && reading.operation === null) return null;
      if (!hasResource(reading)) return null;
      const foundry = root.replace(
        /\.(?:openai|cognitiveservices)\.azure\.(com|us|cn)$/,
        '.services.ai.azure.$1',
      );
      return {
        base: `${foundry}/models`,
        name: 'endpoint',
        source: `${MEASURED}; Azure/azure-sdk-for-python issue 39835`,
      };
    }
    case 'ai-projects':
      if (!hasResource(reading)) return null;
      return {
        base: `${root.replace(/\.(?:openai|cognitiveservices)\.azure\./, '.services.ai.azure.')}/api/projects/${project ?? 'PROJECT'}`,
        name: 'endpoint',
        source: 'MicrosoftDocs/azure-ai-docs sdk-overview.md, 2026-02',
      };
    case 'anthropic':
      if (!hasResource(reading)) return null;
      return {
        base: `${root.replace(/\.(?:openai|cognitiveservices)\.azure\./, '.services.ai.azure.')}/anthropic`,
        name: 'base URL',
        source:
          'MicrosoftDocs/azure-ai-docs use-foundry-models-claude.md; anomalyco/opencode issue 14879; 2026-11',
      };
    default:
      return null;
  }
}

function hasResource({ hostKind }: EndpointReading): boolean {
  return ['foundry', 'aoai', 'cognitive', 'typo', 'loopback', 'redacted', 'none'].includes(hostKind);
}

/** A trailing slash, an explicit port and letter case make no difference. */
function same(base: string, reading: EndpointReading): boolean {
  const bad = reading.problems.some(
    ({ kind }) => !['trailing-slash', 'placeholder', 'quoted', 'plain-http'].includes(kind),
  );
  const given = `${reading.scheme ?? 'https'}://${reading.host ?? ''}${reading.path}`;
  const isTemplate = reading.hostKind === 'redacted';
  const wanted = base.replace(/\/$/, '').toLowerCase();
  const plain = given.replace(/\/$/, '').toLowerCase();
  return (!bad || isTemplate) && (plain === wanted || (isTemplate && plain.endsWith(wanted)));
}

const FAULTS: Partial<Record<EndpointReading['problems'][number]['kind'], string>> = {
  'typo-host': 'the host is a typo',
  'url-in-url': 'a whole URL stands inside another',
  'not-a-url': 'a name stands where a URL is wanted',
  'no-scheme': 'https:// is missing',
  'bad-scheme': 'the scheme is malformed',
  'doubled-path': 'a piece of the path stands there twice',
  'singular-model': 'the path is /models, not /model',
  'text-after-query': 'text follows the query',
  'operation-in-base': 'the client adds the operation itself',
  'query-in-base': 'the query does not belong into the base URL',
  'extra-segments': 'the path goes on behind its base',
  blank: 'a blank stands in it',
};

function faultOf(reading: EndpointReading, base: string): string {
  const [first] = reading.problems.flatMap(({ kind }) => FAULTS[kind] ?? []);
  const wantedPath = base.slice(base.indexOf('/', 8) === -1 ? base.length : base.indexOf('/', 8));
  const isRoot = reading.path === '' || reading.pathKind === 'operation';
  if (isRoot && wantedPath.length > 1) return `${wantedPath.replace(/\/$/, '')} is missing behind the host`;
  if (first !== undefined) return first;
  return wantedPath.length > 1
    ? `${reading.path} is not the path that this client needs`
    : `this client adds its own path, so ${reading.path} is too much`;
}

function otherClientFor(reading: EndpointReading, family: WireFamily): string | null {
  if (family === 'azure-openai' && (reading.pathKind === 'openai-v1' || reading.pathKind === 'project-v1')) {
    return 'OpenAI';
  }
  if (family === 'openai' && (reading.pathKind === 'root' || reading.pathKind === 'openai-deployment')) {
    return 'AzureOpenAI';
  }
  if (family !== 'ai-inference' && reading.pathKind === 'models') return 'ChatCompletionsClient';
  if (family !== 'anthropic' && reading.pathKind === 'anthropic') return 'AnthropicFoundry';
  return family !== 'ai-projects' && reading.pathKind === 'project' ? 'AIProjectClient' : null;
}
