import type { Theme } from './theme.js';

/** `RETIRES` is spelled out letter by letter by some screen readers; `Retires` and `TPM` are said right. */
export function spokenLabel(label: string, theme: Theme): string {
  if (!theme.isLinear || label.length <= 3) return label;
  return label.charAt(0) + label.slice(1).toLowerCase();
}
