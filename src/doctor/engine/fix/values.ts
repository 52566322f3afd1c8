import type { Picture } from '../picture.js';

/** Names for the placeholders of the cause table, as far as they are known. */
export function valuesOf(picture: Picture): Readonly<Record<string, string | undefined>> {
  const { account } = picture.facts;
  const readings = [...picture.bases, ...picture.requests].map(({ reading }) => reading);
  const named = readings.find(({ resource, isRedacted }) => resource !== null && !isRedacted);
  return {
    endpoint: readings[0]?.text,
    resource: account?.customSubdomain ?? named?.resource ?? undefined,
    account: account?.name ?? named?.resource ?? undefined,
    deployment: picture.deployments[0]?.value,
    apiVersion: picture.apiVersions[0]?.value,
    region: account?.location ?? readings.find(({ region }) => region !== null)?.region ?? undefined,
    package: picture.facts.packages[0]?.value.name,
  };
}
