import { AimiError } from '../errors.js';

/**
 * Small readers for answers of the service. What aimi cannot do without is demanded (`service-refused`,
 * "unexpected answer"); everything else may be missing, null or of another type.
 */
export type WireObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

export function demandObject(value: unknown, what: string): WireObject {
  if (isObject(value)) return value;
  throw unexpectedAnswer(what);
}

export function demandText(source: WireObject, key: string, what: string): string {
  const value = source[key];
  if (typeof value === 'string' && value !== '') return value;
  throw unexpectedAnswer(`${what} without '${key}'`);
}

/** The `value` list of an ARM collection. */
export function demandList(body: unknown, what: string): readonly unknown[] {
  const value = isObject(body) ? body.value : undefined;
  if (Array.isArray(value)) return value;
  throw unexpectedAnswer(what);
}

export function objectAt(source: WireObject, key: string): WireObject {
  const value = source[key];
  return isObject(value) ? value : {};
}

export function listAt(source: WireObject, key: string): readonly unknown[] {
  const value = source[key];
  return Array.isArray(value) ? value : [];
}

export function textAt(source: WireObject, key: string): string | null {
  const value = source[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberAt(source: WireObject, key: string): number | undefined {
  const value = source[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A map of strings; null values are dropped, numbers and booleans become text. */
export function textMapAt(source: WireObject, key: string): Readonly<Record<string, string>> {
  const entries = Object.entries(objectAt(source, key)).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [[name, String(value)] as const]
      : [],
  );
  return Object.fromEntries(entries);
}

/** Date-time (text or Date) → `YYYY-MM-DD`; null for none, and for 2099 and later, which mean "none". */
export function dayAt(source: WireObject, key: string): string | null {
  const value = source[key];
  const text = value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : value;
  const day = typeof text === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] : undefined;
  return day === undefined || day >= '2099' ? null : day;
}

export function unexpectedAnswer(what: string): AimiError {
  return new AimiError('service-refused', {
    message: `Azure gave an unexpected answer: ${what}`,
    hint: 'Run the command with --debug to see the exchange; a proxy or a wrong AIMI_ARM_ENDPOINT can cause it',
  });
}
