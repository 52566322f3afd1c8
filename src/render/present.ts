import { AimiError } from '../errors.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Outcome, Presentation, Session } from '../session.js';
import { formatData } from './format.js';
import type { Theme } from './theme.js';

type SpecialFormat = keyof NonNullable<Presentation<unknown>['reports']>;

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
  if (isSpecialFormat(format)) {
    // Refused before any work by the shell; here for a result without such a view.
    const report = presentation.reports?.[format];
    if (report === undefined || session.query !== null) throw reportRefused(format);
    return report(data);
  }
  if (session.query === null) {
    if (format === 'table') return presentation.table(data, theme);
    const isList = format === 'jsonl' || format === 'tsv' || format === 'csv';
    const shown = isList && presentation.rows !== undefined ? presentation.rows(data) : data;
    return formatData(shown, format, presentation.columns);
  }
  const { applyQuery } = await import('./query.js');
  const projection = applyQuery(data, session.query);
  if (format !== 'table') return formatData(projection, format);
  return (await import('./formats/generic-table.js')).renderGenericTable(projection, theme);
}

const OWNERS: Readonly<Record<SpecialFormat, string>> = {
  sarif: 'aimi doctor',
  github: 'aimi doctor and aimi cost estimate',
  markdown: 'aimi cost estimate',
  junit: 'aimi cost estimate',
};

export function isSpecialFormat(format: string): format is SpecialFormat {
  return Object.hasOwn(OWNERS, format);
}

/** Findings in files, and the verdict of a gate; other results, and projections, have neither. */
export function reportRefused(format: SpecialFormat): AimiError {
  return new AimiError('usage', {
    message: `-o ${format} is a format of ${OWNERS[format]}, without --query`,
    hint: 'Use -o json',
    details: { format },
  });
}
