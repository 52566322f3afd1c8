import { apiVersionRoute, judgeApiVersion } from '../../../core/api-versions/judge.js';
import type { Fix } from '../../diagnosis.js';
import { oldestVersionFor } from '../../signals/model-names.js';
import type { Picture } from '../picture.js';
import { placeOf } from './place.js';

type KnownUrl = Picture['requests'][number] | Picture['bases'][number] | undefined;

function routeOf(url: KnownUrl) {
  return url === undefined ? 'dated' : apiVersionRoute(url.reading);
}

function isBareRoot(url: KnownUrl): boolean {
  return url === undefined || url.reading.style.startsWith('root-');
}

/** The model inference SDKs serve one route whatever root they are given. */
function speaksInference({ clients, facts }: Picture): boolean {
  return (
    clients.some(({ family }) => family === 'inference') ||
    facts.packages.some(({ value }) => /(?:^|[/:.-])ai[.-]inference$/i.test(value.name))
  );
}

/** The api-version to send, or that none is to be sent. */
export function versionFix(picture: Picture): Fix | null {
  const urls = [...picture.requests, ...picture.bases];
  const url = urls.find(({ reading }) => apiVersionRoute(reading) !== 'none');
  const route = isBareRoot(url) && speaksInference(picture) ? 'models' : routeOf(url);
  const model = picture.deployments[0]?.value ?? null;
  const found = picture.apiVersions[0];
  const { suggestion, text } = judgeApiVersion(route, found?.value ?? null, {
    model,
    operation: url?.reading.operation ?? null,
  });
  const needed = model === null ? null : oldestVersionFor(model);
  const version = route === 'dated' ? (needed ?? suggestion) : suggestion;
  if (route === 'v1') {
    if (found === undefined) return null;
    return {
      text: `Leave api-version ${found.value} out: ${text}`,
      before: `api-version=${found.value}`,
      ...placeOf(found.where),
    };
  }
  if (version === null) return null;
  if (found === undefined) return { text: `Send api-version=${version} with every request of this route` };
  if (found.value === version) return null;
  return {
    text: `Send api-version ${version} in place of ${found.value}`,
    before: `api-version=${found.value}`,
    after: `api-version=${version}`,
    ...placeOf(found.where),
  };
}
