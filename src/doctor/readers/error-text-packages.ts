import { patternFor } from '../../core/needed-words.js';
import type { Found, PackageFact } from '../facts.js';
import type { Places } from './error-text-places.js';
import { type Ecosystem, KNOWN } from './known-packages.js';
import { AGENT_PATTERNS, MENTION_PATTERNS } from './package-patterns.precomputed.js';

/** Packages and versions that a user agent, or a line that holds one, names. */
export function packagesOfUserAgent(text: string): readonly PackageFact[] {
  const lowerText = text.toLowerCase();
  return AGENT_PATTERNS.flatMap(({ ecosystem, name, ...pattern }) => {
    const version = patternFor(lowerText, pattern)?.exec(text)?.[1];
    return version === undefined ? [] : [{ ecosystem, name, version, range: null }];
  });
}

/** Versions that a text prints: user agents, pins, ranges, `pip list`, `openai@4`. */
export function readPackages(places: Places): readonly Found<PackageFact>[] {
  const found: Found<PackageFact>[] = [];
  const lowerText = places.text.toLowerCase();
  for (const { ecosystem, ...stored } of MENTION_PATTERNS) {
    const pattern = patternFor(lowerText, stored);
    for (const match of pattern === null ? [] : places.text.matchAll(pattern)) {
      // `As of openai>=1.0.0, …` is a sentence of the SDK, not a requirement of the project.
      const isSentence = /\b(?:as of|requires?|need|since|upgrade to|install)\s{1,3}$/i.test(
        places.text.slice(Math.max(0, match.index - 24), match.index),
      );
      if (!isSentence)
        found.push(places.found(packageFact(ecosystem, match[1] ?? '', match[2] ?? ''), match.index));
    }
  }
  for (const { ecosystem, name, ...stored } of AGENT_PATTERNS) {
    const match = patternFor(lowerText, stored)?.exec(places.text) ?? null;
    if (match === null) continue;
    found.push(places.found({ ecosystem, name, version: match[1] ?? null, range: null }, match.index));
  }
  return found;
}

function packageFact(ecosystem: Ecosystem, written: string, text: string): PackageFact {
  const name = ecosystem === 'pypi' ? written.toLowerCase().replace(/[-_.]{1,3}/g, '-') : written;
  const wanted = text.trim().replace(/[,\s]{1,4}$/, '');
  const exact = /^(?:==\s?)?v?(\d[\w.+-]*)$/.exec(wanted)?.[1] ?? null;
  return exact !== null && !exact.includes('*')
    ? { ecosystem, name, version: exact.replace(/\.$/, ''), range: null }
    : { ecosystem, name, version: null, range: wanted };
}

/** The ecosystem of a package by its name; `other` for a name of no SDK that matters. */
export function ecosystemOf(name: string): Ecosystem {
  if (name.startsWith('@')) return 'npm';
  if (name.startsWith('github.com/')) return 'go';
  if (name.includes(':')) return 'maven';
  const normal = name.toLowerCase().replace(/[-_.]{1,5}/g, '-');
  if (KNOWN.nuget.includes(name)) return 'nuget';
  if (KNOWN.pypi.includes(normal)) return 'pypi';
  return KNOWN.npm.includes(name) ? 'npm' : 'other';
}
