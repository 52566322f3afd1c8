import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './paths.js';
import { createPlace } from './place.js';

const execute = promisify(execFile);

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

describe('the package', () => {
  const place = createPlace();
  const folder = join(place.home, 'someone');
  const env = {
    PATH: process.env.PATH,
    HOME: place.home,
    AIMI_CACHE_DIR: place.cache,
    AIMI_CONFIG_DIR: place.config,
    LANG: 'C.UTF-8',
    npm_config_cache: join(place.home, 'npm'),
    npm_config_update_notifier: 'false',
    npm_config_offline: 'true',
  };
  const npm = (program: 'npm' | 'npx', args: readonly string[], cwd: string) =>
    execute(program, [...args], { cwd, env, maxBuffer: 32 * 1024 * 1024 });
  const manifest: Record<string, unknown> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  let packed: Packed;

  beforeAll(async () => {
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', place.home];
    const { stdout } = await npm('npm', args, ROOT);
    const [first]: Packed[] = JSON.parse(stdout);
    if (first === undefined) throw new Error(`npm pack made nothing: ${stdout}`);
    packed = first;
  });

  it('holds what is needed to run and to read, and no more', () => {
    const paths = packed.files.map((file) => file.path);
    for (const path of [
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      'bin/aimi.js',
      'bin/package.json',
      'dist/main.cjs',
    ]) {
      expect(paths).toContain(path);
    }
    expect(paths).toContain('dist/NOTICE');
    expect(paths).toContain('dist/data/catalog.json');
    const foreign = paths.filter(
      (path) => !/^(bin|dist|completions|man)\/|^(package\.json|[A-Z]+(\.md)?)$/.test(path),
    );
    expect(foreign).toEqual([]);
    expect(paths.filter((path) => /\.(map|ts)$|\.tmp/.test(path))).toEqual([]);
  });

  it('is smaller than a megabyte and has nothing to install', () => {
    expect(packed.size).toBeLessThan(1_000_000);
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies']) {
      expect(manifest).not.toHaveProperty(kind);
    }
    for (const script of ['preinstall', 'install', 'postinstall']) {
      expect(manifest.scripts).not.toHaveProperty(script);
    }
  });

  it('names every package it contains, with its licence', () => {
    const notice = readFileSync(join(ROOT, 'dist', 'NOTICE'), 'utf8');
    for (const name of [
      'commander',
      '@azure/arm-cognitiveservices',
      '@azure/identity',
      'chalk',
      'ora',
      'cli-table3',
    ]) {
      expect(notice).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
    expect(notice).not.toContain('(see text)');
  });

  it('installed in an empty folder without a network, runs', async () => {
    mkdirSync(folder);
    await npm('npm', ['init', '-y'], folder);
    await npm('npm', ['install', join(place.home, packed.filename)], folder);
    const version = await npm('npx', ['aimi', '--version'], folder);
    expect(version.stdout).toBe(`${String(manifest.version)}\n`);
    const list = await npm('npx', ['aimi', 'models', 'list', '-o', 'json'], folder);
    expect(JSON.parse(list.stdout).length).toBeGreaterThan(50);
    const deploy = await npm('npx', ['aimi', 'accounts', 'list', '--sandbox', '-o', 'json'], folder);
    expect(JSON.parse(deploy.stdout)).toHaveLength(3);
  });
});
