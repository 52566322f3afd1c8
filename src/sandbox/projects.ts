import { identity, systemData } from './account-body.js';
import { tenantOf } from './accounts.js';
import { accountId, type Exchange, type Handler, list, ok, param, requireAccount } from './exchange.js';
import { refusals } from './refusals.js';
import { guidFrom } from './reply.js';
import { fold, type SandboxAccount } from './state.js';

/** GET accounts/{account}/projects */
export const listProjects: Handler = (exchange) => {
  const account = requireAccount(exchange);
  return list(
    exchange,
    account.projects.map((name) => projectBody(exchange, account, name)),
  );
};

/** GET accounts/{account}/projects/{project} */
export const getProject: Handler = (exchange) => {
  const account = requireAccount(exchange);
  const wanted = param(exchange, 'project');
  const name = account.projects.find((one) => fold(one) === fold(wanted));
  if (name === undefined) throw refusals.notFound(`${accountId(account)}/projects/${wanted}`);
  return ok(exchange, projectBody(exchange, account, name), { etag: account.etag });
};

function projectBody(exchange: Exchange, account: SandboxAccount, name: string): unknown {
  const id = `${accountId(account)}/projects/${name}`;
  const host = `${account.customSubdomain ?? account.name}.services.ai.azure.com`;
  return {
    id,
    name: `${account.name}/${name}`,
    type: 'Microsoft.CognitiveServices/accounts/projects',
    etag: account.etag,
    location: account.location,
    kind: 'AIServices',
    properties: {
      endpoints: { 'AI Foundry API': `https://${host}/api/projects/${name}` },
      isDefault: account.projects[0] === name,
      internalId: guidFrom('internal', id).replaceAll('-', ''),
      provisioningState: 'Succeeded',
    },
    identity: identity(id, tenantOf(exchange, account)),
    systemData: systemData(account.audit),
  };
}
