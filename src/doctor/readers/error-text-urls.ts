import { scrub } from './error-text-clean.js';

/** An absolute address in prose, redacted ones such as `https://<res>.openai.azure.com/` included. */
export const URL_PATTERN = /https?:\/\/[^\s"'`|\\^]{3,2000}/g;
const DOCUMENTS =
  /^https?:\/\/(?:[\w-]{1,40}\.){0,3}(?:aka\.ms|(?:learn|docs|go|support|status)\.microsoft\.com|github\.com|githubusercontent\.com|platform\.openai\.com|help\.openai\.com|errors\.pydantic\.dev|pypi\.org|npmjs\.com|stackoverflow\.com|readthedocs\.io|portal\.azure\.com|login\.microsoftonline\.com|python\.langchain\.com|mozilla\.org|httpstatuses\.com|w3\.org)/i;

const PORTAL = /^https?:\/\/o?ai\.azure\.com\/(?!api)/i;
/** What tokens are made for, not where anything is called. */
const AUDIENCE =
  /^https?:\/\/(?:ai|ml|cognitiveservices|management|graph)\.(?:azure|microsoft)\.(?:com|us|cn)\/?(?:\.default)?$/i;

/** A page somebody is sent to or the audience of a token, not a service that was called. */
export function isDocumentUrl(url: string): boolean {
  return DOCUMENTS.test(url) || PORTAL.test(url) || AUDIENCE.test(url);
}

const PARAMETER = /([A-Za-z_][\w-]{1,40})\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?$/;

/** `azure_endpoint` of `azure_endpoint="https://…"`: what stands before an address at `at`. */
export function parameterBefore(text: string, at: number): string | null {
  return PARAMETER.exec(text.slice(Math.max(0, at - 60), at))?.[1] ?? null;
}

/** True for a parameter that holds a base URL, not the address of one request. */
export function namesBase(parameter: string | null): boolean {
  return parameter !== null && /endpoint|base|configured|target_uri|host$/i.test(parameter);
}

/** The address without what prose put behind it and without secrets in its query or user part. */
export function cleanUrl(url: string): string {
  let text = url;
  // `<res>` belongs to the address; a `>` or `)` that was opened before it does not.
  for (const [open, close] of [
    ['<', '>'],
    ['(', ')'],
    ['[', ']'],
    ['{', '}'],
  ] as const) {
    while (text.endsWith(close) && count(text, close) > count(text, open)) text = text.slice(0, -1);
    const at = firstUnopened(text, open, close);
    if (at !== -1 && close !== '}') text = text.slice(0, at);
  }
  return scrub(text.replace(/[.,;:!]{1,5}$/, ''));
}

export function apiVersionOf(url: string): string | null {
  return /[?&]api-version=([\w.-]{1,40})/i.exec(url)?.[1] ?? null;
}

/** The deployment of `/deployments/<d>/…`, decoded. */
export function deploymentOf(url: string): string | null {
  const name = /\/deployments\/([^/?#\s]{1,120})/i.exec(url)?.[1];
  if (name === undefined) return null;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** True when the path ends in an operation, which only a request has. */
export function isRequestUrl(url: string): boolean {
  return /\/(?:chat\/completions|completions|embeddings|responses|messages|images\/\w{3,20}|audio\/\w{3,20}|rerank|score|info)\/?(?:[?#]|$)/i.test(
    url,
  );
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function firstUnopened(text: string, open: string, close: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === open) depth += 1;
    else if (text[at] === close) {
      depth -= 1;
      if (depth < 0) return at;
    }
  }
  return -1;
}
