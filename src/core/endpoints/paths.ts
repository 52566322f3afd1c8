import { findOperation } from './operations.js';
import { isTemplate } from './placeholder.js';
import type { EndpointProblem, HostKind, PathKind } from './types.js';

export interface PathReading {
  readonly kind: PathKind;
  readonly path: string;
  readonly basePath: string;
  readonly project: string | null;
  readonly deployment: string | null;
  readonly operation: string | null;
  readonly problems: readonly EndpointProblem[];
}

interface Base {
  readonly kind: PathKind;
  /** Segments that belong to the base. */
  readonly length: number;
  readonly project?: string | undefined;
  readonly deployment?: string | undefined;
}

/** Source: specification/ai/data-plane of Azure/azure-rest-api-specs, project routes; read 2026-11. */
const PROJECT_OPERATIONS = new Set([
  'agents',
  'connections',
  'datasets',
  'deployments',
  'evaluations',
  'indexes',
  'threads',
  'assistants',
]);

/** More segments than any route has; the rest is not looked at. */
const MAX_SEGMENTS = 64;

export function readPath(written: string, hostKind: HostKind): PathReading {
  const problems: EndpointProblem[] = [];
  const clean = written.replace(/[\s\x00-\x1f]+/g, (blank) => encodeURIComponent(blank));
  const doubled = /\/{2,}(?=[^/])/.exec(clean);
  if (doubled !== null)
    problems.push({ kind: 'double-slash', value: clean.slice(doubled.index, doubled.index + 20) });
  const segments = clean
    .split('/')
    .filter((each) => each !== '')
    .slice(0, MAX_SEGMENTS);
  if (segments.length > 0 && clean.endsWith('/')) problems.push({ kind: 'trailing-slash', value: written });
  // the loopback sandbox puts each resource below /r/<account>
  const skip = hostKind === 'loopback' && segments[0] === 'r' && segments.length > 1 ? 2 : 0;
  const lower = segments.map((each) => each.toLowerCase());
  const base = readBase(lower.slice(skip), segments.slice(skip));
  const start = skip + base.length;
  if (lower[skip] === 'model') problems.push({ kind: 'singular-model', value: `/${segments[skip]}` });
  const operation = operationBehind(base.kind, segments, lower, start);
  const baseEnd = operation === null ? start : operation.start;
  problems.push(...restProblems(base.kind, lower, start, operation, hostKind));
  if (base.deployment !== undefined && isTemplate(safeDecode(base.deployment))) {
    problems.push({ kind: 'placeholder', value: safeDecode(base.deployment) });
  }
  if (base.project !== undefined && isTemplate(base.project)) {
    problems.push({ kind: 'placeholder', value: base.project });
  }
  return {
    kind: operation !== null && base.kind === 'other' && operation.start === skip ? 'operation' : base.kind,
    path: join(segments),
    basePath: join(segments.slice(0, baseEnd)),
    project: base.project ?? null,
    deployment: base.deployment === undefined ? null : safeDecode(base.deployment),
    operation: operation?.name ?? null,
    problems,
  };
}

function readBase(lower: readonly string[], segments: readonly string[]): Base {
  const [first, second] = lower;
  if (first === undefined) return { kind: 'root', length: 0 };
  if (first === 'api' && second === 'projects') {
    const project = segments[2];
    if (project === undefined) return { kind: 'project', length: 2 };
    const isV1 = lower[3] === 'openai' && lower[4] === 'v1';
    return { kind: isV1 ? 'project-v1' : 'project', length: isV1 ? 5 : 3, project };
  }
  if (first === 'anthropic') return { kind: 'anthropic', length: second === 'v1' ? 2 : 1 };
  if (first === 'providers') return { kind: 'provider', length: Math.min(2, lower.length) };
  if (first === 'models' || first === 'model') return { kind: 'models', length: 1 };
  if (first === 'score') return { kind: 'score', length: 1 };
  if (first === 'v1') return { kind: 'v1', length: 1 };
  if (first === 'deployments' && segments[1] !== undefined) {
    return { kind: 'openai-deployment', length: 2, deployment: segments[1] };
  }
  const openai = lower.indexOf('openai');
  if (openai === -1 || openai > 3) return { kind: lower.includes('v1') ? 'v1' : 'other', length: 0 };
  const next = lower[openai + 1];
  const after = segments[openai + 2];
  if (next === 'deployments' && after !== undefined) {
    return { kind: 'openai-deployment', length: openai + 3, deployment: after };
  }
  if (next === 'v1') return { kind: 'openai-v1', length: openai + 2 };
  return { kind: 'openai', length: openai + 1 };
}

