import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { NODE_LINES, otherNode } from './other-nodes.js';
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
      'dist/complete.cjs',
      'completions/aimi.bash',
      'completions/_aimi',
      'completions/aimi.fish',
      'completions/aimi.ps1',
    ]) {
      expect(paths).toContain(path);
    }
    expect(paths).toContain('dist/NOTICE');
    expect(paths).toContain('dist/data/catalog.json');
    const foreign = paths.filter(
      (path) => !/^(bin|dist|completions|man|docs\/schemas)\/|^(package\.json|[A-Z]+(\.md)?)$/.test(path),
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

  describe('installed without a network', () => {
    const prefix = join(place.home, 'prefix');
    const everywhere = join(place.home, 'everywhere');
    const tarball = (): string => join(place.home, packed.filename);

    beforeAll(async () => {
      mkdirSync(prefix);
      await npm('npm', ['install', '--prefix', prefix, tarball()], prefix);
    }, 60_000);

    it('is one package of less than 5 MB', () => {
      const modules = join(prefix, 'node_modules');
      const packages = readdirSync(modules).filter((name) => !name.startsWith('.'));
      expect(packages).toEqual(['aimi']);
      expect(readdirSync(join(modules, 'aimi'))).not.toContain('node_modules');
      expect(sizeOf(join(modules, 'aimi'))).toBeLessThan(5_000_000);
    });

    it('runs in a project, through npx', async () => {
      mkdirSync(folder);
      await npm('npm', ['init', '-y'], folder);
      await npm('npm', ['install', tarball()], folder);
      const version = await npm('npx', ['aimi', '--version'], folder);
      expect(version.stdout).toBe(`${String(manifest.version)}\n`);
      const list = await npm('npx', ['aimi', 'accounts', 'list', '--sandbox', '-o', 'json'], folder);
      expect(JSON.parse(list.stdout)).toHaveLength(3);
    });

    it('runs from the tarball, through npx', async () => {
      const { stdout } = await npm('npx', ['--yes', '--package', tarball(), 'aimi', '--version'], place.home);
      expect(stdout).toBe(`${String(manifest.version)}\n`);
    });

    it('runs as a command of its own after npm install -g', async () => {
      mkdirSync(everywhere);
      await npm('npm', ['install', '-g', '--prefix', everywhere, tarball()], place.home);
      const PATH = [join(everywhere, 'bin'), everywhere, process.env.PATH].join(delimiter);
      const { stdout } = await execute('aimi', ['--version'], { cwd: place.home, env: { ...env, PATH } });
      expect(stdout).toBe(`${String(manifest.version)}\n`);
    });

    describe.each(NODE_LINES)('on Node %i', (line) => {
      it('does all its jobs, without a warning', { timeout: 240_000 }, async ({ skip }) => {
        const node = await otherNode(line);
        if ('missing' in node) return skip(node.missing);
        const own = createPlace();
        const aimi = (args: readonly string[]) => {
          const run = execute(join(prefix, 'node_modules', '.bin', 'aimi'), [...args], {
            cwd: own.home,
            env: {
              ...env,
              PATH: [dirname(node.path), process.env.PATH].join(delimiter),
              HOME: own.home,
              AIMI_CACHE_DIR: own.cache,
              AIMI_CONFIG_DIR: own.config,
            },
            maxBuffer: 32 * 1024 * 1024,
          });
          run.child.stdin?.end();
          // The doctor ends with 5 when it has found a cause.
          return run.catch((error: unknown) => {
            if (isVerdict(error)) return error;
            throw error;
          });
        };
        const said: Record<string, unknown> = {};
        const complaints: string[] = [];
        for (const [name, args] of Object.entries(JOBS)) {
          const { stdout, stderr } = await aimi(args);
          said[name] = args.includes('json') ? JSON.parse(stdout) : stdout;
          complaints.push(...stderr.split('\n').filter((text) => /warning|deprecat/i.test(text)));
        }
        expect(complaints).toEqual([]);
        expect(said).toMatchObject({
          version: `${String(manifest.version)}\n`,
          help: expect.stringContaining('Usage: aimi'),
          report: { aimi: manifest.version, node: node.version },
          models: expect.arrayContaining([expect.objectContaining({ name: 'gpt-4.1-mini' })]),
          estimate: { total: expect.stringMatching(/^[\d.]+$/) },
          doctor: { verdict: 'cause-found' },
          deployment: { action: 'created' },
          deployments: [expect.objectContaining({ name: 'gpt-4.1-mini', state: 'Succeeded' })],
        });
      });
    });
  });
});

const JOBS: Readonly<Record<string, readonly string[]>> = {
  version: ['--version'],
  help: ['--help'],
  report: ['version', '-o', 'json'],
  models: ['models', 'list', '-o', 'json'],
  estimate: ['cost', 'estimate', '--model', 'gpt-4.1-mini', '--input-tokens', '1M', '-o', 'json'],
  doctor: ['doctor', '--offline', '--error', 'DeploymentNotFound', '-o', 'json'],
  deployment: ['deploy', 'gpt-4.1-mini', '--sandbox', '--yes', '-o', 'json'],
  deployments: ['deployments', 'list', '--sandbox', '-o', 'json'],
};

function isVerdict(error: unknown): error is { readonly stdout: string; readonly stderr: string } {
  return error instanceof Error && 'code' in error && error.code === 5 && 'stdout' in error;
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
