import type { WireOutcome, WireRequest } from '../core/wire.js';
import { requireKnownApiVersion } from './api-versions.js';
import type { SandboxCatalog } from './catalog.js';
import { type Answer, activeScenario, type Exchange } from './exchange.js';
import { faultBefore } from './faults.js';
import { refusals } from './refusals.js';
import { guidFrom, Refusal, type Reply } from './reply.js';
import { type Match, matchRoute } from './routes.js';
import { spendScenario } from './scenarios.js';
import { settle } from './settle.js';
import type { SandboxState } from './state.js';

export interface Handled {
  /** The same object as the given one when nothing has changed. */
  readonly state: SandboxState;
  readonly outcome: WireOutcome;
  /** How long the service takes to answer. */
  readonly delayMs: number;
}

/** A handful of milliseconds, so that a spinner can be seen but nothing is slowed down. */
const DELAY_MS = 5;

/**
 * The whole sandbox as a function: state and request in, state and answer out. It never looks at the
 * `authorization` header; the loopback server does that for its https address.
 */
export function handle(
  state: SandboxState,
  request: WireRequest,
  now: Date,
  catalog: SandboxCatalog,
): Handled {
  const settled = settle(state, now);
  const url = new URL(request.url);
  const match = matchRoute(request.method, url.pathname);
  if (match === null) return respond(settled, request, now, refusals.routeNotFound(url.pathname).reply);
  const exchange: Exchange = {
    state: settled,
    catalog,
    now,
    method: match.route.method,
    origin: url.origin,
    path: decodedPath(url.pathname),
    query: url.searchParams,
    apiVersion: url.searchParams.get('api-version') ?? '',
    params: match.params,
    body: request.body,
  };
  const fault = faultBefore(exchange, match.route.kind);
  if (fault?.kind === 'dropped')
    return { state: fault.state, outcome: { kind: 'dropped' }, delayMs: DELAY_MS };
  if (fault?.kind === 'refused') return respond(fault.state, request, now, fault.refusal.reply);
  const answer = answerOf(exchange, match);
  const isWrite = match.route.kind.endsWith('write');
  if (isWrite && activeScenario(answer.state, 'dropped-after-write') !== undefined) {
    const spent = spendScenario(answer.state, 'dropped-after-write');
    return { state: spent, outcome: { kind: 'dropped' }, delayMs: DELAY_MS };
  }
  return respond(answer.state, request, now, answer.reply);
}

function answerOf(exchange: Exchange, match: Match): Answer {
  try {
    if (exchange.apiVersion === '') throw refusals.missingApiVersion();
    if (match.route.type !== null) requireKnownApiVersion(exchange, match.route.type);
    return match.route.handler(exchange);
  } catch (error) {
    if (error instanceof Refusal) return { state: exchange.state, reply: error.reply };
    throw error;
  }
}

function respond(state: SandboxState, request: WireRequest, now: Date, reply: Reply): Handled {
  const id = guidFrom('request', request.method, request.url, now.toISOString());
  return {
    state,
    delayMs: DELAY_MS,
    outcome: {
      kind: 'response',
      response: {
        status: reply.status,
        headers: {
          date: now.toUTCString(),
          'x-ms-request-id': id,
          'x-ms-correlation-request-id': request.headers['x-ms-correlation-request-id'] ?? id,
          ...remaining(request.method),
          ...(reply.body === null
            ? { 'content-length': '0' }
            : { 'content-type': 'application/json; charset=utf-8' }),
          ...reply.headers,
        },
        body: reply.body,
      },
    },
  };
}

/** ARM's counters as recorded; the sandbox does not count down. */
function remaining(method: string): Record<string, string> {
  const kind = method === 'GET' || method === 'POST' ? 'reads' : method === 'DELETE' ? 'deletes' : 'writes';
  const isRead = kind === 'reads';
  return {
    [`x-ms-ratelimit-remaining-subscription-${kind}`]: isRead ? '1099' : '799',
    [`x-ms-ratelimit-remaining-subscription-global-${kind}`]: isRead ? '16499' : '11999',
  };
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
