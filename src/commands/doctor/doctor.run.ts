import type { ReportFormat } from '../../config/settings.js';
import type { Diagnosis } from '../../doctor/diagnosis.js';
import { diagnose } from '../../doctor/engine/diagnose.js';
import type { Facts } from '../../doctor/facts.js';
import { factsFromCase } from '../../doctor/from-case.js';
import { mergeFacts } from '../../doctor/merge-facts.js';
import { EXIT, type ExitCode } from '../../exit-code.js';
import { doctorView } from '../../render/doctor/doctor-view.js';
import { renderGitHub } from '../../render/doctor/github.js';
import { renderSarif } from '../../render/doctor/sarif.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { askForLacking, checkCanAsk } from './ask.js';
import { conceal } from './conceal.js';
import { gatherLocalFacts } from './gather.js';
import { checkInput, type DoctorInput } from './input.js';
import type { Report } from './reports.js';

export type DoctorAnswer = Diagnosis | readonly Diagnosis[];

export function doctorPresentation(options: {
  readonly isVerbose: boolean;
  readonly version: string;
}): Presentation<DoctorAnswer> {
  const reports: Readonly<Record<ReportFormat, (answer: DoctorAnswer) => string>> = {
    sarif: (answer) => renderSarif(answer, options.version),
    github: renderGitHub,
  };
  return {
    table: (answer, theme) => doctorView(answer, theme, options),
    columns: ['id', 'verdict', 'causes', 'checks', 'gaps', 'error'],
    reports,
  };
}

/**
 * Names the cause of a failing call, from this machine or from a saved report. Exit 0: nothing wrong, 5: a
 * cause was found (an innocent one too), 1: nothing could be checked, or a report could not be read.
 */
export async function runDoctor(session: Session, input: DoctorInput): Promise<Outcome<DoctorAnswer>> {
  const checked = checkInput(input);
  if (input.ask === true) checkCanAsk(session);
  if (input.from !== undefined) {
    const { readSaved } = await import('./reports.js');
    const saved = await readSaved(session, input.from);
    if (saved.kind === 'many') return answerMany(session, saved.reports, input);
    const data = answer(session, saved.report);
    if ('facts' in saved.report) await save(session, input, saved.report.facts);
    return { data, exit: exitOf(data, input) };
  }
  const found = await gatherLocalFacts(session, input, checked);
  const local = input.ask === true ? await askForLacking(session, found) : found;
  const facts = input.offline === true ? withoutNetwork(local) : await lookOnline(session, local);
  await save(session, input, facts);
  const data = answer(session, { id: undefined, facts });
  return { data, exit: exitOf(data, input) };
}

function withoutNetwork(facts: Facts): Facts {
  return mergeFacts(facts, { gaps: [{ source: 'network', reason: '--offline was given' }] });
}

async function lookOnline(session: Session, facts: Facts): Promise<Facts> {
  const { readOnlineFacts } = await import('./online.js');
  return mergeFacts(facts, await readOnlineFacts(session, facts));
}

function answerMany(
  session: Session,
  reports: readonly Report[],
  input: DoctorInput,
): Outcome<readonly Diagnosis[]> {
  const data = reports.map((report) => answer(session, report));
  const unread = data.filter(({ error }) => error !== undefined).length;
  if (unread > 0)
    session.warn(`${unread} of ${data.length} reports could not be read (see error in their answers)`);
  const codes = data.map((diagnosis) => exitOf(diagnosis, input));
  if (unread > 0 || codes.every((code) => code === EXIT.failed)) return { data, exit: EXIT.failed };
  return { data, exit: codes.includes(EXIT.negative) ? EXIT.negative : EXIT.done };
}

function answer({ ctx: { clock } }: Session, report: Report): Diagnosis {
  const { id } = report;
  if ('error' in report) {
    return {
      schema: 1,
      id,
      verdict: 'nothing-checked',
      causes: [],
      checks: [],
      gaps: [],
      error: report.error,
    };
  }
  const { schema, ...rest } = conceal(
    diagnose(report.facts, {
      asOf: clock.now().toISOString().slice(0, 10),
      monotonicMs: () => clock.monotonicMs(),
    }),
  );
  return id === undefined ? { schema, ...rest } : { schema, id, ...rest };
}

function exitOf({ verdict, checks }: Diagnosis, { strict }: DoctorInput): ExitCode {
  if (verdict === 'nothing-checked') return EXIT.failed;
  if (verdict !== 'nothing-wrong') return EXIT.negative;
  const counts = strict === true && checks.some(({ status }) => status === 'warn');
  return counts ? EXIT.negative : EXIT.done;
}

async function save(session: Session, input: DoctorInput, facts: Facts): Promise<void> {
  if (input.save === undefined) return;
  const { saveBundle } = await import('./save.js');
  await saveBundle(session, input.save, facts);
}

/** The judgement of one pasted message, for `aimi explain`. */
export function diagnoseText(text: string): Diagnosis {
  return diagnose(factsFromCase({ error_text: text }));
}
