import { redact, redactData } from '../core/redact.js';
import { stripControls } from '../core/text.js';
import type { AimiError } from '../errors.js';
import { EXIT } from '../exit-code.js';
import { formatJson } from './formats/json.js';
import { linkPages } from './link-pages.js';
import { markedText } from './marked-text.js';
import type { Theme } from './theme.js';

/** What an unexpected error is reported with. */
export interface ErrorReport {
  readonly aimiVersion: string;
  readonly nodeVersion: string;
  readonly platform: string;
  /** With `--debug`: the stack of the error and of its causes. */
  readonly isDebug: boolean;
}

/** `✗ message`, `→ hint`, and the code, which is also the name of its page under `docs/errors`. */
export function renderError(error: AimiError, theme: Theme): string {
  const { style, symbols } = theme;
  const lines = [markedText(`${style.red(symbols.fail)} `, clean(error.message), theme, style.bold)];
  if (error.hint !== undefined)
    lines.push(
      linkPages(markedText(`  ${style.cyan(symbols.hint)} `, clean(error.hint, true), theme), theme),
    );
  lines.push(`  ${style.dim(`code: ${error.code}`)}`);
  return `${lines.join('\n')}\n`;
}

/** `{"error":{"code","exit","message","hint","details"}}`; hint and details are null when there are none. */
export function errorAsJson(error: AimiError): string {
  const { code, exit, message, hint = null, details = null } = error;
  return formatJson(redactData({ error: { code, exit, message, hint, details } }));
}

/** An error that nobody foresaw: a defect of aimi, in one line with what a report needs. */
export function renderUnexpected(error: unknown, report: ErrorReport, theme: Theme): string {
  const { style, symbols } = theme;
  const about = `aimi ${report.aimiVersion}, Node ${report.nodeVersion}, ${report.platform}`;
  const advice = report.isDebug
    ? 'Please report it with the lines below and the output of aimi version'
    : 'Please report it with the output of --debug and of aimi version';
  const lines = [
    `${style.red(symbols.fail)} ${style.bold(`Unexpected error: ${clean(messageOf(error))}`)}`,
    `  ${style.cyan(symbols.hint)} This is a defect in aimi. ${advice} (${about})`,
    ...(report.isDebug ? [style.dim(renderStack(error))] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same as `errorAsJson` for an unexpected error: code `internal`. */
export function unexpectedAsJson(error: unknown, report: ErrorReport): string {
  const { aimiVersion, nodeVersion, platform } = report;
  const message = `Unexpected error: ${messageOf(error)}`;
  const stack = report.isDebug ? { stack: renderStack(error) } : {};
  const details = { aimiVersion, nodeVersion, platform, ...stack };
  return formatJson(
    redactData({ error: { code: 'internal', exit: EXIT.failed, message, hint: null, details } }),
  );
}

/** The stack with those of its causes, for `--debug`. */
export function renderStack(error: unknown): string {
  const parts: string[] = [];
  let current = error;
  for (let depth = 0; depth < 5 && current !== undefined && current !== null; depth += 1) {
    const stack = current instanceof Error ? (current.stack ?? current.message) : String(current);
    parts.push(depth === 0 ? stack : `Caused by: ${stack}`);
    current = current instanceof Error ? current.cause : undefined;
  }
  return clean(parts.join('\n'), true);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function clean(text: string, keepLines = false): string {
  return redact(stripControls(text, { keepLines }));
}
