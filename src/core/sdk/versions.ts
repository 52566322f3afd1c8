import coerce from 'semver/functions/coerce.js';
import compareSemver from 'semver/functions/compare.js';
import parseSemver from 'semver/functions/parse.js';
import { comparePython, parsePython } from './pep440.js';
import type { Ecosystem } from './types.js';

/**
 * Negative, 0 or positive as `a` is older than, equal to or newer than `b`; null when one of them is not a
 * version. Python by PEP 440, the others by SemVer (`1.0.0-beta.3`, `v1.2.3`, `2.1`, `1.0.0.0`).
 */
export function compareVersions(ecosystem: Ecosystem, a: string, b: string): number | null {
  if (ecosystem === 'pypi') {
    const left = parsePython(a);
    const right = parsePython(b);
    return left === null || right === null ? null : comparePython(left, right);
  }
  const left = toSemver(a);
  const right = toSemver(b);
  return left === null || right === null ? null : compareSemver(left, right);
}

export function isVersion(ecosystem: Ecosystem, text: string): boolean {
  return ecosystem === 'pypi' ? parsePython(text) !== null : toSemver(text) !== null;
}

/** Two and four parts are made three; Maven's `1.0.0.Final` and the like lose their word. */
export function toSemver(text: string): string | null {
  const plain = text
    .trim()
    .slice(0, 128)
    .replace(/^[v=]+/i, '');
  if (!/^\d/.test(plain)) return null;
  const whole = parseSemver(plain, { loose: true });
  if (whole !== null) return whole.version;
  const parts = /^(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:\.\d{1,9})?(-[0-9a-z.-]{1,64})?$/i.exec(plain);
  if (parts !== null) {
    const [, major = '0', minor = '0', patch = '0', pre = ''] = parts;
    return (
      parseSemver(`${Number(major)}.${Number(minor)}.${Number(patch)}${pre}`, { loose: true })?.version ??
      null
    );
  }
  return /^\d+(?:\.\d+){0,3}[._]?[a-z]/i.test(plain) ? (coerce(plain)?.version ?? null) : null;
}