function operationBehind(
  kind: PathKind,
  segments: readonly string[],
  lower: readonly string[],
  start: number,
) {
  const isListing = kind === 'openai-v1' || kind === 'openai' || kind === 'v1' || kind === 'project-v1';
  const word = lower[start];
  if (isListing && (word === 'models' || word === 'deployments') && segments.length === start + 1) {
    return { name: word, start, end: start + 1 };
  }
  if (kind === 'project' && word !== undefined && PROJECT_OPERATIONS.has(word)) {
    return { name: word, start, end: start + 1 };
  }
  return findOperation(segments, start);
}

function restProblems(
  kind: PathKind,
  lower: readonly string[],
  start: number,
  operation: { readonly name: string; readonly start: number; readonly end: number } | null,
  hostKind: HostKind,
): readonly EndpointProblem[] {
  const problems: EndpointProblem[] = [];
  const between = lower.slice(start, operation?.start ?? lower.length);
  const behind = operation === null ? [] : lower.slice(operation.end);
  const again = [...between, ...behind];
  const isDoubled = hasDouble(lower, kind, again, operation?.name ?? null);
  if (isDoubled) problems.push({ kind: 'doubled-path', value: `/${lower.join('/')}` });
  if (operation !== null && kind !== 'project') {
    problems.push({ kind: 'operation-in-base', value: `/${operation.name}` });
  }
  const isOwn = hostKind === 'other' || hostKind === 'apim' || hostKind === 'provider-com';
  const isFree = isOwn || kind === 'provider' || kind === 'project' || kind === 'other' || kind === 'v1';
  if (!isDoubled && !isFree && again.length > 0) {
    problems.push({ kind: 'extra-segments', value: `/${again.join('/')}` });
  }
  const isOdd = kind === 'other' && !isOwn && hostKind !== 'redacted' && lower.length > 0;
  if (isOdd && operation === null && !isDoubled) {
    problems.push({ kind: 'extra-segments', value: `/${lower.join('/')}` });
  }
  return problems;
}

/** A piece that the path already had: `/v1/v1`, `/openai/v1/openai/deployments`, the operation twice. */
function hasDouble(
  lower: readonly string[],
  kind: PathKind,
  again: readonly string[],
  operation: string | null,
): boolean {
  // A deployment may be called like what follows it: /deployments/chat/chat/completions.
  const isRepeated = (each: string, index: number): boolean =>
    index > 0 && each === lower[index - 1] && each.length > 1 && lower[index - 2] !== 'deployments';
  if (lower.some(isRepeated)) return true;
  const text = `/${again.join('/')}`;
  if (operation !== null && text.includes(`/${operation}`)) return true;
  const isOpenai = kind === 'openai' || kind === 'openai-v1' || kind === 'openai-deployment';
  if (isOpenai && again.includes('openai')) return true;
  if (kind === 'openai-v1' && again.includes('v1')) return true;
  if (kind === 'openai-deployment' && again.includes('deployments')) return true;
  return (kind === 'models' || kind === 'project' || kind === 'project-v1') && again.includes('openai');
}

function join(segments: readonly string[]): string {
  return segments.length === 0 ? '' : `/${segments.join('/')}`;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
