import type { Found, HeaderFact, RequestFact } from '../facts.js';
import { curlRequest, modelOf } from './curl.js';
import { splitCommand } from './curl-words.js';
import { scrub } from './error-text-clean.js';
import { type FoundObject, isLooseObject, type LooseObject, type LooseValue } from './error-text-objects.js';
import { type Places, someMatches } from './error-text-places.js';
import {
  cleanUrl,
  isDocumentUrl,
  isRequestUrl,
  namesBase,
  parameterBefore,
  URL_PATTERN,
} from './error-text-urls.js';
import { headerFact } from './header-fact.js';

const METHODS = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS';
const METHOD_AND_URL = new RegExp(
  String.raw`\b(${METHODS}):?\s{1,4}["'<]?(https?:\/\/[^\s"'\`|\\^]{3,2000})`,
  'g',
);
const REQUEST_LINE = new RegExp(
  String.raw`^[ \t]{0,8}(?:>[ \t]{0,3})?(${METHODS}) (\/[^\s]{0,2000}) HTTP\/\d(?:\.\d)?[ \t]{0,8}$`,
  'gm',
);
const REQUEST_URL =
  /\b(?:Request URL|request_url|requested|Request to|url)\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?(https?:\/\/[^\s"'`|\\^]{3,2000})/gi;
const REQUEST_METHOD = new RegExp(String.raw`Request method:\s{0,3}'?(${METHODS})`);
const POOL =
  /HTTPS?ConnectionPool\(host=\\?['"]([^'"\\]{1,255})\\?['"], port=(\d{1,5})\)[^\n]{0,80}? with url: (\S{1,2000})/g;
const CURL = /(?:^|[\s$`])(curl(?:\.exe)?[ \t](?=[^\n]{0,4000}http))/gim;
const HEADER_LINE =
  /^[ \t]{0,12}(?:>[ \t]{0,3})?\\?['"]?([A-Za-z][\w-]{1,60})\\?['"]?\s?: ?\\?['"]?([^\n]{0,32000})$/;
const HTTPCORE_HEADERS = /send_request_headers[^\n]{0,4000}/g;
const HEADER_PAIR = /\(b'([\w-]{2,60})', b'([^'\n]{0,32000})'\)/g;

/** Requests that a text shows as sent, in any of the ways in which clients and tools print them. */
export function readRequests(places: Places, objects: readonly FoundObject[]): readonly Found<RequestFact>[] {
  const found: { readonly at: number; readonly request: RequestFact }[] = [];
  const add = (at: number, request: RequestFact) => {
    if (!isDocumentUrl(request.url)) found.push({ at, request });
  };
  const { text } = places;
  for (const match of someMatches(text, CURL, 60)) {
    const at = match.index + match[0].length - (match[1] ?? '').length;
    const request = curlRequest(splitCommand(text.slice(at, at + 16_384)));
    if (request !== null) add(at, request);
  }
  for (const match of someMatches(text, REQUEST_LINE, 60)) {
    const block = headerBlock(text, match.index + match[0].length);
    const host = block.values.get('host');
    const url = host === undefined ? (match[2] ?? '') : `https://${host}${match[2] ?? ''}`;
    add(match.index, makeRequest(match[1] ?? null, url, block.headers, block.values.get('user-agent')));
  }
  for (const match of someMatches(text, REQUEST_URL, 60)) {
    const block = headerBlock(text, match.index + match[0].length);
    const method = REQUEST_METHOD.exec(text.slice(match.index, match.index + 3000))?.[1] ?? null;
    if (block.headers.length > 0 || method !== null || isRequestUrl(match[1] ?? '')) {
      add(match.index, makeRequest(method, match[1] ?? '', block.headers, block.values.get('user-agent')));
    }
  }
  for (const match of someMatches(text, METHOD_AND_URL, 60))
    add(match.index, makeRequest(match[1] ?? null, match[2] ?? '', []));
  for (const match of someMatches(text, POOL, 60)) {
    const scheme = match[2] === '80' ? 'http' : 'https';
    add(match.index, makeRequest(null, `${scheme}://${match[1] ?? ''}${match[3] ?? ''}`, []));
  }
  for (const match of someMatches(text, URL_PATTERN, 60)) {
    const isBase = namesBase(parameterBefore(text, match.index));
    if (!isBase && isRequestUrl(cleanUrl(match[0]))) add(match.index, makeRequest(null, match[0], []));
  }
  for (const { value, start } of objects)
    for (const request of requestsOfObject(value, 0)) add(start, request);
  const headers = httpcoreHeaders(text);
  return join(found, headers).map(({ at, request }) => places.found(request, at));
}

function makeRequest(
  method: string | null,
  url: string,
  headers: readonly HeaderFact[],
  userAgent?: string,
  bodyModel: string | null = null,
): RequestFact {
  return {
    method: method === null ? null : method.toUpperCase(),
    url: cleanUrl(url),
    headers,
    bodyModel,
    userAgent: userAgent === undefined ? null : scrub(userAgent.slice(0, 400)),
  };
}

/** The `Name: value` lines after a request line, as curl -v, HTTP dumps and azure-core print them. */
function headerBlock(text: string, start: number) {
  const headers: HeaderFact[] = [];
  const values = new Map<string, string>();
  const lines = text
    .slice(start, start + 65_536)
    .split('\n')
    .slice(1, 80);
  for (const line of lines) {
    if (/^[ \t]{0,8}(?:[*{}<]|HTTP\/|Request (?:method|headers)|(?:No|A) body)/.test(line)) continue;
    const match = HEADER_LINE.exec(line);
    if (match === null) break;
    const name = match[1] ?? '';
    const value = (match[2] ?? '').replace(/\\?['"],?$/, '').trim();
    if (/^(?:Request|Response|Message|Status|Content|Headers|Body|Error|url|method)$/i.test(name)) continue;
    values.set(name.toLowerCase(), value);
    headers.push(headerFact(name, value));
  }
  return { headers, values };
}

function httpcoreHeaders(text: string): readonly HeaderFact[] {
  return [...text.matchAll(HTTPCORE_HEADERS)].flatMap((line) =>
    [...line[0].matchAll(HEADER_PAIR)].map((pair) => headerFact(pair[1] ?? '', pair[2] ?? '')),
  );
}

/** `{method, url, headers}` anywhere in an object: axios, undici, azure-core JSON logs, options of openai. */
function requestsOfObject(object: LooseObject, depth: number): readonly RequestFact[] {
  const base =
    stringOf(object.get('baseURL')) ?? stringOf(object.get('baseUrl')) ?? stringOf(object.get('base_url'));
  const path =
    stringOf(object.get('url')) ?? stringOf(object.get('uri')) ?? stringOf(object.get('requestUrl'));
  const method = stringOf(object.get('method'));
  const url =
    path === null
      ? null
      : /^https?:/.test(path)
        ? path
        : base === null
          ? null
          : base.replace(/\/$/, '') + path;
  const body = object.get('json_data') ?? object.get('data') ?? object.get('body') ?? object.get('json');
  const model = isLooseObject(body)
    ? stringOf(body.get('model'))
    : typeof body === 'string'
      ? modelOf(body)
      : null;
  const headers =
    isLooseObject(object.get('headers')) && method !== null ? headersOf(object.get('headers')) : [];
  const isRequest = url !== null && (method !== null || isRequestUrl(url));
  const own = isRequest ? [makeRequest(method, url, headers, agentOf(object.get('headers')), model)] : [];
  if (depth >= 6) return own;
  return [...own, ...[...object.values()].flatMap((value) => requestsOfValue(value, depth + 1))];
}

function requestsOfValue(value: LooseValue, depth: number): readonly RequestFact[] {
  if (isLooseObject(value)) return requestsOfObject(value, depth);
  return Array.isArray(value) ? value.flatMap((entry) => requestsOfValue(entry, depth + 1)).slice(0, 20) : [];
}

function headersOf(value: LooseValue | undefined): readonly HeaderFact[] {
  if (!isLooseObject(value)) return [];
  return [...value].map(([name, entry]) => headerFact(name, typeof entry === 'string' ? entry : null));
}

function agentOf(value: LooseValue | undefined): string | undefined {
  if (!isLooseObject(value)) return undefined;
  const entry = [...value].find(([name]) => /^user-agent$/i.test(name))?.[1];
  return typeof entry === 'string' ? entry : undefined;
}

function stringOf(value: LooseValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** One request per address: what several lines say of it is put together, in the order of the text. */
function join(
  found: readonly { readonly at: number; readonly request: RequestFact }[],
  loose: readonly HeaderFact[],
): readonly { readonly at: number; readonly request: RequestFact }[] {
  const byUrl = new Map<string, { readonly at: number; readonly request: RequestFact }>();
  for (const { at, request } of [...found].sort((a, b) => a.at - b.at)) {
    const known = byUrl.get(request.url);
    if (known === undefined) {
      byUrl.set(request.url, { at, request });
      continue;
    }
    const { request: first } = known;
    byUrl.set(request.url, {
      at: known.at,
      request: {
        url: first.url,
        method: first.method ?? request.method,
        headers: first.headers.length >= request.headers.length ? first.headers : request.headers,
        bodyModel: first.bodyModel ?? request.bodyModel,
        userAgent: first.userAgent ?? request.userAgent,
      },
    });
  }
  return [...byUrl.values()].slice(0, 40).map(({ at, request }, index) => {
    const takes = index === 0 && request.headers.length === 0;
    return { at, request: takes ? { ...request, headers: loose } : request };
  });
}
