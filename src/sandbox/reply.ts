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
  const text = seed.join('\n');
  const hex = [1, 2, 3, 4].map((salt) => hash32(`${salt}\n${text}`)).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** FNV-1a, 32 bits, as eight hex digits. Ids need no secrecy, and loading node:crypto costs 5 ms. */
function hash32(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The service writes seven digits of a second. */
export function armTime(date: Date): string {
  return date.toISOString().replace('Z', '0000Z');
}

/** Without fractions, as in operation results. */
export function armSecond(time: string): string {
  return time.replace(/\.\d+Z$/, 'Z');
}
