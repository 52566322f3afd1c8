import type { Facts, Found, VariableFact } from '../../../facts.js';
import { variableFact, variableMatters } from '../../environment-variable.js';
import { factsOfVariables } from '../../variable-facts.js';
import { at, lineOf, propertiesOf } from '../packages/entry.js';
import { roleOf } from '../source/parameters.js';

const MODEL_SECTION =
  /openai|azureai|foundry|inference|cognitive|aoai|llm|(?:^|[:_])ai(?:[:_]|services|$)|embedding|completion/i;
const DEEPEST = 8;
const MOST_SETTINGS = 400;

/** `appsettings*.json`: sections joined with `:`, as .NET names them. */
export function readAppSettings(data: unknown, text: string, file: string): Partial<Facts> {
  const pairs: [string, string][] = [];
  flatten(data, '', 0, pairs);
  return variablesOf(
    pairs.filter(([name]) => matters(name)),
    text,
    file,
  );
}

/** `local.settings.json` of Azure Functions: `Values` are environment variables. */
export function readLocalSettings(data: unknown, text: string, file: string): Partial<Facts> {
  return variablesOf(
    stringsOf(at(data, 'Values')).filter(
      ([name]) => variableMatters(name) || matters(name.replaceAll('__', ':')),
    ),
    text,
    file,
  );
}

/** `launchSettings.json`: the variables of each profile. */
export function readLaunchSettings(data: unknown, text: string, file: string): Partial<Facts> {
  const pairs = Object.values(propertiesOf(at(data, 'profiles'))).flatMap((profile) =>
    stringsOf(at(profile, 'environmentVariables')),
  );
  return variablesOf(
    pairs.filter(([name]) => variableMatters(name) || matters(name.replaceAll('__', ':'))),
    text,
    file,
  );
}

export function variablesOf(
  pairs: readonly (readonly [string, string])[],
  text: string,
  file: string,
): Partial<Facts> {
  const found = pairs.slice(0, MOST_SETTINGS).flatMap(([name, value]): readonly Found<VariableFact>[] => {
    if (value === '') return [];
    const key = name.split(':').at(-1) ?? name;
    const line = lineOf(text, `"${key}"`, sectionStart(text, name)) ?? lineOf(text, key);
    const label = line === null ? file : `${file}:${line}`;
    return [
      {
        value: variableFact(name, value),
        where: { kind: 'config', label, file, ...(line === null ? {} : { line }) },
      },
    ];
  });
  const facts = factsOfVariables(found);
  // `AzureOpenAI:DeploymentName` does not look like a variable, so its role is read here.
  const named = (role: string) =>
    found.flatMap(({ value, where }) =>
      value.value !== null && value.name.includes(':') && roleOf(value.name.split(':').at(-1) ?? '') === role
        ? [{ value: value.value, where }]
        : [],
    );
  const known = new Set((facts.endpoints ?? []).map(({ value }) => value.url));
  return {
    ...facts,
    endpoints: [
      ...(facts.endpoints ?? []),
      ...found.flatMap(({ value, where }) =>
        value.value !== null &&
        roleOf(value.name.split(':').at(-1) ?? '') === 'endpoint' &&
        value.name.includes(':') &&
        !known.has(value.value)
          ? [{ value: { url: value.value, name: value.name }, where }]
          : [],
      ),
    ],
    deployments: [...(facts.deployments ?? []), ...named('deployment'), ...named('model')],
    apiVersions: [...(facts.apiVersions ?? []), ...named('api-version')],
  };
}

function matters(name: string): boolean {
  return name.length <= 160 && MODEL_SECTION.test(name) && roleOf(name.split(':').at(-1) ?? '') !== null;
}

function flatten(value: unknown, path: string, depth: number, pairs: [string, string][]): void {
  if (depth > DEEPEST || pairs.length > 4000) return;
  for (const [key, inner] of Object.entries(Array.isArray(value) ? { ...value } : propertiesOf(value))) {
    const name = path === '' ? key : `${path}:${key}`;
    if (typeof inner === 'string') pairs.push([name, inner]);
    else if (typeof inner === 'object') flatten(inner, name, depth + 1, pairs);
  }
}

function stringsOf(value: unknown): readonly (readonly [string, string])[] {
  return Object.entries(propertiesOf(value)).flatMap(([name, inner]) =>
    typeof inner === 'string' ? [[name, inner] as const] : [],
  );
}

/** Where the innermost section of `A:B:Key` begins. */
function sectionStart(text: string, name: string): number {
  return name
    .split(':')
    .slice(0, -1)
    .reduce((from, section) => Math.max(from, text.indexOf(`"${section}"`, from)), 0);
}
