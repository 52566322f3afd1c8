/** A requirement of PEP 508, or null for anything else. */
export interface Requirement {
  readonly name: string;
  /** Exact: `==1.2.3` without a wildcard. */
  readonly version: string | null;
  /** As written, without markers and hashes. */
  readonly range: string | null;
}

const REQUIREMENT =
  /^\s*([A-Za-z0-9][\w.-]{0,99})\s{0,4}(?:\[[^\]]{0,200}\])?\s{0,4}(\(?[=<>!~^][^;#\s][^;#]{0,199})?\s*(?:[;#@]|--|\\|$)/;

export function parseRequirement(text: string): Requirement | null {
  const match = REQUIREMENT.exec(text.slice(0, 1000));
  const name = match?.[1];
  if (match === null || name === undefined) return null;
  const written = (match[2] ?? '')
    .replace(/\s--.*$/, '')
    .replace(/[()\\]/g, '')
    .replace(/\s{1,8}/g, '')
    .trim();
  const exact = /^={1,3}([\w.!+-]+)$/.exec(written)?.[1] ?? null;
  return { name, version: exact, range: written === '' || exact !== null ? null : written };
}
