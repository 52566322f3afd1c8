import type { Facts, HeaderFact, RequestFact, Where } from '../facts.js';
import { splitCommand } from './curl-words.js';
import { scrub } from './error-text-clean.js';
import { findObjects } from './error-text-objects.js';
import { cleanUrl } from './error-text-urls.js';
import { headerFact } from './header-fact.js';
import { factsOfRequests } from './request-facts.js';

/** Options of curl that take a value and say nothing about the request, so that it is not taken for a URL. */
const WITH_VALUE = new Set(
  '-o --output -w --write-out -m --max-time --connect-timeout --retry --retry-delay -x --proxy --cacert --cert --key -E -T --upload-file -F --form -c --cookie-jar -D --dump-header --resolve --interface -r --range --max-redirs --limit-rate -C -y -Y -z --ciphers --tls-max --proxy-user -U --noproxy --capath --dns-servers --url-query'.split(
    ' ',
  ),
);
const BODY = new Set([
  '-d',
  '--data',
  '--data-raw',
  '--data-binary',
  '--data-ascii',
  '--data-urlencode',
  '--json',
]);

interface Call {
  method: string | null;
  url: string | null;
  body: string | null;
  readonly headers: HeaderFact[];
  userAgent: string | null;
}

/** A `curl` command line as facts; files named with `@` are never read. Empty when it names no address. */
export function readCurl(command: string, where: Where): Partial<Facts> {
  const request = curlRequest(splitCommand(command));
  return request === null ? {} : { ...factsOfRequests([{ value: request, where }]), language: 'curl' };
}

/** The request of a command line that has been split; null without an address. */
export function curlRequest(words: readonly string[]): RequestFact | null {
  const call: Call = { method: null, url: null, body: null, headers: [], userAgent: null };
  for (let index = /^curl(?:\.exe)?$/i.test(words[0] ?? '') ? 1 : 0; index < words.length; index += 1) {
    index += takeWord(call, words[index] ?? '', words[index + 1]);
  }
  if (call.url === null) return null;
  return {
    method: call.method ?? (call.body === null ? 'GET' : 'POST'),
    url: cleanUrl(call.url),
    headers: call.headers,
    bodyModel: modelOf(call.body),
    userAgent: call.userAgent,
  };
}

/** Reads one option and answers how many further words belong to it. */
function takeWord(call: Call, word: string, next: string | undefined): 0 | 1 {
  const joined = /^(--[\w-]{1,40})=([\s\S]*)$/.exec(word) ?? /^(-[XHdAue])([^\s][\s\S]*)$/.exec(word);
  const name = joined?.[1] ?? word;
  const value = joined?.[2] ?? next ?? '';
  const used = joined === null ? 1 : 0;
  if (name === '-X' || name === '--request') call.method = value.toUpperCase().slice(0, 20);
  else if (name === '-H' || name === '--header') addHeader(call, value);
  else if (BODY.has(name)) call.body = (call.body ?? '') + (value.startsWith('@') ? '' : value);
  else if (name === '--url') call.url = value;
  else if (name === '-A' || name === '--user-agent') call.userAgent = scrub(value);
  else if (name === '-u' || name === '--user')
    call.headers.push(headerFact('Authorization', `Basic ${value}`));
  else if (name === '--oauth2-bearer') call.headers.push(headerFact('Authorization', `Bearer ${value}`));
  else if (name === '-b' || name === '--cookie') call.headers.push(headerFact('Cookie', value));
  else if (WITH_VALUE.has(name)) return used;
  else {
    if (!word.startsWith('-')) call.url ??= word;
    if (word === '-G' || word === '--get') call.method ??= 'GET';
    if (word === '-I' || word === '--head') call.method ??= 'HEAD';
    return 0;
  }
  return used;
}

function addHeader(call: Call, line: string): void {
  const colon = line.indexOf(':');
  if (colon < 1) return;
  const name = line.slice(0, colon).trim().slice(0, 200);
  const value = line.slice(colon + 1).trim();
  if (/^user-agent$/i.test(name)) call.userAgent = scrub(value);
  call.headers.push(headerFact(name, value));
}

/** `model` of a JSON body, also of one whose quotes a shell has eaten. */
export function modelOf(body: string | null): string | null {
  if (body === null) return null;
  const model = findObjects(body)[0]?.value.get('model');
  return typeof model === 'string' && model !== '' ? scrub(model.slice(0, 200)) : null;
}
