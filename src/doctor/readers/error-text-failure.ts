import type { LooseObject, LooseValue } from './error-text-objects.js';
import { findObjects, isLooseObject } from './error-text-objects.js';

/** What one spot of a text says of an answer; nulls are filled in by its neighbours. */
export interface ResponsePart {
  readonly status: number | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly url: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

export const NO_PART: ResponsePart = { status: null, code: null, message: null, url: null, headers: {} };

const EMBED_LIMIT = 3;
const NESTED = [
  'error',
  'response',
  'data',
  'body',
  'result',
  'cause',
  'inner',
  'http',
  'config',
  'rawResponse',
  'parsedBody',
];

/** The parts that an object holds, outermost first: error bodies, responses of clients, JSON in strings. */
export function partsOfObject(object: LooseObject, level = 0): readonly ResponsePart[] {
  const own = ownPart(object);
  const inner = [...object].flatMap(([key, value]) => partsOfValue(key, value, level));
  return own === null ? inner : [own, ...inner];
}

function partsOfValue(key: string, value: LooseValue, level: number): readonly ResponsePart[] {
  if (level > 8) return [];
  if (isLooseObject(value)) {
    return NESTED.includes(key) || looksLikeFailure(value) ? partsOfObject(value, level + 1) : [];
  }
  if (typeof value === 'string') {
    if (level >= EMBED_LIMIT || !value.includes('{')) return [];
    return findObjects(value).flatMap((found) => partsOfObject(found.value, level + 1));
  }
  if (key === 'detail' && Array.isArray(value)) {
    return value.flatMap((entry) => (isLooseObject(entry) ? validationPart(entry) : []));
  }
  return [];
}

function looksLikeFailure(object: LooseObject): boolean {
  return ['message', 'error', 'statusCode', 'errorMessage'].some((key) => object.has(key));
}

function ownPart(object: LooseObject): ResponsePart | null {
  const message = textOf(object, [
    'message',
    'Message',
    'errorMessage',
    'error_description',
    'detail',
    'title',
    'status',
    'reason',
    'error',
  ]);
  const status = statusOf(object);
  const code = codeOf(object);
  const url = textOf(object, ['url', 'requestUrl', 'endpoint']);
  const isFailure = status !== null || code !== null || (message !== null && !object.has('role'));
  if (!isFailure) return null;
  return {
    status,
    code,
    message: message === null || /^\d{3}$/.test(message) ? null : message,
    url: url !== null && /^https?:\/\//.test(url) ? url : null,
    headers: headersOf(object.get('headers')),
  };
}

function validationPart(entry: LooseObject): readonly ResponsePart[] {
  const message = textOf(entry, ['msg', 'message']);
  return message === null ? [] : [{ ...NO_PART, code: textOf(entry, ['type']), message }];
}

function statusOf(object: LooseObject): number | null {
  for (const key of [
    'statusCode',
    'status_code',
    'http_status',
    'httpStatus',
    'StatusCode',
    'status',
    'code',
  ]) {
    const value = object.get(key);
    const number = typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : Number.NaN;
    if (Number.isInteger(number) && number >= 100 && number <= 599) return number;
  }
  return null;
}

function codeOf(object: LooseObject): string | null {
  for (const key of ['code', 'errorCode', 'ErrorCode', 'error_code']) {
    const value = object.get(key);
    if (typeof value === 'number' && value >= 100) return String(value);
    if (typeof value === 'string' && /^[\w][\w .-]{1,79}$/.test(value)) return value;
  }
  return null;
}

function textOf(object: LooseObject, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = object.get(key);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
}

function headersOf(value: LooseValue | undefined): Readonly<Record<string, string>> {
  if (!isLooseObject(value)) return {};
  return keepHeaders(
    [...value].flatMap(([name, entry]) => (typeof entry === 'string' ? [[name, entry] as const] : [])),
  );
}

const KEPT =
  /^(?:retry-after(?:-ms)?|x-ms-(?:region|deployment-name|rai-invoked|error-code)|apim-request-id|x-ratelimit-[\w-]{1,40}|policy-id|www-authenticate|server|via|location|content-type|content-length|(?:ms-)?azureml-[\w-]{1,60}|x-github-[\w-]{1,40}|x-request-id)$/;

/** Response headers that say who answered and why (names in lower case); the others are dropped. */
export function keepHeaders(
  entries: readonly (readonly [string, string])[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entries
      .map(([name, value]) => [name.toLowerCase(), value.trim().slice(0, 500)] as const)
      .filter(([name]) => KEPT.test(name)),
  );
}
