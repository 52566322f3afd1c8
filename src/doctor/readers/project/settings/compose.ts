import type { Facts } from '../../../facts.js';
import { variableMatters } from '../../environment-variable.js';
import { at, listOf, propertiesOf, textOf } from '../packages/entry.js';
import { variablesOf } from './json-settings.js';

/** `docker-compose.yml`, parsed: `environment` of each service, as a list or a map. */
export function readCompose(data: unknown, text: string, file: string): Partial<Facts> {
  const pairs = Object.values(propertiesOf(at(data, 'services'))).flatMap((service) => {
    const environment = at(service, 'environment');
    if (!Array.isArray(environment)) {
      return Object.entries(propertiesOf(environment)).map(
        ([name, value]) => [name, textOf(value) ?? ''] as const,
      );
    }
    return listOf(environment).flatMap((item) => {
      const match = /^([\w.-]{1,100})=([\s\S]{0,2000})$/.exec(typeof item === 'string' ? item : '');
      return match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const];
    });
  });
  // `${NAME}` comes from the shell or the .env file beside it, which speaks for itself.
  const plain = pairs.filter(([name, value]) => variableMatters(name) && !/^\$\{?\w+\}?$/.test(value));
  return variablesOf(plain, text, file);
}
