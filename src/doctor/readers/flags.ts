import type { Facts, Found, HeaderFact, PackageFact, Where } from '../facts.js';
import { scrub } from './error-text-clean.js';
import { ecosystemOf } from './error-text-packages.js';
import { apiVersionOf, cleanUrl, deploymentOf } from './error-text-urls.js';

export interface FlagValues {
  readonly endpoint: string | null;
  readonly deployment: string | null;
  readonly apiVersion: string | null;
  readonly sdks: readonly PackageFact[];
  readonly headers: readonly Found<HeaderFact>[];
}

const flag = (name: string): Where => ({ kind: 'flag', label: name });

/** What the command line states outright. */
export function readFlags({ endpoint, deployment, apiVersion, sdks, headers }: FlagValues): Partial<Facts> {
  const at = flag('--endpoint');
  const url = endpoint === null ? null : cleanUrl(endpoint.trim());
  const inUrl = (value: string | null): readonly Found<string>[] =>
    value === null ? [] : [{ value, where: at }];
  return {
    endpoints: url === null ? [] : [{ value: { url, name: null }, where: at }],
    deployments: [
      ...(deployment === null ? [] : [{ value: scrub(deployment), where: flag('--deployment') }]),
      ...inUrl(url === null ? null : deploymentOf(url)),
    ],
    apiVersions: [
      ...(apiVersion === null ? [] : [{ value: scrub(apiVersion), where: flag('--api-version') }]),
      ...inUrl(url === null ? null : apiVersionOf(url)),
    ],
    packages: sdks.map((value) => ({ value, where: flag('--sdk') })),
    headers,
  };
}

const PREFIXES: ReadonlyMap<string, PackageFact['ecosystem']> = new Map([
  ['pypi', 'pypi'],
  ['npm', 'npm'],
  ['nuget', 'nuget'],
  ['maven', 'maven'],
  ['go', 'go'],
]);

/**
 * `openai@1.30.0`, `@azure-rest/ai-inference@1.0.0-beta.6`, `npm:openai@^6`, `azure-ai-inference==1.0.0b9`.
 * Null when there is no name. Without a prefix the name decides; of `openai` the version: releases from 4 on
 * exist for JavaScript alone (SDK matrix, section 2, 2026).
 */
export function parseSdk(text: string): PackageFact | null {
  const prefix = /^(pypi|npm|nuget|maven|go):/.exec(text)?.[1];
  const bare = prefix === undefined ? text.trim() : text.slice(prefix.length + 1).trim();
  const match = /^(@?[\w./:-]{2,200}?)(?:@|==|\s{1,4}|(?=[<>~^]))([\w.+^~<>=,* -]{1,80})?$/.exec(bare);
  const name = match?.[1] ?? (/^@?[\w./:-]{2,200}$/.test(bare) ? bare : undefined);
  if (name === undefined) return null;
  const wanted = match?.[2]?.trim() ?? '';
  const exact = /^v?(\d[\w.+-]*)$/.exec(wanted)?.[1] ?? null;
  const ecosystem = (prefix === undefined ? undefined : PREFIXES.get(prefix)) ?? guessed(name, exact);
  return {
    ecosystem,
    name: ecosystem === 'pypi' ? name.toLowerCase().replace(/[-_.]{1,5}/g, '-') : name,
    version: exact,
    range: exact === null && wanted !== '' ? wanted : null,
  };
}

function guessed(name: string, version: string | null): PackageFact['ecosystem'] {
  if (name === 'openai' || name === 'ai21')
    return Number(version?.split('.')[0] ?? '0') >= 4 ? 'npm' : 'pypi';
  return ecosystemOf(name);
}
