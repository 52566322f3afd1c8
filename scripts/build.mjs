// Bundles src/main.ts into dist/. Every `import()` written in src/ becomes a file of its own that is loaded
// when (and only when) it is reached, because esbuild does not split CommonJS. The result has no runtime
// dependency; what was bundled is listed with its licence in dist/NOTICE.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const src = join(root, 'src');
const out = join(root, 'dist');
const staging = join(root, `dist.${process.pid}.tmp`);
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

/** src/commands/models/list.run.ts → commands-models-list.run; a package → vendor-<name>. */
function bundleName(path) {
  if (!path.startsWith(src + sep))
    throw new Error(`import() of ${path}: wrap a package in a file of src/ and import that`);
  return relative(src, path).replace(/\.ts$/, '').split(sep).join('-');
}

/** Packages that many bundles use get one file of their own, so that the package stays small. */
const SHARED = ['yaml', 'cli-table3', 'valibot', 'big.js', '@commander-js/extra-typings'];

/**
 * Files of src/ that nearly every bundle uses: the main bundle holds them for all, so that the package does not hold
 * them forty times.
 */
const BASE = [
  'error-codes.ts',
  'errors.ts',
  'exit-code.ts',
  'commands/account.ts',
  'commands/subscription.ts',
  'core/account-id.ts',
  'core/catalog/nearest.ts',
  'core/redact.ts',
  'core/text.ts',
  'render/clean-text.ts',
  'render/columns.ts',
  'render/stacked.ts',
  'render/width.ts',
  'render/wrap.ts',
].map((path) => join(src, ...path.split('/')));

/** @scope/name → vendor-scope-name.cjs */
const vendorName = (name) => `vendor-${name.replace('@', '').replace('/', '-')}`;

// A worker thread is started with a file, not with an import: its entry is named here.
const queue = [
  {
    name: 'main',
    path: [
      `export * from ${JSON.stringify(join(src, 'main.ts'))};`,
      ...BASE.map((path, place) => `export * as m${place} from ${JSON.stringify(path)};`),
    ].join('\n'),
    isText: true,
  },
  { name: 'usage-worker', path: join(src, 'usage', 'worker.ts') },
  ...SHARED.map((name) => ({
    name: vendorName(name),
    // A default import of a CommonJS bundle is the whole module, which only the CommonJS build of big.js is.
    path: name === 'big.js' ? join(root, 'node_modules', 'big.js', 'big.js') : name,
  })),
];
const seen = new Set(queue.map((entry) => entry.path));
const inputs = new Set();

/** Turns each `import()` in src/ into a require of that file's own bundle. */
const lazyBoundary = {
  name: 'lazy-boundary',
  setup(builder) {
    builder.onResolve({ filter: /.*/ }, async (args) => {
      if (args.kind !== 'dynamic-import' || !args.importer.startsWith(src + sep)) return undefined;
      const path = resolve(dirname(args.importer), args.path).replace(/\.js$/, '.ts');
      const name = bundleName(path);
      if (!seen.has(path)) {
        seen.add(path);
        queue.push({ name, path });
      }
      return { path: `./${name}.cjs`, external: true };
    });
  },
};

/** Turns an import of a shared package in src/ into a require of its file. */
const sharedVendors = {
  name: 'shared-vendors',
  setup(builder) {
    const filter = new RegExp(`^(?:${SHARED.map((name) => name.replace('.', '\\.')).join('|')})$`);
    builder.onResolve({ filter }, (args) =>
      args.importer.startsWith(src + sep)
        ? { path: `./${vendorName(args.path)}.cjs`, external: true }
        : undefined,
    );
  },
};

/** Turns an import of a file of `BASE` into a property of the main bundle, which is loaded already. */
const base = {
  name: 'base',
  setup(builder) {
    builder.onResolve({ filter: /^\.\.?\// }, (args) => {
      if (args.kind !== 'import-statement' || !args.importer.startsWith(src + sep)) return undefined;
      const path = resolve(dirname(args.importer), args.path).replace(/\.js$/, '.ts');
      return BASE.includes(path) ? { path, namespace: 'base', sideEffects: false } : undefined;
    });
    builder.onLoad({ filter: /.*/, namespace: 'base' }, ({ path }) => ({
      contents: `module.exports = require('./main.cjs').m${BASE.indexOf(path)};`,
    }));
    builder.onResolve({ filter: /.*/, namespace: 'base' }, ({ path }) => ({ path, external: true }));
  },
};

