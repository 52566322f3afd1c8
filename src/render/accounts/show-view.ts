import type { AccountDetail } from '../../core/accounts.js';
import type { PortalAddress } from '../../core/portal.js';
import { renderCard } from '../card.js';
import type { Theme } from '../theme.js';

/** Endpoints of the map that model calls use; the other forty are in `-o json`. */
const MODEL_ENDPOINTS: readonly (readonly [label: string, key: string])[] = [
  ['Foundry', 'AI Foundry API'],
  ['model inference', 'Azure AI Model Inference API'],
  ['Azure OpenAI', 'OpenAI Language Model Instance API'],
];

export function accountsShowView(detail: AccountDetail, theme: Theme, portal: PortalAddress): string {
  const network = [
    `public access ${detail.publicNetworkAccess.toLowerCase()}`,
    detail.networkDefaultAction === null ? '' : `default ${detail.networkDefaultAction.toLowerCase()}`,
  ];
  return renderCard(
    detail.name,
    [
      ['group', detail.resourceGroup],
      ['region', detail.location],
      ['kind', `${detail.kind} ${detail.sku}`],
      ['state', detail.state],
      ['deployments', String(detail.deployments)],
      ['keys', detail.keysEnabled ? 'enabled' : 'disabled: sign in with Microsoft Entra ID'],
      ['subdomain', detail.customSubdomain ?? 'none: Microsoft Entra ID tokens need one'],
      ['network', network.filter((part) => part !== '').join(', ')],
      ['projects', detail.projects.join(', ')],
      ['endpoint', detail.endpoint],
      ...MODEL_ENDPOINTS.map(([label, key]) => [label, detail.endpoints[key] ?? ''] as const),
    ],
    theme,
    portal(detail.id),
  );
}
