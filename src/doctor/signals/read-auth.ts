import type { Picture } from '../engine/picture.js';
import { isAzureHost } from './read-endpoints.js';
import type { Sighting } from './signal-set.js';

const SECRET_VARIABLE = /key|token|credential/i;

/** What the secrets' forms, the headers that carry them and the scopes say. Values are never read. */
export function readAuth(picture: Picture): readonly Sighting[] {
  return [...readVariables(picture), ...readHeaders(picture), ...readScopes(picture)];
}

function readVariables({ facts, bases, requests }: Picture): readonly Sighting[] {
  // The v1 route takes a token as Bearer, and its clients a token provider as key (openai py 1.106, js 5.18).
  const isV1 = [...bases, ...requests].some(({ reading }) => /-v1$/.test(reading.style));
  return facts.environment.flatMap(({ value, where }): readonly Sighting[] => {
    if (!SECRET_VARIABLE.test(value.name)) return [];
    if (value.secretKind === 'openai-key') {
      return [{ id: 'key-is-openai', text: `${value.name} holds a key of api.openai.com (sk-…)`, where }];
    }
    if (value.secretKind === 'jwt' && /key/i.test(value.name) && !isV1) {
      return [{ id: 'key-is-token', text: `${value.name} holds a token, not a key`, where }];
    }
    return [];
  });
}

function readHeaders({ facts, requests }: Picture): readonly Sighting[] {
  const sent = [
    ...facts.headers,
    ...facts.requests.flatMap(({ value, where }) =>
      value.headers.map((header) => ({ value: header, where })),
    ),
  ];
  return sent.flatMap(({ value, where }): readonly Sighting[] => {
    const name = value.name.toLowerCase();
    if (name === 'authorization' && value.scheme?.toLowerCase() === 'bearer' && value.secretKind !== 'jwt') {
      const isMarked = requests.some(({ reading }) => isAzureHost(reading));
      const text = `Authorization: Bearer is sent${isMarked ? ' to an Azure host' : ''}, not api-key`;
      return sent.some((other) => other.value.name.toLowerCase() === 'api-key')
        ? []
        : [{ id: 'bearer-key', text, where }];
    }
    if ((name === 'api-key' || name === 'x-api-key') && value.secretKind === 'jwt') {
      return [{ id: 'key-is-token', text: `${value.name} carries a token`, where }];
    }
    if (name === 'api-key' && value.secretKind === 'openai-key') {
      return [{ id: 'key-is-openai', text: `${value.name} carries a key of api.openai.com (sk-…)`, where }];
    }
    return [];
  });
}

function readScopes({ clients, bases, requests }: Picture): readonly Sighting[] {
  const isProject = [...bases, ...requests].some(({ reading }) => /project/.test(reading.style));
  return clients.flatMap(({ fact, family, where }): readonly Sighting[] => {
    const list: Sighting[] = [];
    for (const scope of fact.scopes) {
      if (/\/\/(?:ml\.azure|management|graph)/i.test(scope)) {
        list.push({ id: 'scope-foreign', text: `The token is asked for ${scope}`, where });
      } else if (isProject && /cognitiveservices/i.test(scope)) {
        list.push({
          id: 'scope-project',
          text: `The token for the project endpoint is asked for ${scope}`,
          where,
        });
      }
    }
    if (family === 'inference' && fact.auth === 'entra' && fact.scopes.length === 0) {
      list.push({
        id: 'scope-default-inference',
        text: `${fact.className} asks for https://ml.azure.com/.default when no scope is given`,
        where,
      });
    }
    return list;
  });
}
