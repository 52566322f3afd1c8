import { readFileSync } from 'node:fs';
import type { WireOutcome, WireResponse } from '../../src/core/wire.js';
import { createSandboxCatalog } from '../../src/sandbox/catalog.js';
import { handle } from '../../src/sandbox/handle.js';
import { withScenario } from '../../src/sandbox/scenarios.js';
import { seedState } from '../../src/sandbox/seed.js';
import type { SandboxState, ScenarioId } from '../../src/sandbox/state.js';

const parsed = new Map<string, unknown>();

export function readData(name: string): unknown {
  if (!parsed.has(name)) {
    const url = new URL(`../../src/data/${name}.json`, import.meta.url);
    parsed.set(name, JSON.parse(readFileSync(url, 'utf8')));
  }
  return parsed.get(name);
}

export const SUBSCRIPTION = '/subscriptions/00000000-0000-4000-8000-000000000001';
export const PROVIDER = `${SUBSCRIPTION}/providers/Microsoft.CognitiveServices`;
export const ACCOUNTS = `${SUBSCRIPTION}/resourceGroups/rg-sandbox/providers/Microsoft.CognitiveServices/accounts`;
export const ACCOUNT = `${ACCOUNTS}/contoso-ai`;
export const SWEDEN = `${ACCOUNTS}/contoso-ai-sweden`;

export interface World {
  state: SandboxState;
  now: Date;
  /** The outcome, `dropped` included. */
  ask(method: string, path: string, body?: unknown): WireOutcome;
  /** The response; throws when the connection was dropped. */
  send(method: string, path: string, body?: unknown): WireResponse;
  advance(seconds: number): void;
  scenario(id: ScenarioId, options?: { times?: number; seconds?: number }): void;
}

/** A sandbox in memory with a clock that only the test moves. */
export function sandboxWorld(start = '2026-09-01T12:00:00.000Z', state = seedState()): World {
  const catalog = createSandboxCatalog(readData);
  const world: World = {
    state,
    now: new Date(start),
    ask(method, path, body) {
      const query = path.includes('api-version')
        ? ''
        : `${path.includes('?') ? '&' : '?'}api-version=2025-09-01`;
      const url = path.startsWith('http') ? path : `https://management.azure.com${path}${query}`;
      const handled = handle(world.state, { method, url, headers: {}, body }, world.now, catalog);
      world.state = handled.state;
      return handled.outcome;
    },
    send(method, path, body) {
      const outcome = world.ask(method, path, body);
      if (outcome.kind === 'dropped') throw new Error(`${method} ${path}: dropped`);
      return outcome.response;
    },
    advance(seconds) {
      world.now = new Date(world.now.getTime() + seconds * 1000);
    },
    scenario(id, options = {}) {
      world.state = withScenario(world.state, id, options);
    },
  };
  return world;
}

/** Reads `a.b.0.c` out of a JSON value; undefined when it is not there. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    return Object.entries(inner).find(([name]) => name === key)?.[1];
  }, value);
}

/** The items of a list answer. */
export function items(response: WireResponse): readonly unknown[] {
  const value = at(response.body, 'value');
  if (!Array.isArray(value)) throw new Error('not a list answer');
  return value;
}

export function deploymentBody(
  name: string,
  version: string,
  capacity = 10,
  sku = 'GlobalStandard',
  format = 'OpenAI',
) {
  return { sku: { name: sku, capacity }, properties: { model: { format, name, version } } };
}
