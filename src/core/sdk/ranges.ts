import compareSemver from 'semver/functions/compare.js';
import gtr from 'semver/ranges/gtr.js';
import minVersion from 'semver/ranges/min-version.js';
import validRange from 'semver/ranges/valid.js';
import type { Ecosystem } from './types.js';
import { compareVersions, isVersion, toSemver } from './versions.js';

/** Whether a range can give a version older than a minimum. */
export type RangeAnswer = 'always' | 'maybe' | 'never' | 'unknown';

interface Bounds {
  readonly low: { readonly version: string; readonly isIncluded: boolean } | null;
  readonly high: { readonly version: string; readonly isIncluded: boolean } | null;
}

const ANY: Bounds = { low: null, high: null };
const MAX_LENGTH = 512;

/**
 * Could a package manager resolve `range` to something older than `minimum`? `always`: nothing else fits;
 * `never`: every version that fits is new enough. Ranges as each ecosystem writes them: `>=1.0,<2`, `~=1.2`,
 * `^1.2`, `1.x || 2.x`, `[1.0,2.0)`, `2.*`. A bare version in a .NET, Java or Go manifest is what is used.
 */
export function couldResolveBelow(ecosystem: Ecosystem, range: string, minimum: string): RangeAnswer {
  const text = range.trim().slice(0, MAX_LENGTH);
  if (!isVersion(ecosystem, minimum)) return 'unknown';
  if (ecosystem === 'npm') return npmBelow(text, minimum);
  const answers = text.split('||').map((part) => {
    const bounds = ecosystem === 'pypi' ? pythonBounds(part.trim()) : intervalBounds(part.trim());
    return bounds === null ? 'unknown' : below(ecosystem, bounds, minimum);
  });
  const [first] = answers;
  if (first === undefined || answers.includes('unknown')) return 'unknown';
  return answers.every((each) => each === first) ? first : 'maybe';
}

function npmBelow(range: string, minimum: string): RangeAnswer {
  const wanted = toSemver(minimum);
  if (wanted === null || validRange(range, { loose: true }) === null) return 'unknown';
  if (gtr(wanted, range, { includePrerelease: true, loose: true })) return 'always';
  const lowest = minVersion(range, { loose: true });
  if (lowest === null) return 'unknown';
  return compareSemver(lowest, wanted) < 0 ? 'maybe' : 'never';
}

function below(ecosystem: Ecosystem, { low, high }: Bounds, minimum: string): RangeAnswer {
  if (low !== null) {
    const order = compareVersions(ecosystem, low.version, minimum);
    if (order === null) return 'unknown';
    if (order >= 0) return 'never';
  }
  if (high === null) return 'maybe';
  const order = compareVersions(ecosystem, high.version, minimum);
  if (order === null) return 'unknown';
  return order < 0 || (order === 0 && !high.isIncluded) ? 'always' : 'maybe';
}

/** PEP 440 specifiers, and the caret, tilde and bare forms of Poetry. Source: peps.python.org, PEP 440. */
function pythonBounds(text: string): Bounds | null {
  if (text === '' || text === '*') return ANY;
  const parts = text
    .replace(/^\(|\)$/g, '')
    .split(',')
    .map((part) => part.trim());
  return parts.reduce<Bounds | null>((bounds, part) => {
    const next = part === '' ? ANY : pythonPart(part);
    return bounds === null || next === null ? null : narrow('pypi', bounds, next);
  }, ANY);
}

function pythonPart(part: string): Bounds | null {
  const match = /^(===|==|~=|!=|<=|>=|<|>|\^|~|=)?\s{0,4}([0-9a-z.+!*_-]{1,64})$/i.exec(part);
  if (match === null) return null;
  const [, operator = '==', version = ''] = match;
  if (operator === '!=' || version === '*') return ANY;
  const isWild = version.endsWith('.*');
  const plain = isWild ? version.slice(0, -2) : version;
  if (!isVersion('pypi', plain)) return null;
  const low = { version: plain, isIncluded: operator !== '>' };
  switch (operator) {
    case '<':
    case '<=':
      return { low: null, high: { version: plain, isIncluded: operator === '<=' } };
    case '>':
    case '>=':
      return { low, high: null };
    case '~=':
      return { low, high: { version: next(plain, Math.max(1, parts(plain).length - 1)), isIncluded: false } };
    case '~':
      return { low, high: { version: next(plain, Math.min(2, parts(plain).length)), isIncluded: false } };
    case '^': {
      const firstNonZero = parts(plain).findIndex((each) => Number.parseInt(each, 10) > 0);
      return { low, high: { version: next(plain, Math.max(0, firstNonZero) + 1), isIncluded: false } };
    }
    default:
      return isWild
        ? { low, high: { version: next(plain, parts(plain).length), isIncluded: false } }
        : { low, high: { version: plain, isIncluded: true } };
  }
}

function parts(version: string): readonly string[] {
  return (/^\d+(?:\.\d+)*/.exec(version)?.[0] ?? '0').split('.');
}

/** The version behind all that share the first `count` numbers: `next('1.2.3', 2)` is `1.3.dev0`. */
function next(version: string, count: number): string {
  const kept = parts(version).slice(0, count).map(Number);
  const last = kept.pop() ?? 0;
  return `${[...kept, last + 1].join('.')}.dev0`;
}

/** NuGet and Maven: `[1.0,2.0)`, `(,1.0]`, `[1.0]`, `2.*`, and the bare version. Sources: learn.microsoft.com nuget package versioning, maven.apache.org POM reference. */
function intervalBounds(text: string): Bounds | null {
  if (text === '' || text === '*' || text === '*-*') return ANY;
  const float = /^([0-9.]{1,40}?)\.?\*$/.exec(text);
  if (float?.[1] !== undefined && float[1] !== '') {
    const kept = float[1].split('.').map(Number);
    const last = kept.pop() ?? 0;
    const low = { version: float[1], isIncluded: true };
    return { low, high: { version: `${[...kept, last + 1].join('.')}`, isIncluded: false } };
  }
  const interval = /^([[(])\s{0,4}([^,[\]()]{0,64})(?:(,)\s{0,4}([^,[\]()]{0,64}))?([\])])$/.exec(text);
  if (interval === null) {
    if (toSemver(text) === null) return null;
    return { low: { version: text, isIncluded: true }, high: { version: text, isIncluded: true } };
  }
  const [, open, from = '', comma, to = '', close] = interval;
  const low = from.trim() === '' ? null : { version: from.trim(), isIncluded: open === '[' };
  if (comma === undefined) return low === null ? null : { low, high: { ...low } };
  const high = to.trim() === '' ? null : { version: to.trim(), isIncluded: close === ']' };
  return { low, high };
}

function narrow(ecosystem: Ecosystem, a: Bounds, b: Bounds): Bounds {
  return { low: stricter(ecosystem, a.low, b.low, 1), high: stricter(ecosystem, a.high, b.high, -1) };
}

function stricter(
  ecosystem: Ecosystem,
  a: Bounds['low'],
  b: Bounds['low'],
  direction: 1 | -1,
): Bounds['low'] {
  if (a === null || b === null) return a ?? b;
  const order = (compareVersions(ecosystem, a.version, b.version) ?? 0) * direction;
  if (order === 0) return a.isIncluded ? b : a;
  return order > 0 ? a : b;
}
