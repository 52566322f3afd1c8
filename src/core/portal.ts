/** Where a resource can be looked at in a browser; null where there is no such page. */
export type PortalAddress = (resourceId: string) => string | null;

/**
 * Azure portals by cloud. Sources: `az cloud list` of Azure CLI (portal), read 2026-11; the form
 * `#@/resource{id}` needs no tenant and asks for a sign-in.
 */
const PORTALS = {
  public: 'https://portal.azure.com',
  usgov: 'https://portal.azure.us',
  china: 'https://portal.azure.cn',
} as const;

/** `/subscriptions/.../accounts/NAME`, with or without `/deployments/NAME`; blanks and names as ARM has them. */
const ACCOUNT =
  /^(\/subscriptions\/[\w-]+\/resourceGroups\/[^/?#\s]+\/providers\/Microsoft\.CognitiveServices\/accounts\/[\w.-]+)(\/deployments\/[\w.-]+)?$/i;

/**
 * The page of an account in the portal of its cloud; of a deployment, the list of deployments in the Foundry
 * portal, which is public Azure only. What a stand-in serves has no page.
 */
export function portalAddress(settings: {
  readonly cloud: keyof typeof PORTALS;
  readonly sandbox: boolean;
  readonly armEndpoint: string | null;
}): PortalAddress {
  if (settings.sandbox || settings.armEndpoint !== null) return () => null;
  return (id) => {
    const [, account, deployment] = ACCOUNT.exec(id) ?? [];
    if (account === undefined) return null;
    const path = encodeURI(account);
    return deployment !== undefined && settings.cloud === 'public'
      ? `https://ai.azure.com/resource/deployments?wsid=${path}`
      : `${PORTALS[settings.cloud]}/#@/resource${path}/overview`;
  };
}

/** For views that are given none. */
export const noPortal: PortalAddress = () => null;
