import type { Facts } from '../../doctor/facts.js';
import { factsFromCase } from '../../doctor/from-case.js';
import { isList, isRecord } from '../../doctor/readers/json-value.js';
import { AimiError } from '../../errors.js';
import type { Session } from '../../session.js';
import { readInputFile } from './read-file.js';

/** One report of `--from`: its facts, or why there are none. */
export type Report = { readonly id: string | undefined } & (
  | { readonly facts: Facts }
  | { readonly error: string }
);

export type Saved =
  | { readonly kind: 'one'; readonly report: Report }
  | { readonly kind: 'many'; readonly reports: readonly Report[] };

const LINE_LIMIT = 4 * 1024 * 1024;
const STDIN_LIMIT = 64 * 1024 * 1024;
const CASE_FIELDS = [
  'error_text',
  'endpoint',
  'env',
  'code',
  'packages',
  'deployment',
  'headers',
  'known_deployments',
];

/**
 * `--from`: a bundle of `--save`, one report (`{id, input}` or the input alone), a list of them, or a line of
 * JSON each. A line that cannot be read is a report with an error, so that answers stay in step with lines.
 */
export async function readSaved(session: Session, path: string): Promise<Saved> {
  const text =
    path === '-'
      ? await session.ctx.stdin.readAll(STDIN_LIMIT)
      : await readInputFile(session, path, '--from');
  const whole = parse(text);
  if (whole.ok && isList(whole.value)) {
    return { kind: 'many', reports: await readEach(whole.value.map((value) => () => readReport(value))) };
  }
  if (whole.ok) {
    const report = await readReport(whole.value);
    if (!('error' in report)) return { kind: 'one', report };
    throw unreadable(path, report.error);
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) throw unreadable(path, lines.length === 0 ? 'it is empty' : 'it is not JSON');
  return { kind: 'many', reports: await readEach(lines.map((line) => () => readLine(line))) };
}

async function readEach(tasks: readonly (() => Promise<Report>)[]): Promise<readonly Report[]> {
  const reports: Report[] = [];
  for (const task of tasks) reports.push(await task());
  return reports;
}

async function readLine(line: string): Promise<Report> {
  if (line.length > LINE_LIMIT)
    return { id: undefined, error: `the line is longer than ${LINE_LIMIT} characters` };
  const parsed = parse(line);
  return parsed.ok ? readReport(parsed.value) : { id: undefined, error: 'the line is not JSON' };
}

async function readReport(value: unknown): Promise<Report> {
  if (!isRecord(value)) return { id: undefined, error: 'it is not an object' };
  const id =
    typeof value.id === 'string' || typeof value.id === 'number' ? String(value.id).slice(0, 200) : undefined;
  if (value.kind === 'aimi-doctor') {
    const { readBundle } = await import('../../doctor/readers/bundle.js');
    const reading = readBundle(value);
    if (reading?.kind === 'facts') return { id, facts: reading.facts };
    return { id, error: `the saved facts cannot be read: ${reading?.reason ?? 'no bundle'}` };
  }
  if (isRecord(value.input)) return { id, facts: factsFromCase(value.input) };
  if ('input' in value) return { id, error: 'its input is not an object' };
  if (CASE_FIELDS.some((field) => field in value)) return { id, facts: factsFromCase(value) };
  return { id, error: `it is neither a bundle nor a report: none of input, ${CASE_FIELDS.join(', ')}` };
}

function parse(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return { ok: true, value };
  } catch {
    return { ok: false };
  }
}

function unreadable(path: string, reason: string): AimiError {
  return new AimiError('invalid-value', {
    message: `${path === '-' ? 'Standard input' : path} cannot be read as a report: ${reason}`,
    hint: '--from takes a file of --save, a report {"input": {...}}, or one such report a line',
    details: { path },
  });
}
