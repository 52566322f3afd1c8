/** What a parameter, property or setting is for, by its name in any of the languages. */
export type Role =
  | 'endpoint'
  | 'resource'
  | 'api-version'
  | 'deployment'
  | 'model'
  | 'key'
  | 'credential'
  | 'token-provider'
  | 'scopes'
  | 'headers'
  | 'query'
  | 'provider';

/** Lower case, without `_`, `-`, `.`; SDK prefixes are cut by `roleOf`. */
const ROLES: Readonly<Record<string, Role>> = {
  endpoint: 'endpoint',
  endpointurl: 'endpoint',
  endpointuri: 'endpoint',
  baseurl: 'endpoint',
  baseuri: 'endpoint',
  basepath: 'endpoint',
  apibase: 'endpoint',
  apibaseurl: 'endpoint',
  apiurl: 'endpoint',
  apihost: 'endpoint',
  apiendpoint: 'endpoint',
  azureendpoint: 'endpoint',
  serverurl: 'endpoint',
  targeturi: 'endpoint',
  inferenceendpoint: 'endpoint',
  projectendpoint: 'endpoint',
  resourceendpoint: 'endpoint',
  serviceendpoint: 'endpoint',
  environment: 'endpoint',
  base: 'endpoint',
  resource: 'resource',
  resourcename: 'resource',
  apiinstancename: 'resource',
  instancename: 'resource',
  apiversion: 'api-version',
  serviceversion: 'api-version',
  deployment: 'deployment',
  deploymentname: 'deployment',
  deploymentid: 'deployment',
  deploymentormodelid: 'deployment',
  deploymentormodelname: 'deployment',
  deploymentmodel: 'deployment',
  apideploymentname: 'deployment',
  apiembeddingsdeploymentname: 'deployment',
  azuredeployment: 'deployment',
  azuredeploymentname: 'deployment',
  chatdeployment: 'deployment',
  chatdeploymentname: 'deployment',
  embeddingdeployment: 'deployment',
  embeddingdeploymentname: 'deployment',
  embeddingsdeploymentname: 'deployment',
  engine: 'deployment',
  model: 'model',
  modelname: 'model',
  modelid: 'model',
  chatmodel: 'model',
  key: 'key',
  apikey: 'key',
  subscriptionkey: 'key',
  accesskey: 'key',
  token: 'key',
  authtoken: 'key',
  credential: 'credential',
  credentials: 'credential',
  azureadtoken: 'credential',
  azureadtokenprovider: 'token-provider',
  tokencredential: 'token-provider',
  tokenprovider: 'token-provider',
  adtokenprovider: 'token-provider',
  scope: 'scopes',
  scopes: 'scopes',
  credentialscopes: 'scopes',
  audience: 'scopes',
  headers: 'headers',
  defaultheaders: 'headers',
  extraheaders: 'headers',
  customheaders: 'headers',
  additionalheaders: 'headers',
  requestheaders: 'headers',
  defaultquery: 'query',
  queryparams: 'query',
  params: 'query',
  provider: 'provider',
  apitype: 'provider',
  aiservice: 'provider',
  openaiapitype: 'provider',
  servicetype: 'provider',
};

const PREFIXES = [
  'azureopenai',
  'openai',
  'azureaiinference',
  'azureai',
  'azureinference',
  'azure',
  'aoai',
  'anthropicfoundry',
  'llm',
  'embeddings',
  'embedding',
  'chat',
];
const KNOWN = new Map(Object.entries(ROLES));

export function roleOf(name: string): Role | null {
  if (name.length > 80) return null;
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const direct = KNOWN.get(plain);
  if (direct !== undefined) return direct;
  for (const prefix of PREFIXES) {
    if (!plain.startsWith(prefix)) continue;
    const rest = plain.slice(prefix.length);
    const role = KNOWN.get(rest);
    // `azure_base` and the like would be a guess.
    if (role !== undefined && rest !== 'base' && rest !== 'environment') return role;
  }
  return null;
}

/** `AZURE_OPENAI_ENDPOINT` → endpoint; a variable may have anything before the telling end. */
export function roleOfVariable(name: string): Role | null {
  const direct = roleOf(name);
  if (direct !== null) return direct;
  const upper = name.toUpperCase();
  if (/(?:ENDPOINT|BASE_?URL|API_?BASE|_URL|_URI)$/.test(upper)) return 'endpoint';
  if (/API_?VERSION$/.test(upper)) return 'api-version';
  if (/DEPLOYMENT(?:_?(?:NAME|ID))?$/.test(upper)) return 'deployment';
  if (/MODEL(?:_?(?:NAME|ID))?$/.test(upper)) return 'model';
  return /KEY$/.test(upper) ? 'key' : null;
}
