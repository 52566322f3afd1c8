import { renderCard } from '../card.js';
import type { Theme } from '../theme.js';

export interface StreamFacts {
  readonly isTerminal: boolean;
  readonly columns: number | null;
  readonly hasColor: boolean;
  readonly hasUnicode: boolean;
}

/** `aimi version`: keys are a contract, see docs/output.md. */
export interface VersionReport {
  readonly aimi: string;
  readonly node: string;
  readonly v8: string;
  readonly platform: string;
  readonly arch: string;
  readonly osRelease: string;
  /** Bundled packages and their versions. */
  readonly sdks: Readonly<Record<string, string>>;
  /** The day the bundled catalog was read. */
  readonly catalog: string | null;
  readonly prices: { readonly bundled: string; readonly updated: string | null };
  /** With `~` for the home directory. */
  readonly directories: { readonly config: string; readonly cache: string };
  readonly terminal: {
    readonly stdin: boolean;
    readonly stdout: StreamFacts;
    readonly stderr: StreamFacts;
    readonly variables: Readonly<Record<string, string>>;
  };
  /** Names of variables that are set and change what aimi does. */
  readonly environment: readonly string[];
}

export function versionView(report: VersionReport, theme: Theme): string {
  const { prices, directories, terminal } = report;
  const pairs = (entries: Readonly<Record<string, string>>, between: string): string =>
    Object.entries(entries)
      .map(([name, value]) => `${name}${between}${value}`)
      .join(', ');
  return renderCard(
    `aimi ${report.aimi}`,
    [
      ['node', `${report.node} (V8 ${report.v8})`],
      ['system', `${report.platform} ${report.arch}, ${report.osRelease}`],
      ['SDKs', pairs(report.sdks, ' ')],
      ['catalog', `of ${report.catalog ?? 'an unknown day'}`],
      ['prices', `of ${prices.bundled}${prices.updated === null ? '' : `, updated ${prices.updated}`}`],
      ['config', directories.config],
      ['cache', directories.cache],
      ['stdin', terminal.stdin ? 'a terminal' : 'no terminal'],
      ['stdout', streamText(terminal.stdout)],
      ['stderr', streamText(terminal.stderr)],
      ['terminal', pairs(terminal.variables, '=')],
      ['variables', report.environment.join(', ')],
    ],
    theme,
  );
}

function streamText({ isTerminal, columns, hasColor, hasUnicode }: StreamFacts): string {
  const width = columns === null ? '' : `, ${columns} columns`;
  const colour = hasColor ? 'colour' : 'no colour';
  return `${isTerminal ? 'a terminal' : 'no terminal'}${width}, ${colour}, ${hasUnicode ? 'Unicode' : 'ASCII'}`;
}
