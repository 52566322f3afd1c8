import { type ApiVersionVerdict, apiVersionRoute, judgeApiVersion } from '../../core/api-versions/judge.js';
import type { ApiVersionRoute } from '../../core/api-versions/versions.js';
import type { Picture, ReadUrl } from '../engine/picture.js';
import type { DerivedSignalId } from './derived-table.js';
import { oldestVersionFor } from './model-names.js';
import type { Sighting } from './signal-set.js';

const BY_VERDICT: Partial<Record<ApiVersionVerdict, DerivedSignalId>> = {
  'dated-on-v1': 'version-on-v1',
  'other-route': 'version-for-other-route',
  rejected: 'version-for-other-route',
  retired: 'version-retired',
  'too-old-for-feature': 'version-too-old',
  'model-version-given': 'version-malformed',
  suffix: 'version-unknown',
  malformed: 'version-malformed',
  unknown: 'version-unknown',
};

/** MicrosoftDocs/azure-ai-docs api-version-lifecycle.md, 2026-03. */
const LAST_GA = '2024-10-21';

/** How the api-versions in sight fit the routes in sight. */
export function readVersions(picture: Picture): readonly Sighting[] {
  const { apiVersions } = picture;
  const urls = [...picture.requests, ...picture.bases];
  const model = picture.deployments[0]?.value ?? null;
  const operation = urls.find(({ reading }) => reading.operation !== null)?.reading.operation ?? null;
  const list: Sighting[] = [];
  for (const { value, where } of apiVersions) {
    list.push({ id: 'version-known', text: `The api-version is ${value}`, where });
    if (/^\d{4}-\d{2}-\d{2}/.test(value) && value.slice(0, 10) < LAST_GA) {
      list.push({
        id: 'version-before-last-ga',
        text: `api-version ${value} is older than ${LAST_GA}`,
        where,
      });
    }
    const route = routeOf(value, urls, picture);
    if (route === null) continue;
    const judged = judgeApiVersion(route, value, { operation, model });
    const id = BY_VERDICT[judged.verdict];
    if (id !== undefined) list.push({ id, text: judged.text, where });
    const needed = route === 'dated' && model !== null ? oldestVersionFor(model) : null;
    if (needed !== null && id === undefined && value.slice(0, 10) < needed.slice(0, 10)) {
      list.push({
        id: 'version-too-old',
        text: `api-version ${value} is older than ${needed}, which ${model} needs`,
        where,
      });
    }
  }
  const azure = picture.clients.find(({ family }) => family === 'azure-openai');
  const isSecretSet = picture.facts.environment.some(({ value }) => /API_VERSION$/i.test(value.name));
  if (
    azure !== undefined &&
    apiVersions.length === 0 &&
    !isSecretSet &&
    azure.fact.apiVersionVariable === null
  ) {
    const text = `${azure.fact.className} is built and no api-version is given`;
    list.push({ id: 'version-absent', text, where: azure.where });
  }
  return list;
}

/** The route that this version goes to: that of the URL which carries it, else the only one in sight. */
function routeOf(version: string, urls: readonly ReadUrl[], picture: Picture): ApiVersionRoute | null {
  const carrier = urls.find(({ reading }) => reading.apiVersion === version);
  if (carrier !== undefined) return apiVersionRoute(carrier.reading);
  const azure = picture.clients.find(({ family }) => family === 'azure-openai');
  if (azure !== undefined) return azure.base?.reading.pathKind === 'openai-v1' ? 'v1' : 'dated';
  if (picture.clients.some(({ family }) => family === 'openai')) return null;
  const routes = new Set(
    urls.map(({ reading }) => apiVersionRoute(reading)).filter((route) => route !== 'none'),
  );
  const [first, ...others] = routes;
  if (first !== undefined && others.length === 0) return first;
  return routes.size === 0 ? 'dated' : null;
}