/** commander needs child processes for executable subcommands only; aimi has none, and loading them costs 3 ms at every start. */
const lazyChildProcess = {
  name: 'lazy-child-process',
  setup(builder) {
    builder.onLoad({ filter: /commander[\\/]lib[\\/]command\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const eager = "const childProcess = require('node:child_process');";
      if (!text.includes(eager)) throw new Error('commander no longer loads child_process as expected');
      return { contents: text.replace(eager, 'const childProcess = {};'), loader: 'js' };
    });
  },
};

await rm(staging, { recursive: true, force: true });
await mkdir(join(staging, 'data'), { recursive: true });
for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
  const result = await build({
    ...(next.isText === true
      ? { stdin: { contents: next.path, resolveDir: src, loader: 'ts' } }
      : { entryPoints: [next.path] }),
    outfile: join(staging, `${next.name}.cjs`),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    supported: { 'dynamic-import': false },
    define: { AIMI_VERSION: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' },
    plugins: [lazyBoundary, sharedVendors, lazyChildProcess, ...(next.name === 'main' ? [] : [base])],
  });
  for (const input of Object.keys(result.metafile.inputs)) inputs.add(input);
}
for (const file of await readdir(join(src, 'data'))) {
  if (file.endsWith('.json')) {
    const value = JSON.parse(await readFile(join(src, 'data', file), 'utf8'));
    await writeFile(join(staging, 'data', file), JSON.stringify(value));
  }
}
await writeFile(join(staging, 'data', 'topics.json'), JSON.stringify(await topics()));
await writeFile(join(staging, 'NOTICE'), await notice(inputs));
await rm(out, { recursive: true, force: true });
await rename(staging, out);

/** The pages of docs/ that `aimi help TOPIC` prints, read here so that a start does not have to. */
async function topics() {
  const { outputFiles } = await build({
    entryPoints: [join(src, 'core', 'topics', 'topic.ts')],
    bundle: true,
    write: false,
    format: 'esm',
  });
  const { parseTopic } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
  const found = [];
  for (const folder of ['docs', 'docs/topics']) {
    for (const file of await readdir(join(root, folder))) {
      if (!file.endsWith('.md')) continue;
      const topic = parseTopic(await readFile(join(root, folder, file), 'utf8'));
      if (topic !== null) found.push(topic);
    }
  }
  return found.sort((a, b) => (a.topic < b.topic ? -1 : 1));
}

/**
 * Name, version, licence, copyright and licence text of every package that a bundle contains. Packages whose texts
 * differ in nothing but line breaks and the copyright stand together above one text.
 */
async function notice(paths) {
  const folders = new Set();
  for (const path of paths) {
    const match = /^(.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path);
    if (match) folders.add(match[1]);
  }
  const groups = new Map();
  for (const folder of [...folders].sort()) {
    const info = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
    const file = (await readdir(join(root, folder))).find((name) => /^licen[cs]e/i.test(name));
    const text = file === undefined ? '' : await readFile(join(root, folder, file), 'utf8');
    const lines = text.trim().split(/\r?\n/);
    const isCopyright = (line) =>
      /^[\s*]*(?:copyright\b(?! notice| holder| owner| license)|\(c\))/i.test(line);
    const body = lines.filter((line) => !isCopyright(line)).join('\n');
    const key = body.replace(/\s+/g, ' ').trim();
    const group = groups.get(key) ?? { body: body.trim(), heads: [] };
    const owners = lines.filter(isCopyright).map((line) => `  ${line.trim()}`);
    group.heads.push([`${info.name} ${info.version} (${info.license ?? 'see text'})`, ...owners].join('\n'));
    groups.set(key, group);
  }
  const parts = [...groups.values()].map(({ heads, body }) => `${heads.join('\n')}\n\n${body}\n`);
  return ['aimi contains the following packages.\n', ...parts].join(`\n${'-'.repeat(78)}\n\n`);
}
