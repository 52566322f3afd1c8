import type { EndpointReading } from '../endpoints/types.js';
import {
  API_VERSIONS,
  type ApiVersion,
  type ApiVersionRoute,
  FEATURE_MINIMUMS,
  SUGGESTED_VERSIONS,
} from './versions.js';

export type ApiVersionVerdict =
  | 'ok'
  /** Accepted by some resources only. */
  | 'tolerated'
  | 'missing'
  | 'not-wanted'
  | 'dated-on-v1'
  /** A version of another route. */
  | 'other-route'
  /** In a specification, and the live route answers 404. */
  | 'rejected'
  | 'retired'
  | 'too-old-for-feature'
  /** A version of a model (`0613`, `2024-07-18`) where an api-version is wanted. */
  | 'model-version-given'
  /** `2024-08-01` where only `2024-08-01-preview` exists, or the reverse. */
  | 'suffix'
  | 'malformed'
  /** Formed as a version, and not in the list. */
  | 'unknown';

export interface ApiVersionJudgement {
  readonly verdict: ApiVersionVerdict;
  readonly route: ApiVersionRoute;
  readonly given: string | null;
  /** What to send instead; null: leave it out, or keep it. */
  readonly suggestion: string | null;
  /** One sentence, with the values. */
  readonly text: string;
  readonly source: string;
}

export interface ApiVersionContext {
  readonly operation?: string | null | undefined;
  /** Deployment or model name. */
  readonly model?: string | null | undefined;
  /** Versions of models in the catalog: `2024-07-18`, `0613`, `turbo-2024-04-09`. */
  readonly modelVersions?: readonly string[] | undefined;
}

/** Which list of versions a URL belongs to. */
export function apiVersionRoute(reading: EndpointReading): ApiVersionRoute {
  switch (reading.pathKind) {
    case 'openai-v1':
    case 'project-v1':
      return 'v1';
    case 'models':
      return 'models';
    case 'project':
      return 'project';
    case 'openai-deployment':
    case 'openai':
      return 'dated';
    default:
      break;
  }
  const isServerless = reading.hostKind === 'serverless' || reading.hostKind === 'serverless-old';
  return isServerless ? 'serverless' : 'none';
}

const SOURCE = 'MicrosoftDocs/azure-ai-docs articles/ai-foundry/openai/api-version-lifecycle.md, 2026-03';

/** Whether a route accepts an api-version. Compares with the known lists; sends nothing. */
export function judgeApiVersion(
  route: ApiVersionRoute,
  version: string | null,
  context: ApiVersionContext = {},
): ApiVersionJudgement {
  const given = version === null || version.trim() === '' ? null : version.trim().slice(0, 100);
  const suggestion = suggest(route, context);
  const answer = (
    verdict: ApiVersionVerdict,
    text: string,
    source = SOURCE,
    instead = suggestion,
  ): ApiVersionJudgement => ({
    verdict,
    route,
    given,
    suggestion: verdict === 'ok' ? null : instead,
    text,
    source,
  });
  if (given === null) {
    return route === 'dated' || route === 'models' || route === 'project'
      ? answer('missing', `The ${routeName(route)} needs an api-version`)
      : answer('ok', 'No api-version, and none is needed');
  }
  if (route === 'none') return answer('ok', `api-version ${given} is not judged on this host`);
  const known = API_VERSIONS.filter((row) => row.version === given.toLowerCase());
  const here = known.find((row) => row.route === route);
  if (here !== undefined) return judgeKnown(here, answer, context, given);
  if (route === 'v1') {
    return /^\d{4}-\d{2}/.test(given)
      ? answer('dated-on-v1', `/openai/v1 takes no api-version, and ${given} is a dated one`)
      : answer('not-wanted', `/openai/v1 takes no api-version; ${given} is sent`);
  }
  if (context.modelVersions?.includes(given) === true || /^\d{4}$/.test(given)) {
    return answer('model-version-given', `${given} is the version of a model, not an api-version`);
  }
  if (route === 'serverless') {
    const isFine = known.some((row) => row.route === 'models' && row.status === 'accepted');
    return answer(isFine ? 'ok' : 'unknown', `api-version ${given} on a serverless endpoint`);
  }
  if (known[0] !== undefined) {
    const other = routeName(known[0].route);
    return answer(
      'other-route',
      `api-version ${given} belongs to the ${other}, not to the ${routeName(route)}`,
    );
  }
  const twin = suffixTwin(given, route);
  if (twin !== null)
    return answer('suffix', `There is no api-version ${given}; ${twin} exists`, SOURCE, twin);
  if (!/^\d{4}-\d{2}-\d{2}(?:-preview)?$/.test(given) || !isDay(given.slice(0, 10))) {
    return answer(
      'malformed',
      `'${given}' is not formed as an api-version (YYYY-MM-DD or YYYY-MM-DD-preview)`,
    );
  }
  return answer('unknown', `api-version ${given} is not in the list of the ${routeName(route)}`);
}

function judgeKnown(
  row: ApiVersion,
  answer: (
    verdict: ApiVersionVerdict,
    text: string,
    source?: string,
    instead?: string | null,
  ) => ApiVersionJudgement,
  context: ApiVersionContext,
  given: string,
): ApiVersionJudgement {
  const need = row.route === 'dated' ? featureNeed(context) : undefined;
  if (need !== undefined && given.slice(0, 10) < need.version.slice(0, 10)) {
    const text = `api-version ${given} is too old for ${need.feature}, which need ${need.version} or later`;
    return answer('too-old-for-feature', text, `${need.source}, ${need.date}`, need.version);
  }
  const source = `${row.source}, ${row.date}`;
  switch (row.status) {
    case 'accepted':
      return answer('ok', `api-version ${given} is accepted by the ${routeName(row.route)}`, source);
    case 'tolerated':
      return answer('tolerated', `api-version ${given} is accepted by some resources only`, source);
    case 'rejected':
      return answer('rejected', `The ${routeName(row.route)} answers 404 to api-version ${given}`, source);
    case 'retired':
      return answer('retired', `api-version ${given} is retired for inference`, source);
  }
}

function featureNeed({ operation, model }: ApiVersionContext) {
  const name = model?.toLowerCase() ?? '';
  return FEATURE_MINIMUMS.find(
    ({ operations, models }) =>
      (operation !== null && operation !== undefined && operations.includes(operation)) ||
      models.some((prefix) => name === prefix || name.startsWith(`${prefix}-`)),
  );
}

function suggest(route: ApiVersionRoute, context: ApiVersionContext): string | null {
  return (route === 'dated' ? featureNeed(context)?.version : undefined) ?? SUGGESTED_VERSIONS[route];
}

function suffixTwin(given: string, route: ApiVersionRoute): string | null {
  const plain = given.toLowerCase().replace(/[-_. ]?preview$/, '');
  const twins = [plain, `${plain}-preview`].filter((each) => each !== given);
  return API_VERSIONS.find((row) => row.route === route && twins.includes(row.version))?.version ?? null;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function routeName(route: ApiVersionRoute): string {
  switch (route) {
    case 'dated':
      return 'deployment route (/openai/deployments)';
    case 'models':
      return 'model inference route (/models)';
    case 'v1':
      return 'OpenAI v1 route';
    case 'project':
      return 'project route';
    default:
      return 'endpoint';
  }
}
