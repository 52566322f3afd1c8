import type { CheckStatus } from '../diagnosis.js';
import type { SignalId, SignalSet } from '../signals/signal-set.js';
import type { Finding } from './check.js';

const ORDER = ['fail', 'warn', 'info'] as const satisfies readonly CheckStatus[];

/** The worst finding that a signal gives, with its evidence; `pass` with `passText` when none is seen. */
export function judge(
  signals: SignalSet,
  table: Readonly<Partial<Record<(typeof ORDER)[number], readonly SignalId[]>>>,
  passText: string,
): Finding {
  for (const status of ORDER) {
    for (const id of table[status] ?? []) {
      const [evidence] = signals.get(id) ?? [];
      if (evidence !== undefined) return { status, text: evidence.text, where: evidence.where };
    }
  }
  return { status: 'pass', text: passText };
}
