import { cleanText } from '../clean-text.js';
import type { View } from '../theme.js';

export interface CompletionInstall {
  readonly shell: 'bash' | 'zsh' | 'fish' | 'powershell';
  readonly action: 'install' | 'uninstall';
  readonly changes: readonly {
    readonly path: string;
    readonly change: 'written' | 'unchanged' | 'removed' | 'line-added' | 'line-removed';
    /** The line of a start file; null for a file that is aimi's own. */
    readonly line: string | null;
  }[];
  /** Loads it in a shell that is running; null after it was taken away. */
  readonly load: string | null;
}

const SENTENCES: Readonly<Record<CompletionInstall['changes'][number]['change'], string>> = {
  written: 'Wrote',
  unchanged: 'As it should be already:',
  removed: 'Removed',
  'line-added': 'Added a line to',
  'line-removed': 'Removed the line from',
};

/** What was written or taken away, and how a running shell gets it. */
export const installView: View<CompletionInstall> = ({ shell, action, changes, load }, theme) => {
  if (changes.length === 0) return `No completion of aimi is installed for ${shell}.\n`;
  const { ok } = theme.symbols;
  const lines = changes.flatMap(({ path, change, line }) => [
    `${theme.style.green(ok)} ${SENTENCES[change]} ${path}`,
    ...(change === 'line-added' && line !== null ? [theme.style.dim(`  ${line}`)] : []),
  ]);
  const isNew = changes.some(({ change }) => change !== 'unchanged');
  const after =
    action === 'uninstall'
      ? ['New shells start without it.']
      : [isNew ? 'New shells have it. In this one:' : 'In this shell:', `  ${load ?? ''}`];
  return `${[...lines, ...after].map((line) => cleanText(line, theme)).join('\n')}\n`;
};
