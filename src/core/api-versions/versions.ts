import type { Sourced } from '../sdk/types.js';

/** Routes that have api-versions of their own. `none`: the route takes no such parameter. */
export type ApiVersionRoute = 'dated' | 'models' | 'v1' | 'project' | 'serverless' | 'none';

export interface ApiVersion extends Sourced {
  readonly version: string;
  readonly route: Exclude<ApiVersionRoute, 'none' | 'serverless'>;
  readonly stage: 'ga' | 'preview';
  /** `rejected`: a specification exists and the live route answers 404; `retired`: was accepted once. */
  readonly status: 'accepted' | 'tolerated' | 'rejected' | 'retired';
}

const DATED_GA = ['2022-12-01', '2023-05-15', '2024-02-01', '2024-06-01', '2024-10-21'];
const DATED_PREVIEW = [
  '2024-02-15-preview',
  '2024-03-01-preview',
  '2024-04-01-preview',
  '2024-05-01-preview',
  '2024-07-01-preview',
  '2024-08-01-preview',
  '2024-09-01-preview',
  '2024-10-01-preview',
  '2024-12-01-preview',
  '2025-01-01-preview',
  '2025-02-01-preview',
  '2025-03-01-preview',
  '2025-04-01-preview',
];
/** Retired for inference from 2024-04-02 on; the deployments listing still answers the first one. */
const DATED_RETIRED = [
  '2023-03-15-preview',
  '2023-06-01-preview',
  '2023-07-01-preview',
  '2023-08-01-preview',
  '2023-09-01-preview',
  '2023-10-01-preview',
  '2023-12-01-preview',
];
const LIFECYCLE = 'MicrosoftDocs/azure-ai-docs articles/ai-foundry/openai/api-version-lifecycle.md';
const MODELS = 'Azure/azure-rest-api-specs specification/ai/data-plane/AI.Model';
const PROJECT = 'Azure/azure-rest-api-specs specification/ai/data-plane; azure-ai-projects CHANGELOG';

function dated(
  versions: readonly string[],
  stage: ApiVersion['stage'],
  status: ApiVersion['status'],
): readonly ApiVersion[] {
  const row = { route: 'dated', stage, status, source: LIFECYCLE, date: '2026-03' } as const;
  return versions.map((version) => ({ version, ...row }));
}

export const API_VERSIONS: readonly ApiVersion[] = [
  ...dated(DATED_GA, 'ga', 'accepted'),
  ...dated(DATED_PREVIEW, 'preview', 'accepted'),
  ...dated(DATED_RETIRED, 'preview', 'retired'),
  {
    version: '2024-05-01-preview',
    route: 'models',
    stage: 'preview',
    status: 'accepted',
    source: MODELS,
    date: '2026-11',
  },
  {
    version: '2024-08-01-preview',
    route: 'models',
    stage: 'preview',
    status: 'rejected',
    source: `${MODELS}; Azure/azure-sdk-for-java issue 44517 (404 Resource not found)`,
    date: '2026-11',
  },
  {
    version: '2025-04-01',
    route: 'models',
    stage: 'ga',
    status: 'tolerated',
    source: `${MODELS}; not seen on the live route`,
    date: '2026-11',
  },
  ...['preview', 'v1'].map(
    (version): ApiVersion => ({
      version,
      route: 'v1',
      stage: 'ga',
      status: 'tolerated',
      source: 'pydantic/pydantic-ai issue 5066 (some resources reject any); hotovo/aider-desk issue 460',
      date: '2026-11',
    }),
  ),
  { version: 'v1', route: 'project', stage: 'ga', status: 'accepted', source: PROJECT, date: '2026-03-06' },
  {
    version: '2025-05-01',
    route: 'project',
    stage: 'ga',
    status: 'accepted',
    source: PROJECT,
    date: '2026-11',
  },
  ...['2025-05-15-preview', '2025-11-15-preview'].map(
    (version): ApiVersion => ({
      version,
      route: 'project',
      stage: 'preview',
      status: 'accepted',
      source: PROJECT,
      date: '2026-11',
    }),
  ),
];

/** The one to suggest on each route; null where none belongs. */
export const SUGGESTED_VERSIONS: Readonly<Record<ApiVersionRoute, string | null>> = {
  dated: '2024-10-21',
  models: '2024-05-01-preview',
  v1: null,
  project: 'v1',
  serverless: null,
  none: null,
};

export interface FeatureMinimum extends Sourced {
  readonly feature: string;
  readonly version: string;
  /** Names of models, as prefixes in lower case, that need it. */
  readonly models: readonly string[];
  readonly operations: readonly string[];
}

/** On the dated route. Source of the first: api-version-lifecycle.md; of the second: the service's own message. */
export const FEATURE_MINIMUMS: readonly FeatureMinimum[] = [
  {
    feature: 'the Responses API',
    version: '2025-03-01-preview',
    models: [],
    operations: ['responses'],
    source: LIFECYCLE,
    date: '2026-03',
  },
  {
    feature: 'reasoning models',
    version: '2024-12-01-preview',
    models: ['o1', 'o3', 'o4', 'gpt-5'],
    operations: [],
    source:
      'spring-projects/spring-ai issue 2424 ("Model {modelName} is enabled only for api versions 2024-12-01-preview and later")',
    date: '2026-11',
  },
];
