import type { Theme } from '../theme.js';

export function scenarioClearView(data: { readonly cleared: readonly string[] }, theme: Theme): string {
  if (data.cleared.length === 0) return 'No scenario was on.\n';
  return `${theme.style.green(theme.symbols.ok)} Cleared ${data.cleared.join(', ')}\n`;
}
