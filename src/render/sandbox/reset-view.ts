import type { Theme } from '../theme.js';

export function sandboxResetView(data: { readonly accounts: readonly string[] }, theme: Theme): string {
  return `${theme.style.green(theme.symbols.ok)} Reset the sandbox: ${data.accounts.join(', ')}\n`;
}
