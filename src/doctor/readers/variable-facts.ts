import type { Facts, Found, VariableFact } from '../facts.js';
import { namesEndpoint } from './environment-variable.js';
import { apiVersionOf, cleanUrl, deploymentOf } from './error-text-urls.js';
import { distinct } from './request-facts.js';

const VERSION = /(?:^|_)API_VERSION$/i;
const DEPLOYMENT =
  /(?:DEPLOYMENT(?:_NAME|_ID)?|(?:OPENAI|INFERENCE|CHAT|AZURE_AI|FOUNDRY)_MODEL(?:_NAME)?)$/i;

/** What variables say: base URLs, api-versions and deployments, by the names that SDKs and samples give them. */
export function factsOfVariables(environment: readonly Found<VariableFact>[]): Partial<Facts> {
  const named = (pattern: RegExp): readonly Found<string>[] =>
    environment.flatMap(({ value, where }) =>
      pattern.test(value.name) && value.value !== null && value.value !== ''
        ? [{ value: value.value, where }]
        : [],
    );
  const endpoints = environment.flatMap(({ value: { name, value }, where }) =>
    namesEndpoint(name) && value !== null && value !== ''
      ? [{ value: { url: cleanUrl(value), name }, where }]
      : [],
  );
  const ofEndpoints = (read: (url: string) => string | null): readonly Found<string>[] =>
    endpoints.flatMap(({ value, where }) => {
      const found = read(value.url);
      return found === null ? [] : [{ value: found, where }];
    });
  return {
    environment,
    endpoints,
    apiVersions: distinct([...named(VERSION), ...ofEndpoints(apiVersionOf)]),
    deployments: distinct([...named(DEPLOYMENT), ...ofEndpoints(deploymentOf)]),
  };
}
