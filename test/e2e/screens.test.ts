import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WELCOME_EXAMPLES } from '../../src/render/welcome-view.js';
import { ROOT } from './paths.js';
import { createPlace } from './place.js';
import { openTerminal } from './terminal.js';

describe('the pictures of docs/images', () => {
  it('are what aimi prints: node scripts/build-screens.mjs renders them anew', () => {
    const checked = spawnSync(process.execPath, ['scripts/build-screens.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(checked.stderr).toBe('');
    expect(checked.status).toBe(0);
  });

  it('are one for each main screen, and small', () => {
    const folder = join(ROOT, 'docs', 'images');
    const names = readdirSync(folder);
    expect(names).toHaveLength(9);
    const page = readFileSync(join(ROOT, 'docs', 'screens.md'), 'utf8');
    expect(names.filter((name) => !page.includes(`(images/${name})`))).toEqual([]);
    for (const name of names) expect(statSync(join(folder, name)).size).toBeLessThan(15_000);
  });
});

describe('the first screen', () => {
  it('is ten lines on a terminal and on a pipe', async () => {
    const place = createPlace();
    const end = await openTerminal(place, '').ended();
    expect(end.text.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
    expect(end).toMatchObject({ exit: 0, tooWide: [] });
    const piped = await place.run('');
    expect(piped).toMatchObject({ exit: 0, stderr: '' });
    expect(piped.stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
    expect(piped.stdout).not.toContain('\u001b');
  });

  it.each(WELCOME_EXAMPLES)('%s can be run as it stands', async (line) => {
    const { exit, stdout } = await createPlace().run(line.replace('aimi ', ''));
    // In an empty folder the doctor has nothing to look at, and says so.
    expect({ exit, isEmpty: stdout === '' }).toEqual({
      exit: line === 'aimi doctor' ? 1 : 0,
      isEmpty: false,
    });
  });
});

describe('a terminal that shows links', () => {
  const LINK = /\u001b\]8;;https:\/\//;

  it.each([
    ['has them', 'explain quota.rate-limited', { FORCE_HYPERLINK: '1' }, true],
    ['has none without being known', 'explain quota.rate-limited', {}, false],
    ['has none with NO_COLOR', 'explain quota.rate-limited', { VTE_VERSION: '7600', NO_COLOR: '1' }, false],
    ['has none to resources of the sandbox', 'accounts list --sandbox', { FORCE_HYPERLINK: '1' }, false],
  ])('%s', async (_story, line, env, expected) => {
    const end = await openTerminal(createPlace(), line, { env }).ended();
    expect(end.exit).toBe(0);
    expect(LINK.test(end.raw)).toBe(expected);
  });

  it('has none in its pipes', async () => {
    const { stdout } = await createPlace().run('explain quota.rate-limited', {
      env: { FORCE_HYPERLINK: '1', FORCE_COLOR: '1', VTE_VERSION: '7600' },
    });
    expect(stdout).not.toContain('\u001b]8');
    expect(stdout).toContain('\u001b[');
  });
});

describe('a screen reader', () => {
  const env = { AIMI_SCREEN_READER: '1', NO_COLOR: '1' };

  it('hears lines in their order: no escape sequence, nothing written over', async () => {
    const place = createPlace();
    const deployed = await openTerminal(place, 'deploy gpt-4.1-mini --name chat --yes --sandbox', {
      env,
    }).ended();
    const listed = await openTerminal(place, 'deployments list --sandbox', { env }).ended();
    for (const end of [deployed, listed]) {
      expect(end.exit).toBe(0);
      expect(end.raw).not.toContain('\u001b');
      expect(end.raw.replaceAll('\r\n', '')).not.toContain('\r');
    }
    expect(deployed.text).toContain('\nCreating chat in contoso-ai...\nDone: Deployed gpt-4.1-mini');
    expect(listed.text).toContain(
      'Reading the deployments of contoso-ai...\nName: chat\nModel: gpt-4.1-mini\nVersion: 2025-04-14\n',
    );
  });

  it('hears of a refusal in words', async () => {
    const end = await openTerminal(createPlace(), 'models show nope', { env }).ended();
    expect(end.text).toMatch(/^Error: No model 'nope'.*\n {2}Hint: /m);
  });
});

describe('a terminal of 40 columns', () => {
  it.each([
    'models list',
    'models show gpt-4.1-mini',
    'deploy gpt-4.1-mini --dry-run --sandbox',
    'accounts list --sandbox',
    'explain 401',
  ])('holds %s', async (line) => {
    const end = await openTerminal(createPlace(), line, { columns: 40 }).ended();
    // Addresses and commands are never broken, so that they can be copied.
    const tooWide = end.tooWide.filter((text) => !/https:|\b(?:aimi|az) |docs\//.test(text));
    expect(tooWide).toEqual([]);
  });
});
