import { AimiError } from '../errors.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Outcome, Presentation, Session } from '../session.js';
import { formatData } from './format.js';
import type { Theme } from './theme.js';

/**
 * Prints a result on stdout in the chosen format, after `--query`, and gives the exit code. A projection has
 * no view of its own any more: as a table it goes through the generic one.
 */
export async function present<T>(
  session: Pick<Session, 'query'> & {
    readonly settings: Pick<Session['settings'], 'output'>;
    readonly ctx: { readonly stdout: { write(text: string): void } };
  },
  outcome: Outcome<T>,
  presentation: Presentation<T>,
  theme: Theme,
): Promise<ExitCode> {
  session.ctx.stdout.write(await renderResult(session, outcome.data, presentation, theme));
  return outcome.exit ?? EXIT.done;
}

async function renderResult<T>(
  session: Parameters<typeof present>[0],
  data: T,
  presentation: Presentation<T>,
  theme: Theme,
): Promise<string> {
  const format = session.settings.output;
  if (format === 'sarif' || format === 'github') {
    // Refused before any work by the shell; here for a result without such a view.
    if (presentation.reports === undefined || session.query !== null) throw reportRefused(format);
    return presentation.reports[format](data);
  }
  if (session.query === null) {
    if (format === 'table') return presentation.table(data, theme);
    return formatData(data, format, presentation.columns);
  }
  const { applyQuery } = await import('./query.js');
  const projection = applyQuery(data, session.query);
  if (format !== 'table') return formatData(projection, format);
  return (await import('./formats/generic-table.js')).renderGenericTable(projection, theme);
}

/** `-o sarif` and `-o github` hold findings in files; other results, and projections, have none. */
export function reportRefused(format: string): AimiError {
  return new AimiError('usage', {
    message: `-o ${format} is a format of aimi doctor, without --query`,
    hint: 'Use -o json',
    details: { format },
  });
}
