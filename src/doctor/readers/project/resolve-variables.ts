import type { ClientFact, Facts } from '../../facts.js';

type LookUp = (name: string | null) => string | null;

/**
 * Puts the values of the project's own settings where a client reads a variable. The variable's name stays,
 * because the process environment may give it another value. A default that the code has for a variable which
 * is set is no endpoint any more.
 */
export function resolveVariables(facts: Facts): Pick<Facts, 'clients' | 'endpoints'> {
  const values = new Map<string, string>();
  for (const { value } of facts.environment) {
    if (value.value !== null && !values.has(value.name)) values.set(value.name, value.value);
  }
  const lookUp: LookUp = (name) =>
    name === null ? null : (values.get(name) ?? values.get(name.replaceAll('__', ':')) ?? null);
  const clients = facts.clients.map(({ value, where }) => ({ value: resolved(value, lookUp), where }));
  const replaced = new Map(
    facts.clients.flatMap(({ value: { baseUrl } }, index) => {
      const now = clients[index]?.value.baseUrl ?? null;
      return baseUrl === null || now === null || now === baseUrl ? [] : [[baseUrl, now] as const];
    }),
  );
  const endpoints = facts.endpoints.map((found) => {
    const now = found.where.kind === 'source' ? replaced.get(found.value.url) : undefined;
    return now === undefined ? found : { ...found, value: { ...found.value, url: now } };
  });
  return { clients, endpoints };
}

function resolved(client: ClientFact, lookUp: LookUp): ClientFact {
  return {
    ...client,
    baseUrl: filled(client.baseUrl, client.baseUrlVariable, lookUp),
    apiVersion: filled(client.apiVersion, client.apiVersionVariable, lookUp),
  };
}

/** A variable that is set goes before the default that the code has for it. */
function filled(text: string | null, variable: string | null, lookUp: LookUp): string | null {
  const value = lookUp(variable);
  if (value === null || variable === null) return text;
  return text?.includes(`{${variable}}`) === true ? text.replace(`{${variable}}`, () => value) : value;
}
