import { createHash } from 'node:crypto';

/** What a handler answers; `handle` adds the headers that every answer carries. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON value; null for an empty body. */
  readonly body: unknown;
}

/** Thrown by handlers, caught by `handle`: an answer in ARM's error form. */
export class Refusal extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super(`refused with ${reply.status}`);
    this.reply = reply;
  }
}

/** `extra` goes beside code and message: target, details, additionalInfo. */
export function refuse(
  status: number,
  code: string,
  message: string,
  extra: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  return new Refusal({ status, headers, body: { error: { code, message, ...extra } } });
}

/** A GUID that follows from its seed, so that the core stays a function of its input. */
export function guidFrom(...seed: readonly string[]): string {
  const hex = createHash('sha256').update(seed.join('\n')).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** The service writes seven digits of a second. */
export function armTime(date: Date): string {
  return date.toISOString().replace('Z', '0000Z');
}

/** Without fractions, as in operation results. */
export function armSecond(time: string): string {
  return time.replace(/\.\d+Z$/, 'Z');
}
