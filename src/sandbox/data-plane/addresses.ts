import { foldRegion, type SandboxState } from '../state.js';

/**
 * The base URL that stands for each account's root, on a loopback server at `origin`. An account without a
 * custom subdomain is reached through the shared host of its region, as on Azure.
 */
export function modelAddresses(
  state: SandboxState,
  origin: string,
): readonly { readonly account: string; readonly root: string }[] {
  return state.accounts.map((account) => ({
    account: account.name,
    root: `${origin}/r/${account.customSubdomain ?? `${foldRegion(account.location)}.api.cognitive.microsoft.com`}`,
  }));
}
