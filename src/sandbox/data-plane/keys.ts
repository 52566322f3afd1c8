import type { SandboxAccount } from '../state.js';

/** Keys that nobody can mistake for real ones. `regenerateKey` moves a key on, and the old one is void. */
export function keysOf(account: SandboxAccount): { readonly key1: string; readonly key2: string } {
  const [first = 0, second = 0] = account.keyRotations ?? [];
  return { key1: keyText(account, 1, first), key2: keyText(account, 2, second) };
}

function keyText(account: SandboxAccount, slot: 1 | 2, rotations: number): string {
  const suffix = rotations === 0 ? '' : `-after-${rotations}`;
  return `sandbox-key-${slot}-of-${account.name}-opens-nothing-else${suffix}`;
}

export function isKeyOf(account: SandboxAccount, key: string): boolean {
  const { key1, key2 } = keysOf(account);
  return key === key1 || key === key2;
}
