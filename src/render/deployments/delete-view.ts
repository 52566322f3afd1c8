import type { Theme } from '../theme.js';

export interface DeleteResult {
  readonly account: string;
  readonly deleted: readonly string[];
  /** Without waiting: what the service was still deleting. */
  readonly accepted: readonly string[];
  /** Only with `--dry-run`. */
  readonly wouldDelete: readonly string[];
}

/** The deletions themselves are told on stderr as they happen; here is only what a dry run would do. */
export function deploymentsDeleteView(result: DeleteResult, theme: Theme): string {
  return result.wouldDelete
    .map((name) => `${theme.symbols.bullet} would delete ${name} from ${result.account}\n`)
    .join('');
}
