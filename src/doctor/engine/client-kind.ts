import { findClientClass } from '../../core/sdk/classes.js';
import type { ClientKind } from '../../core/sdk/types.js';
import type { ClientFamily } from './client-family.js';
import type { KnownClient, Picture } from './picture.js';

const BY_FAMILY: Readonly<Record<ClientFamily, ClientKind>> = {
  'azure-openai': 'azure-openai',
  openai: 'openai',
  inference: 'ai-inference',
  projects: 'ai-projects',
  'anthropic-foundry': 'anthropic-foundry',
  maker: 'cohere',
};

/** The kind of one client: by its class where the table has it, else by its family. */
export function kindOf({ fact, family }: KnownClient, picture: Picture): ClientKind {
  const hints = { packageName: fact.packageName, language: picture.facts.language };
  return findClientClass(fact.className, hints)?.kind ?? BY_FAMILY[family];
}

/** Whether the parameter takes the resource root, or everything up to the operation. */
export function parameterOf({ fact }: KnownClient, picture: Picture): 'root' | 'base' | undefined {
  const name = fact.baseUrlParameter;
  if (name === null) return undefined;
  const row = findClientClass(fact.className, {
    packageName: fact.packageName,
    language: picture.facts.language,
  });
  if (row?.rootParameters.includes(name) === true) return 'root';
  return row?.baseParameters.includes(name) === true ? 'base' : undefined;
}
