import * as v from 'valibot';
import { stripControls } from '../../core/text.js';
import type { Facts, KnownDeployment, Where } from '../facts.js';
import type { ProbeKey } from './credential.js';
import type { DoctorNetwork, ProbeAnswer, ProbeRequest } from './network.js';
import { failureFacts } from './reach.js';
import type { ProbeTarget } from './target.js';

/**
 * The version that still lists deployments with a key: seen live on Foundry and Azure OpenAI hosts on
 * 2026-07-18 (hugalafutro/model-hotel#506); newer ones dropped the route (openai/openai-python#460).
 */
const LISTING_PATH = '/openai/deployments?api-version=2023-03-15-preview';
const CALL_VERSION = '2024-10-21';
const MAX_NAMES = 500;

const Listing = v.object({
  data: v.array(
    v.object({
      id: v.string(),
      model: v.optional(v.nullable(v.string())),
      status: v.optional(v.nullable(v.string())),
    }),
  ),
});
const ErrorBody = v.object({
  error: v.optional(v.object({ code: v.optional(v.unknown()), message: v.optional(v.string()) })),
  message: v.optional(v.string()),
});

/**
 * Which deployments the resource has, by the one GET that bills nothing and shows them without rights on the
 * resource. When that route is gone and one name is in question, a call with an empty body asks for it: it is
 * refused before a model is reached.
 */
export async function listDeployments(
  network: DoctorNetwork,
  target: ProbeTarget,
  key: ProbeKey,
  wanted: string | null,
  timeoutMs: number,
): Promise<Partial<Facts>> {
  const request = { method: 'GET' as const, url: `${target.root}${LISTING_PATH}`, timeoutMs };
  const headers = { 'api-key': key.value, accept: 'application/json' };
  const answer = await network.send({ ...request, headers });
  if (answer.kind === 'failed') return failureFacts(target, answer, `GET ${LISTING_PATH}`);
  const where: Where = { kind: 'probe', label: `GET ${LISTING_PATH}` };
  const known = answer.status === 200 ? readListing(answer.text) : null;
  if (known !== null) return { knownDeployments: known, ...answered(answer, request.url, where) };
  if (answer.status === 401 || answer.status === 403) return refused(answer, request.url, where, key);
  if (wanted !== null) return askForOne(network, target, key, wanted, timeoutMs);
  return {
    gaps: [
      { source: 'deployments of the resource', reason: `GET ${LISTING_PATH} answered ${answer.status}` },
    ],
  };
}

async function askForOne(
  network: DoctorNetwork,
  target: ProbeTarget,
  key: ProbeKey,
  name: string,
  timeoutMs: number,
): Promise<Partial<Facts>> {
  const path = `/openai/deployments/${encodeURIComponent(name)}/chat/completions?api-version=${CALL_VERSION}`;
  const request: ProbeRequest = {
    method: 'POST',
    url: `${target.root}${path}`,
    headers: { 'api-key': key.value, accept: 'application/json', 'content-type': 'application/json' },
    body: '{}',
    timeoutMs,
  };
  const answer = await network.send(request);
  if (answer.kind === 'failed') return failureFacts(target, answer, `POST ${path}`);
  const where: Where = { kind: 'probe', label: `POST ${path} with an empty body` };
  const body = readError(answer.text);
  if (answer.status === 401 || answer.status === 403) return refused(answer, request.url, where, key);
  if (body.code === 'DeploymentNotFound') return refused(answer, request.url, where, key);
  // It complains of the body, so it has found the deployment. Order of the checks is inferred.
  if (answer.status === 400 || answer.status === 422) {
    return { knownDeployments: [{ name, model: null, state: null }] };
  }
  return {
    gaps: [{ source: 'deployments of the resource', reason: `POST ${path} answered ${answer.status}` }],
  };
}

function readListing(text: string): readonly KnownDeployment[] | null {
  const read = v.safeParse(Listing, parseJson(text));
  if (!read.success) return null;
  return read.output.data.slice(0, MAX_NAMES).map(({ id, model, status }) => ({
    name: stripControls(id),
    model: model === undefined || model === null ? null : stripControls(model),
    state: status === undefined || status === null ? null : armState(stripControls(status)),
  }));
}

/** The listing writes `succeeded` where Azure Resource Manager writes `Succeeded`. */
function armState(status: string): string {
  return status.charAt(0).toUpperCase() + status.slice(1);
}

function answered(answer: ProbeAnswer, url: string, where: Where): Partial<Facts> {
  return {
    responses: [{ value: { status: answer.status, code: null, message: null, headers: {}, url }, where }],
  };
}

/** A refusal is evidence; the key it was made with is named by its variable. */
function refused(answer: ProbeAnswer, url: string, where: Where, key: ProbeKey): Partial<Facts> {
  const { code, message } = readError(answer.text);
  const place: Where = { ...where, label: `${where.label}, key from ${key.name}` };
  const line = [`HTTP ${answer.status}`, code, message].filter((part) => part !== null).join(' ');
  return {
    responses: [
      { value: { status: answer.status, code, message, headers: kept(answer.headers), url }, where: place },
    ],
    texts: [{ value: line, where: place }],
  };
}

const KEPT_HEADERS = [
  'apim-request-id',
  'policy-id',
  'www-authenticate',
  'x-ms-region',
  'retry-after',
] as const;

function kept(headers: ProbeAnswer['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, stripControls(value).slice(0, 300)]];
    }),
  );
}

function readError(text: string): { readonly code: string | null; readonly message: string | null } {
  const read = v.safeParse(ErrorBody, parseJson(text));
  if (!read.success) return { code: null, message: null };
  const { error, message } = read.output;
  const code = typeof error?.code === 'string' || typeof error?.code === 'number' ? String(error.code) : null;
  const said = error?.message ?? message;
  return {
    code: code === null ? null : stripControls(code).slice(0, 100),
    message: said === undefined ? null : stripControls(said).slice(0, 1000),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
