import type { Facts, Found, PackageFact, RequestFact } from '../facts.js';
import { packagesOfUserAgent } from './error-text-packages.js';
import { apiVersionOf, deploymentOf } from './error-text-urls.js';

/** What requests say beside themselves: api-versions, deployments, and packages by their user agent. */
export function factsOfRequests(requests: readonly Found<RequestFact>[]): Partial<Facts> {
  const pick = <T>(read: (request: RequestFact) => T | null): readonly Found<T>[] =>
    requests.flatMap(({ value, where }) => {
      const read_ = read(value);
      return read_ === null ? [] : [{ value: read_, where }];
    });
  const packages: readonly Found<PackageFact>[] = requests.flatMap(({ value, where }) =>
    packagesOfUserAgent(value.userAgent ?? '').map((found) => ({ value: found, where })),
  );
  return {
    requests,
    apiVersions: distinct(pick(({ url }) => apiVersionOf(url))),
    deployments: distinct([...pick(({ url }) => deploymentOf(url)), ...pick(({ bodyModel }) => bodyModel)]),
    packages,
  };
}

/** The first of each value. */
export function distinct<T>(found: readonly Found<T>[]): readonly Found<T>[] {
  const seen = new Set<string>();
  return found.filter(({ value }) => {
    const key = JSON.stringify(value);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
