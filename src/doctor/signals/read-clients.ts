import type { ClientFamily } from '../engine/client-family.js';
import type { Picture } from '../engine/picture.js';
import type { Sighting, SignalId } from './signal-set.js';

const BY_FAMILY: Partial<Record<ClientFamily, SignalId>> = {
  'azure-openai': 'azure-client',
  openai: 'plain-client',
  inference: 'inference-client',
  maker: 'maker-sdk',
};

/** Which clients the code builds and how they sign in. */
export function readClients({ clients, facts }: Picture): readonly Sighting[] {
  const sightings = clients.flatMap(({ fact, family, where }): readonly Sighting[] => {
    const list: Sighting[] = [];
    const id = BY_FAMILY[family];
    const base = fact.baseUrl === null ? '' : ` with ${fact.baseUrlParameter ?? 'base URL'} ${fact.baseUrl}`;
    if (id !== undefined) list.push({ id, text: `${fact.className} is built${base}`, where });
    if (fact.auth === 'entra') {
      list.push({ id: 'entra-credential', text: `${fact.className} signs in with Entra ID`, where });
    }
    if (fact.auth === 'key') list.push({ id: 'key-credential', text: `${fact.className} uses a key`, where });
    return list;
  });
  const agents = facts.requests.flatMap(({ value, where }): readonly Sighting[] => {
    const agent = value.userAgent ?? '';
    const id: SignalId | null = /AzureOpenAI\//.test(agent)
      ? 'azure-client'
      : /OpenAI\//.test(agent)
        ? 'plain-client'
        : /ai-?(?:model)?inference/i.test(agent)
          ? 'inference-client'
          : null;
    return id === null ? [] : [{ id, text: `The user agent is ${agent}`, where }];
  });
  const packages = facts.packages.flatMap(({ value, where }): readonly Sighting[] =>
    /ai[-.]inference$/i.test(value.name)
      ? [{ id: 'inference-client', text: `${value.name} is installed`, where }]
      : [],
  );
  return [...sightings, ...agents, ...packages];
}
