import { INNOCENT_CAUSES } from '../../core/causes/codes.js';
import { stripControls } from '../../core/text.js';
import type { Cause, CheckOutcome, Diagnosis } from '../../doctor/diagnosis.js';
import { type FindingPlace, placeOf, placeOfLabel } from './finding-place.js';
import { findingText } from './finding-text.js';

/**
 * Workflow commands of GitHub Actions
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands, 2026): the first cause
 * as an error, further ones and innocent ones as notices, warnings of checks as warnings.
 */
export function renderGitHub(answer: Diagnosis | readonly Diagnosis[]): string {
  const diagnoses: readonly Diagnosis[] = 'schema' in answer ? [answer] : answer;
  return diagnoses.flatMap(linesOf).join('');
}

function linesOf({ causes, checks, error }: Diagnosis): readonly string[] {
  if (error !== undefined)
    return [command('error', null, 'aimi doctor', `A report cannot be read: ${error}`)];
  return [...causes.map(causeLine), ...checks.filter(({ status }) => status === 'warn').map(checkLine)];
}

function causeLine(cause: Cause, rank: number): string {
  const { code } = cause;
  const level = rank === 0 && !INNOCENT_CAUSES.has(code) ? 'error' : 'notice';
  return command(level, placeOf(cause), code, findingText(cause));
}

function checkLine({ id, text, where }: CheckOutcome): string {
  return command('warning', where === null ? null : placeOfLabel(where), id, stripControls(text));
}

function command(level: string, place: FindingPlace | null, title: string, message: string): string {
  const properties = [
    ...(place === null ? [] : [`file=${property(place.file)}`]),
    ...(place?.line === undefined || place.line === null ? [] : [`line=${place.line}`]),
    `title=${property(stripControls(title))}`,
  ];
  return `::${level} ${properties.join(',')}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
