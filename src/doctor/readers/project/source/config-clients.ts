import { secretKindOf } from '../../secret-kind.js';
import type { ClientAt } from './clients.js';
import type { LooseClient } from './legacy-module.js';
import type { Setting } from './settings.js';

const MODEL_PROVIDER = /azure|openai|inference|foundry|anthropic|cohere|mistral|litellm|ai21/i;

/**
 * Blocks of configuration that name a provider and where or how to reach it. The class is the provider as
 * written (`azure-openai`, `openai-completions`).
 */
export function configClients(
  settings: readonly Setting[],
  built: readonly ClientAt[],
): readonly LooseClient[] {
  const groups = grouped(settings);
  return [...groups.values()].flatMap((group): readonly LooseClient[] => {
    const of = (role: Setting['role']) => group.find((entry) => entry.role === role);
    const provider = of('provider');
    if (provider?.text == null || !MODEL_PROVIDER.test(provider.text) || /^openai\./.test(provider.name))
      return [];
    if (built.some((entry) => entry.call.line === provider.line)) return [];
    const endpoint = of('endpoint') ?? of('resource');
    const version = of('api-version');
    const key = of('key');
    const kind = key?.text == null ? null : secretKindOf(key.text);
    return [
      {
        client: {
          className: provider.text.slice(0, 100),
          packageName: null,
          baseUrl: endpoint?.text ?? null,
          baseUrlParameter: endpoint?.name ?? null,
          baseUrlVariable: endpoint?.variable ?? null,
          apiVersion: version?.text ?? null,
          apiVersionVariable: version?.variable ?? null,
          deployment: (of('deployment') ?? of('model'))?.text ?? null,
          auth: key === undefined ? 'unknown' : 'key',
          scopes: [],
          headerNames: [],
        },
        line: provider.line,
        parameters: [],
        headers: [],
        secrets:
          key === undefined || kind === null
            ? []
            : [{ secret: { name: key.name, value: null, isSecret: true, secretKind: kind }, line: key.line }],
      },
    ];
  });
}

function grouped(settings: readonly Setting[]): ReadonlyMap<number, readonly Setting[]> {
  const groups = new Map<number, Setting[]>();
  for (const setting of settings) groups.set(setting.group, [...(groups.get(setting.group) ?? []), setting]);
  return groups;
}
