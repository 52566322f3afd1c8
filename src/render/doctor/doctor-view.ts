import type { Cause, Diagnosis } from '../../doctor/diagnosis.js';
import { renderColumns } from '../columns.js';
import type { Theme } from '../theme.js';
import { checksText } from './checks-view.js';
import { fixText } from './fix-view.js';
import { paragraph, percent } from './paragraph.js';

export interface DoctorViewOptions {
  /** Every check and every gap in full. */
  readonly isVerbose: boolean;
}

/** The verdict first, then why, then the change to make, then everything else. */
export function doctorView(
  answer: Diagnosis | readonly Diagnosis[],
  theme: Theme,
  options: DoctorViewOptions,
): string {
  if (isMany(answer)) return manyText(answer, theme);
  const [first, ...others] = answer.causes;
  const parts = [verdictText(answer, theme)];
  if (first !== undefined) parts.push(evidenceText(first, theme), fixText(first, theme));
  parts.push(othersText(others, theme), checksText(answer, theme, options.isVerbose));
  return parts.filter((part) => part !== '').join('\n');
}

function isMany(answer: Diagnosis | readonly Diagnosis[]): answer is readonly Diagnosis[] {
  return Array.isArray(answer);
}

/** The line that somebody reads who reads one line. */
export function verdictText({ verdict, causes, checks, error }: Diagnosis, theme: Theme): string {
  const { style, symbols } = theme;
  const [first] = causes;
  if (error !== undefined)
    return headline(style.red(symbols.fail), `This report cannot be read: ${error}`, theme);
  if (verdict === 'nothing-checked') {
    const hint = 'Run it in the project of the failing call, pipe the error in, or give --endpoint';
    return (
      headline(style.yellow(symbols.warn), 'Nothing to look at', theme) +
      paragraph(`  ${symbols.hint} `, hint, theme)
    );
  }
  if (first === undefined) {
    const looked = checks.filter(({ status }) => status !== 'skip').length;
    const warned = checks.filter(({ status }) => status === 'warn').length;
    const warnings = warned === 0 ? '' : `, ${warned} ${warned === 1 ? 'warning' : 'warnings'}`;
    const mark = warned === 0 ? style.green(symbols.ok) : style.yellow(symbols.warn);
    return headline(
      mark,
      `Nothing wrong found (${looked} ${looked === 1 ? 'check' : 'checks'}${warnings})`,
      theme,
    );
  }
  const name = `${first.title} (${first.code}, ${percent(first.confidence)})`;
  return verdict === 'innocent'
    ? headline(style.cyan(symbols.info), `The configuration is fine. ${name}`, theme)
    : headline(style.red(symbols.fail), name, theme);
}

function headline(mark: string, text: string, theme: Theme): string {
  const plain = paragraph('', text, theme, 2).trimEnd();
  return `${mark} ${plain
    .split('\n')
    .map((line) => theme.style.bold(line))
    .join('\n')}\n`;
}

function evidenceText({ evidence }: Cause, theme: Theme): string {
  if (evidence.length === 0) return '';
  const lines = evidence.map(({ text, where }) =>
    paragraph(`  ${theme.symbols.bullet} `, where === null ? text : `${text} (${where})`, theme, 4),
  );
  return `${theme.style.dim('Evidence')}\n${lines.join('')}`;
}

function othersText(others: readonly Cause[], theme: Theme): string {
  if (others.length === 0) return '';
  const lines = others.map(({ code, confidence, title }) =>
    paragraph(`  ${theme.symbols.bullet} `, `${title} (${code}, ${percent(confidence)})`, theme, 4),
  );
  return `${theme.style.dim('Otherwise')}\n${lines.join('')}`;
}

function manyText(answers: readonly Diagnosis[], theme: Theme): string {
  return renderColumns(
    [{ header: 'report' }, { header: 'verdict' }, { header: 'first cause' }, { header: 'confidence' }],
    answers.map(({ id, verdict, causes: [first], error }, index) => [
      id ?? String(index + 1),
      error === undefined ? verdict : `unreadable: ${error}`,
      first?.code ?? '',
      first === undefined ? '' : percent(first.confidence),
    ]),
    theme,
  );
}
