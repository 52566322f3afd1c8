import type { Facts, Found, Where } from '../facts.js';
import { boundText, scrub } from './error-text-clean.js';
import { languageOf } from './error-text-language.js';
import { readListing } from './error-text-listing.js';
import { findObjects } from './error-text-objects.js';
import { readPackages } from './error-text-packages.js';
import { type Places, placesOf } from './error-text-places.js';
import { readRequests } from './error-text-requests.js';
import { readResponses } from './error-text-responses.js';
import {
  apiVersionOf,
  cleanUrl,
  deploymentOf,
  isDocumentUrl,
  isRequestUrl,
  namesBase,
  parameterBefore,
  URL_PATTERN,
} from './error-text-urls.js';
import { readVariables } from './error-text-variables.js';
import { distinct, factsOfRequests } from './request-facts.js';
import { factsOfVariables } from './variable-facts.js';

type Endpoint = Facts['endpoints'][number];

/**
 * What a pasted error, log, traceback, HTTP dump or JSON says, in whatever language it was printed: answers,
 * requests, addresses, api-versions, deployments, versions, variables. Reads the first and the last 128 KiB;
 * never throws. Secrets are gone from everything it gives.
 */
export function readErrorText(text: string, where: Where): Partial<Facts> {
  const bounded = boundText(text);
  if (bounded.trim() === '') return {};
  const places = placesOf(bounded, where);
  const objects = findObjects(bounded);
  const requests = readRequests(places, objects);
  const ofRequests = factsOfRequests(requests);
  const variables = factsOfVariables(readVariables(places));
  const named = variables.endpoints ?? [];
  const endpoints = [...named, ...bareEndpoints(places, named)];
  const fromEndpoints = <T>(read: (url: string) => T | null): readonly Found<T>[] =>
    endpoints.flatMap(({ value, where: place }) => {
      const found = read(value.url);
      return found === null ? [] : [{ value: found, where: place }];
    });
  return {
    texts: [{ value: scrub(bounded), where }],
    endpoints,
    requests,
    responses: readResponses(places, objects),
    packages: distinct([...(ofRequests.packages ?? []), ...readPackages(places)]),
    environment: variables.environment ?? [],
    deployments: distinct([
      ...(ofRequests.deployments ?? []),
      ...(variables.deployments ?? []),
      ...fromEndpoints(deploymentOf),
    ]),
    apiVersions: distinct([
      ...(ofRequests.apiVersions ?? []),
      ...(variables.apiVersions ?? []),
      ...fromEndpoints(apiVersionOf),
      ...namedVersions(places),
    ]),
    language: languageOf(bounded),
    ...known(bounded, objects),
  };
}

function known(
  text: string,
  objects: ReturnType<typeof findObjects>,
): Pick<Partial<Facts>, 'knownDeployments'> {
  const knownDeployments = readListing(text, objects);
  return knownDeployments === null ? {} : { knownDeployments };
}

/** Addresses that are neither requests nor pages: somebody's base URL. */
function bareEndpoints(places: Places, known: readonly Endpoint[]): readonly Endpoint[] {
  const seen = new Set(known.map(({ value }) => value.url));
  const found: Endpoint[] = [];
  for (const match of places.text.matchAll(URL_PATTERN)) {
    const url = cleanUrl(match[0]);
    const parameter = parameterBefore(places.text, match.index);
    if (seen.has(url) || isDocumentUrl(url) || (isRequestUrl(url) && !namesBase(parameter))) continue;
    seen.add(url);
    if (found.length < 20) found.push(places.found({ url, name: parameter }, match.index));
  }
  return found;
}

const NAMED_VERSION =
  /\b(?:api[-_ ]?version|apiVersion|OPENAI_API_VERSION|API version)\\?["']?\s{0,3}(?:[:=]|is|to)?\s{0,3}\\?["']?(\d{4}-\d{2}-\d{2}(?:-preview)?)/gi;

function namedVersions(places: Places): readonly Found<string>[] {
  return [...places.text.matchAll(NAMED_VERSION)]
    .map((match) => ({ version: match[1] ?? '', at: match.index }))
    .filter(({ at }) => !/enabled only for\s{0,3}$/.test(places.text.slice(Math.max(0, at - 20), at)))
    .map(({ version, at }) => places.found(version, at));
}
