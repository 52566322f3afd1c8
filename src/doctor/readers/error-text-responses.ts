import type { Found, ResponseFact } from '../facts.js';
import { scrub } from './error-text-clean.js';
import { keepHeaders, NO_PART, partsOfObject, type ResponsePart } from './error-text-failure.js';
import type { FoundObject } from './error-text-objects.js';
import { type Places, someMatches } from './error-text-places.js';
import { cleanUrl, isDocumentUrl, URL_PATTERN } from './error-text-urls.js';

interface Spotted extends ResponsePart {
  readonly at: number;
  /** Of the message: parts of an object say more than a line of prose. */
  readonly weight: number;
}

/** How far apart two parts of one answer may be, in characters. */
const REACH = 4000;
const MESSAGE_LIMIT = 2000;
/** A text without any mark of an answer, and no longer than this, is a message by itself. */
const PROSE_LIMIT = 800;

const REASONS =
  'Bad Request|Unauthorized|Access Denied|Forbidden|Not Found|Resource not found|Method Not Allowed|Request Timeout|Conflict|Gone|Unsupported Media Type|Unprocessable (?:Entity|Content)|Failed Dependency|Too Many Requests|Request Header Fields Too Large|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out|model_not_found|DeploymentNotFound|PermissionDenied';
/** Each finds a status in its first group; some the reason in the second. */
const STATUS_PATTERNS: readonly RegExp[] = [
  /\bError code:\s{0,3}([1-5]\d\d)\b/g,
  /\bstatus(?:[ _-]?code)?\\?["']?\s{0,3}[:=]?\s{0,3}\(?([1-5]\d\d)\b/gi,
  /\bHTTP\/\d(?:\.\d)?["']?,?\s{1,3}([1-5]\d\d)\b/g,
  /\bHTTP(?:[ _-](?:error|status|response|code|Error)){0,3}(?: was)?[ :=]{1,3}([1-5]\d\d)\b/gi,
  /\bresponse code (?:was )?([1-5]\d\d)\b/gi,
  /(?:->|→|=>)\s{0,3}([1-5]\d\d)\b/g,
  /\b([45]\d\d) (?:Client|Server) Error\b/g,
  /\(([45]\d\d)\)/g,
  /^\s{0,8}([1-5]\d\d)(?=$| on | [A-Z{:])/gm,
  new RegExp(`\\b([45]\\d\\d)[ :,-]{1,3}(${REASONS})`, 'gi'),
];
const ONLY_REASON = /\bRequest Header Fields Too Large\b/g;
const ERROR_CODE =
  /^[ \t]{0,8}(?:ErrorCode|Code|Error Code)\s{0,2}[:=]\s{0,2}([A-Za-z][\w.]{1,79}|\d{3})\s{0,4}$/gm;
const EXCEPTION =
  /(?:^|[\s>\]"'(])((?:[A-Za-z_]\w{0,60}\.){0,8}[A-Z]\w{0,60}(?:Error|Exception|Fault))(?: \[\w{1,60}\])?: '?([^\n]{3,2000})/g;
const MESSAGE_LINE = /^[ \t]{0,8}Message:\s{0,3}([^\n]{3,2000})/gm;
const NETWORK_CODE =
  /\b(ENOTFOUND|EAI_AGAIN|EAI_NODATA|EAI_NONAME|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPROTO|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|CERT_HAS_EXPIRED|CERTIFICATE_VERIFY_FAILED|ERR_TLS_CERT_ALTNAME_INVALID|UND_ERR_[A-Z_]{3,30}|HPE_[A-Z_]{3,40}|ERR_PROXY_[A-Z_]{3,30}|NameResolutionError|UnknownHostException|gaierror)\b/g;
const HEADER_LINE = /^[ \t]{0,8}<?[ \t]{0,3}([A-Za-z][\w-]{2,60}): ([^\n]{1,500})$/gm;
const HEADER_PAIR = /\(b'([\w-]{2,60})', b'([^'\n]{0,500})'\)/g;

/** The answers that a text tells of; what stands near each other and does not disagree is one answer. */
export function readResponses(
  places: Places,
  objects: readonly FoundObject[],
): readonly Found<ResponseFact>[] {
  const parts = [
    ...statusParts(places),
    ...proseParts(places, objects),
    ...headerParts(places.text),
    ...objects.flatMap(({ value, start }) =>
      partsOfObject(value).map((part) => ({ ...part, at: start, weight: 2 })),
    ),
  ].sort((a, b) => a.at - b.at);
  const answers: Spotted[] = [];
  let lastAt = 0;
  for (const part of parts) {
    const current = answers.at(-1);
    if (current !== undefined && part.at - lastAt <= REACH && agrees(current, part)) {
      answers[answers.length - 1] = join(current, part);
    } else if (saysMoreThanHeaders(part)) {
      answers.push(part);
    }
    lastAt = part.at;
  }
  if (answers.length === 0 && places.text.length <= PROSE_LIMIT && !places.text.includes('Request URL')) {
    const message = places.text.trim().split('\n')[0] ?? '';
    return [places.found(factOf({ ...NO_PART, at: 0, weight: 0, message }), 0)];
  }
  return dedupe(answers).map((answer) => places.found(factOf(answer), answer.at));
}

function statusParts({ text, lineAt }: Places): Spotted[] {
  const parts: Spotted[] = [];
  for (const pattern of STATUS_PATTERNS) {
    for (const match of someMatches(text, pattern, 200)) {
      const line = lineAt(match.index);
      const urls = (line.match(URL_PATTERN) ?? []).map(cleanUrl).filter((url) => !isDocumentUrl(url));
      const url = urls.length === 1 ? (urls[0] ?? null) : null;
      const message =
        proseAfter(line, match[0]) ?? new RegExp(`\\b(${REASONS})\\b`, 'i').exec(line)?.[1] ?? null;
      parts.push({ ...NO_PART, at: match.index, weight: 0, status: Number(match[1]), url, message });
    }
  }
  for (const match of someMatches(text, ONLY_REASON, 200)) {
    parts.push({ ...NO_PART, at: match.index, weight: 0, status: 431, message: match[0] });
  }
  return parts;
}

function proseParts({ text, lineAt }: Places, objects: readonly FoundObject[]): Spotted[] {
  const parts: Spotted[] = [];
  const isInside = (at: number) => objects.some(({ start, end }) => at > start && at < end);
  for (const match of someMatches(text, ERROR_CODE, 200)) {
    if (match[1] === 'None' || isInside(match.index)) continue;
    parts.push({ ...NO_PART, at: match.index, weight: 1, code: match[1] ?? null });
  }
  for (const match of someMatches(text, EXCEPTION, 200)) {
    const message = proseMessage(match[2] ?? '');
    if (message !== null && !isInside(match.index))
      parts.push({ ...NO_PART, at: match.index, weight: 1, message });
  }
  for (const match of someMatches(text, MESSAGE_LINE, 200)) {
    if (!isInside(match.index))
      parts.push({ ...NO_PART, at: match.index, weight: 1, message: match[1] ?? null });
  }
  for (const match of someMatches(text, NETWORK_CODE, 200)) {
    parts.push({
      ...NO_PART,
      at: match.index,
      weight: 1,
      code: match[1] ?? null,
      message: lineAt(match.index).trim(),
    });
  }
  return parts;
}

/** What a line says behind its status: `LLM error (400): Unknown model: x`. */
function proseAfter(line: string, status: string): string | null {
  const behind = line.slice(line.indexOf(status.trim()) + status.trim().length);
  const text = /^,\s{0,3}b'([^']{0,200})'/.exec(behind)?.[1] ?? behind;
  const braceAt = text.search(/\{\s{0,4}["']|<[a-z!]|https?:/);
  const prose = (braceAt === -1 ? text : text.slice(0, braceAt)).replace(/^[\s"'):,.;-]{1,12}/, '').trim();
  return /[a-z]{3}/i.test(prose) && prose.length >= 8 ? prose.replace(/["']{1,3}\]?$/, '') : null;
}

/** `(None) Unauthorized. …` of azure-core and `Error code: 404 - {…}` of openai, without their wrapping. */
function proseMessage(text: string): string | null {
  const bare = text.replace(/^\([\w ]{1,60}\)\s{0,3}/, '').replace(/^Error code: \d{3}(?: - )?/, '');
  const braceAt = bare.indexOf('{');
  const prose = (braceAt === -1 ? bare : bare.slice(0, braceAt)).trim();
  return prose.length >= 8 ? prose : null;
}

function headerParts(text: string): Spotted[] {
  const spot = (match: RegExpExecArray): Spotted => {
    const headers = keepHeaders([[match[1] ?? '', match[2] ?? '']]);
    return { ...NO_PART, at: match.index, weight: 0, headers };
  };
  return [...someMatches(text, HEADER_LINE, 400), ...someMatches(text, HEADER_PAIR, 400)]
    .map(spot)
    .filter((part) => Object.keys(part.headers).length > 0);
}

function saysMoreThanHeaders(part: Spotted): boolean {
  return part.status !== null || part.code !== null || part.message !== null;
}

function agrees(a: Spotted, b: Spotted): boolean {
  if (a.status !== null && b.status !== null && a.status !== b.status) return false;
  if (a.url !== null && b.url !== null && a.url !== b.url) return false;
  const codes = [a.code, b.code].filter((code) => code !== null && !/^\d{3}$/.test(code));
  return codes.length < 2 || codes[0] === codes[1];
}

function join(a: Spotted, b: Spotted): Spotted {
  const isNamed = (code: string | null) => code !== null && !/^\d{3}$/.test(code);
  const takesMessage = b.message !== null && (a.message === null || b.weight > a.weight);
  return {
    at: a.at,
    weight: takesMessage ? b.weight : a.weight,
    status: a.status ?? b.status,
    code: isNamed(a.code) ? a.code : isNamed(b.code) ? b.code : (a.code ?? b.code),
    message: takesMessage ? b.message : a.message,
    url: a.url ?? b.url,
    headers: { ...a.headers, ...b.headers },
  };
}

function dedupe(answers: readonly Spotted[]): readonly Spotted[] {
  const seen = new Map<string, Spotted>();
  for (const answer of answers) {
    const key = JSON.stringify([answer.status, answer.code, answer.message, answer.url]);
    if (!seen.has(key)) seen.set(key, answer);
  }
  return [...seen.values()].slice(0, 40);
}

function factOf({ status, code, message, url, headers }: Spotted): ResponseFact {
  return {
    status,
    code: code === null ? null : scrub(code),
    message: message === null ? null : scrub(message.slice(0, MESSAGE_LIMIT)),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, scrub(value)])),
    url: url === null ? null : cleanUrl(url),
  };
}
