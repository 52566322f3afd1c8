import type { DeploymentDetail } from '../../core/deployments/detail.js';
import { powershellCall } from '../../core/endpoints/powershell-call.js';
import { renderCard } from '../card.js';
import { grouped, ratesText } from '../numbers.js';
import type { Theme } from '../theme.js';
import { wrapText } from '../wrap.js';
import { type DeploymentFacts, retiresText, styleRetires } from './retires-text.js';

export function deploymentsShowView(
  detail: DeploymentDetail,
  theme: Theme,
  { today, portal }: DeploymentFacts,
): string {
  const rates = ratesText(detail);
  const card = renderCard(
    detail.name,
    [
      ['account', `${detail.account} (${detail.location}, group ${detail.resourceGroup})`],
      ['model', `${detail.model} ${detail.version} (${detail.format})`],
      ['state', detail.state],
      ['SKU', detail.sku],
      [
        'capacity',
        `${grouped(detail.capacity)} ${detail.capacity === 1 ? 'unit' : 'units'}${rates === '' ? '' : ` = ${rates}`}`,
      ],
      [
        'retires',
        styleRetires(retiresText(detail.retires, today) || 'no date known', detail.retires, today, theme),
      ],
      ['content filter', detail.raiPolicy ?? ''],
      ['upgrades', detail.versionUpgrade ?? ''],
      ['created', detail.createdAt ?? ''],
      ['endpoint', detail.call?.endpoint ?? ''],
    ],
    theme,
    portal(detail.id),
  );
  return card + callText(detail, theme);
}

/** The call to try, after an empty line; not indented, so that it can be copied whole. */
export function callText({ call }: Pick<DeploymentDetail, 'call'>, theme: Theme): string {
  if (call === null) return '';
  const how =
    call.auth === 'api-key'
      ? 'Try it (AZURE_AI_KEY holds a key of the account):'
      : 'Try it (keys are disabled on the account, so with your sign-in):';
  const lines = theme.width === null ? how : wrapText(how, theme.width);
  return `\n${theme.style.dim(lines)}\n${theme.isPowerShell === true ? powershellCall(call) : call.curl}\n`;
}
