import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CAUSES, causeDocs, fillTemplate } from '../../../src/core/causes/causes.js';
import { CAUSE_CODES } from '../../../src/core/causes/codes.js';

describe('CAUSES', () => {
  it.each(CAUSE_CODES)('%s is told in full', (code) => {
    const { title, meaning, culprits, fix, neighbours, sources } = CAUSES[code];
    expect(title).toMatch(/^[A-Z/].{8,80}[^.]$/);
    expect(meaning.length).toBeGreaterThan(60);
    expect(meaning.endsWith('.')).toBe(true);
    expect(culprits.length).toBeGreaterThan(0);
    expect(fix.length).toBeGreaterThan(0);
    expect(neighbours.map((each) => each.code)).not.toContain(code);
    expect(neighbours.length).toBeGreaterThan(0);
    expect(sources.length).toBeGreaterThan(0);
  });

  it.each(CAUSE_CODES)('%s: every source has its day, or stands in a sentence that has', (code) => {
    expect(CAUSES[code].sources.filter((source) => !/20\d\d-\d\d/.test(source))).toEqual([]);
  });

  it.each(CAUSE_CODES)('%s: a fix without values has no braces left', (code) => {
    for (const step of CAUSES[code].fix) expect(fillTemplate(step)).not.toMatch(/\{[a-zA-Z]+\}/);
  });
});

describe('fillTemplate', () => {
  it.each([
    ['model = {deployment}', { deployment: 'chat' }, 'model = chat'],
    ['api-version={apiVersion}', {}, 'api-version=API_VERSION'],
    ['{resource} {constructor}', { resource: 'r' }, 'r CONSTRUCTOR'],
    ['default_headers={"api-key": key}', {}, 'default_headers={"api-key": key}'],
  ])('%s with %o', (template, values, text) => {
    expect(fillTemplate(template, values)).toBe(text);
  });
});

describe('the pages written from the tables', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));

  it('are up to date (node scripts/build-docs.mjs)', () => {
    expect(execFileSync('node', ['scripts/build-docs.mjs', '--check'], { cwd: root, encoding: 'utf8' })).toBe(
      '',
    );
  });

  it('have a place for every code', async () => {
    const { readFileSync } = await import('node:fs');
    const page = readFileSync(`${root}docs/causes.md`, 'utf8');
    for (const code of CAUSE_CODES) expect(page).toContain(`<a id="${causeDocs(code).split('#')[1]}"></a>`);
  });
});
