import type { Facts, Found, RequestFact, ResponseFact, Where } from '../facts.js';
import { modelOf } from './curl.js';
import { scrub } from './error-text-clean.js';
import { keepHeaders, partsOfObject } from './error-text-failure.js';
import { findObjects } from './error-text-objects.js';
import { cleanUrl, isRequestUrl } from './error-text-urls.js';
import { headerFact } from './header-fact.js';
import { isList, isRecord, textAt } from './json-value.js';
import { factsOfRequests } from './request-facts.js';

const ENTRY_LIMIT = 100;
const BODY_LIMIT = 64 * 1024;
const AI_HOST =
  /\.azure\.(?:com|us|cn)|azure-api\.net|cognitive\.microsoft|openai\.com|anthropic|models\.github\.ai/i;

/**
 * The calls to a model in a HAR 1.2 file (http://www.softwareishard.com/blog/har-12-spec/), the failed ones
 * first. Null when the text is not a HAR.
 */
export function readHar(text: string, where: Where): Partial<Facts> | null {
  const entries = entriesOf(text);
  if (entries === null) return null;
  const calls = entries
    .map((entry, index) => ({ entry, where: { ...where, label: `${where.label}, entry ${index + 1}` } }))
    .filter(({ entry }) => isModelCall(entry))
    .sort((a, b) => Number(failed(b.entry)) - Number(failed(a.entry)))
    .slice(0, ENTRY_LIMIT);
  const requests: readonly Found<RequestFact>[] = calls.map((call) => ({
    value: requestOf(call.entry),
    where: call.where,
  }));
  const responses: readonly Found<ResponseFact>[] = calls.map((call) => ({
    value: responseOf(call.entry),
    where: call.where,
  }));
  const texts = calls
    .filter(({ entry }) => failed(entry))
    .flatMap(({ entry, where: place }) => {
      const body = scrub(bodyOf(entry));
      return body === '' ? [] : [{ value: body, where: place }];
    });
  return { ...factsOfRequests(requests), responses, texts };
}

function entriesOf(text: string): readonly Record<string, unknown>[] | null {
  try {
    const root: unknown = JSON.parse(text);
    const log = isRecord(root) ? root.log : null;
    return isRecord(log) && isList(log.entries) ? log.entries.filter(isRecord) : null;
  } catch {
    return null;
  }
}

function isModelCall(entry: Record<string, unknown>): boolean {
  const url = urlOf(entry);
  return /^https?:/.test(url) && (AI_HOST.test(url.slice(0, 300)) || isRequestUrl(url));
}

function failed(entry: Record<string, unknown>): boolean {
  const status = statusOf(entry);
  return status === null || status >= 400;
}

function statusOf(entry: Record<string, unknown>): number | null {
  const status = isRecord(entry.response) ? entry.response.status : null;
  return typeof status === 'number' && status >= 100 && status <= 599 ? status : null;
}

function urlOf(entry: Record<string, unknown>): string {
  return (isRecord(entry.request) ? textAt(entry.request, 'url') : null) ?? '';
}

function bodyOf(entry: Record<string, unknown>): string {
  const content = isRecord(entry.response) ? entry.response.content : null;
  return ((isRecord(content) ? textAt(content, 'text') : null) ?? '').slice(0, BODY_LIMIT);
}

function requestOf(entry: Record<string, unknown>): RequestFact {
  const request = isRecord(entry.request) ? entry.request : {};
  const pairs = pairsOf(request.headers).filter(([name]) => !name.startsWith(':'));
  const body = isRecord(request.postData) ? textAt(request.postData, 'text') : null;
  const agent = pairs.find(([name]) => /^user-agent$/i.test(name))?.[1];
  return {
    method: textAt(request, 'method')?.toUpperCase() ?? null,
    url: cleanUrl(urlOf(entry)),
    headers: pairs.map(([name, value]) => headerFact(name, value)),
    bodyModel: modelOf(body?.slice(0, BODY_LIMIT) ?? null),
    userAgent: agent === undefined ? null : scrub(agent.slice(0, 400)),
  };
}

function responseOf(entry: Record<string, unknown>): ResponseFact {
  const response = isRecord(entry.response) ? entry.response : {};
  const parts = findObjects(bodyOf(entry)).flatMap(({ value }) => partsOfObject(value));
  const code = parts.map((part) => part.code).find((found) => found !== null) ?? null;
  const message = parts.map((part) => part.message).findLast((found) => found !== null) ?? null;
  const reason = textAt(response, 'statusText') ?? textAt(response, '_error');
  const headers = keepHeaders(pairsOf(response.headers));
  return {
    status: statusOf(entry),
    code: code === null ? null : scrub(code),
    message: message === null ? (reason === null ? null : scrub(reason)) : scrub(message),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, scrub(value)])),
    url: cleanUrl(urlOf(entry)),
  };
}

function pairsOf(value: unknown): readonly (readonly [string, string])[] {
  if (!isList(value)) return [];
  return value.slice(0, 200).flatMap((pair) => {
    const name = isRecord(pair) ? textAt(pair, 'name') : null;
    return isRecord(pair) && name !== null
      ? [[name.slice(0, 200), textAt(pair, 'value') ?? ''] as const]
      : [];
  });
}
