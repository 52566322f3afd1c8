import { repairFor } from '../../../core/endpoints/repair.js';
import type { ClientKind } from '../../../core/sdk/types.js';
import type { Fix } from '../../diagnosis.js';
import { kindOf, parameterOf } from '../client-kind.js';
import type { KnownClient, Picture, ReadUrl } from '../picture.js';
import { placeOf } from './place.js';

/** The base URL that the client should get, or null when it is right or cannot be worked out. */
export function endpointFix(picture: Picture): Fix | null {
  for (const client of picture.clients) {
    if (client.base === null) continue;
    const renamed = renameParameter(client, picture);
    if (renamed !== null) return renamed;
    const fix = repair(client.base, kindOf(client, picture), client.fact.baseUrlParameter);
    if (fix !== null) return fix;
  }
  const kind = likelyKind(picture);
  for (const base of picture.bases) {
    const fix = kind === null ? null : repair(base, kind, base.name);
    if (fix !== null) return fix;
  }
  return null;
}

/**
 * openai: base_url / baseURL is taken as it is, azure_endpoint / endpoint gets /openai added.
 * Source: openai-python lib/azure.py, openai-node azure.ts, 2026-11.
 */
function renameParameter(client: KnownClient, picture: Picture): Fix | null {
  const { base, fact, where } = client;
  const given = fact.baseUrlParameter;
  const isRoot = base?.reading.style === 'root-aoai' && base.reading.path === '';
  if (base === null || given === null || !isRoot || client.family !== 'azure-openai') return null;
  if (parameterOf(client, picture) !== 'base' || !/^base_?url$/i.test(given)) return null;
  const wanted = given === 'base_url' ? 'azure_endpoint' : 'endpoint';
  return {
    text: `Give the resource root to ${fact.className} as ${wanted}, not as ${given}: ${given} is taken as it is, without /openai`,
    before: `${given}: ${base.reading.text}`,
    after: `${wanted}: ${base.reading.text}`,
    ...placeOf(where),
  };
}

function repair(base: ReadUrl, kind: ClientKind, parameter: string | null): Fix | null {
  const repaired = repairFor(base.reading, kind);
  if (repaired === null) return null;
  const name = parameter === null ? '' : `${parameter} = `;
  const version =
    repaired.apiVersion === null ? '' : ` and give api-version ${repaired.apiVersion} as a parameter`;
  return {
    text: `${repaired.text}${version}: ${repaired.fault}`,
    before: `${name}${base.reading.text}`,
    after: `${name}${repaired.baseUrl}`,
    ...placeOf(base.where),
  };
}

/** Without a client in sight: what the packages or the path speak for. */
function likelyKind({ clients, facts, bases }: Picture): ClientKind | null {
  if (clients.length > 0) return null;
  const names = facts.packages.map(({ value }) => value.name);
  if (names.some((name) => /ai[-.]inference/i.test(name))) return 'ai-inference';
  return bases.some(({ reading }) => reading.hostKind !== 'other' && reading.hostKind !== 'apim')
    ? 'openai'
    : null;
}
