// Bundles src/main.ts into dist/. Every `import()` written in src/ becomes a file of its own that is loaded
// when (and only when) it is reached, because esbuild does not split CommonJS. The result has no runtime
// dependency; what was bundled is listed with its licence in dist/NOTICE.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ALONE, planSharedFiles } from './shared-code.mjs';

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

/** Packages whose versions `aimi version` names: where a defect of aimi may lie in one of them. */
const NAMED = [
  '@azure/arm-cognitiveservices',
  '@azure/core-client',
  '@azure/core-rest-pipeline',
  '@azure/identity',
  '@azure/msal-node',
  '@inquirer/prompts',
  'commander',
  'ora',
  'valibot',
  'yaml',
];

async function sdkVersions() {
  const rows = NAMED.map(async (name) => {
    const info = await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8');
    return [name, JSON.parse(info).version];
  });
  return Object.fromEntries(await Promise.all(rows));
}

/** Packages that many bundles use get one file of their own, so that the package stays small. */
const SHARED = ['yaml', 'cli-table3', 'valibot', 'big.js', '@commander-js/extra-typings'];

/** @scope/name → vendor-scope-name.cjs */
const vendorName = (name) => `vendor-${name.replace('@', '').replace('/', '-')}`;

const valibot = await usedOfValibot();

// A worker thread is started with a file, not with an import: its entry is named here.
const entries = [
  { name: 'main', path: join(src, 'main.ts') },
  { name: 'usage-worker', path: join(src, 'usage', 'worker.ts') },
  // `aimi __complete` has no time for the rest; bin/aimi.js loads it instead of main.
  { name: 'complete', path: join(src, 'completion', 'complete.ts') },
  ...SHARED.map((name) => ({
    name: vendorName(name),
    ...(name === 'valibot' && { contents: valibot }),
    // A default import of a CommonJS bundle is the whole module, which only the CommonJS build of big.js is.
    path: name === 'big.js' ? join(root, 'node_modules', 'big.js', 'big.js') : name,
  })),
];
const known = new Set(entries.map((entry) => entry.path));
/** Source file → the shared file that holds it; known after the first of the two passes. */
const sharedFiles = new Map();

/** Turns each `import()` in src/ into a require of that file's own bundle. */
const lazyBoundary = {
  name: 'lazy-boundary',
  setup(builder) {
    builder.onResolve({ filter: /.*/ }, async (args) => {
      if (args.kind !== 'dynamic-import' || !args.importer.startsWith(src + sep)) return undefined;
      const path = resolve(dirname(args.importer), args.path).replace(/\.js$/, '.ts');
      const name = bundleName(path);
      if (!known.has(path)) {
        known.add(path);
        entries.push({ name, path });
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

/** Turns an import of a file that several bundles need into a require of the shared file that holds it. */
const sharedSources = (holds) => ({
  name: 'shared-sources',
  setup(builder) {
    builder.onResolve({ filter: /^\./ }, (args) => {
      if (args.kind === 'dynamic-import' || args.kind === 'entry-point') return undefined;
      const path = resolve(args.resolveDir, args.path).replace(/\.js$/, '.ts');
      const file = holds.has(path) ? undefined : sharedFiles.get(path);
      return file === undefined ? undefined : { path: `./${file}.cjs`, external: true };
    });
  },
});

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

const options = {
  absWorkingDir: root,
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
  define: {
    AIMI_VERSION: JSON.stringify(version),
    AIMI_SDKS: JSON.stringify(await sdkVersions()),
    'process.env.NODE_ENV': '"production"',
  },
};

/** Every entry as a bundle of its own; more entries are found on the way. Nothing is written. */
async function lookThrough() {
  const contents = [];
  const graph = new Map();
  for (const { name, path } of entries) {
    // A package has a file of its own already.
    if (name.startsWith('vendor-')) continue;
    const { metafile } = await build({
      ...options,
      entryPoints: [path],
      outfile: join(staging, `${name}.cjs`),
      write: false,
      plugins: [lazyBoundary, sharedVendors, lazyChildProcess],
    });
    contents.push({ bundle: name, inputs: Object.values(metafile.outputs)[0].inputs });
    for (const [input, { imports }] of Object.entries(metafile.inputs)) {
      const atOnce = imports.filter(({ kind }) => kind !== 'dynamic-import');
      graph.set(input, {
        files: atOnce.filter(({ external }) => external !== true).map((imported) => imported.path),
        loads: atOnce.filter(({ external }) => external === true).map((imported) => imported.path),
      });
    }
  }
  return { contents, graph };
}

/** A file that exports all of `paths` and holds them. */
const gathering = (name, paths) => ({
  name,
  source: {
    stdin: {
      contents: paths.map((path) => `export * from './${path}';`).join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
  },
  holds: new Set(paths.map((path) => resolve(root, path))),
});

const { contents, graph } = await lookThrough();
const groups = await planSharedFiles(contents, graph);
for (const { name, paths } of groups) for (const path of paths) sharedFiles.set(resolve(root, path), name);
const own = new Map(groups.map((group) => [group.name, group.paths]));
const outputs = [
  ...groups.filter(({ name }) => name !== 'main').map(({ name, paths }) => gathering(name, paths)),
  ...entries.map(({ name, path, contents: code }) => {
    if (code !== undefined) {
      return { name, source: { stdin: { contents: code, resolveDir: root } }, holds: new Set() };
    }
    const entry = relative(root, path).split(sep).join('/');
    if (name === 'main') return gathering(name, [entry, ...(own.get(name) ?? [])]);
    if (sharedFiles.has(path)) return { ...gathering(name, [entry]), holds: new Set() };
    return { name, source: { entryPoints: [path] }, holds: ALONE.includes(name) ? null : new Set() };
  }),
];

await rm(staging, { recursive: true, force: true });
await mkdir(join(staging, 'data'), { recursive: true });
const inputs = new Set();
for (const { name, source, holds } of outputs) {
  const { metafile } = await build({
    ...options,
    ...source,
    outfile: join(staging, `${name}.cjs`),
    plugins: [
      lazyBoundary,
      ...(holds === null ? [] : [sharedSources(holds)]),
      sharedVendors,
      lazyChildProcess,
    ],
  });
  for (const input of Object.keys(metafile.inputs)) inputs.add(input);
}
for (const file of await readdir(join(src, 'data'))) {
  if (file.endsWith('.json')) {
    const value = JSON.parse(await readFile(join(src, 'data', file), 'utf8'));
    await writeFile(join(staging, 'data', file), JSON.stringify(value));
  }
}
await writeFile(join(staging, 'data', 'topics.json'), JSON.stringify(await topics()));
await writeFile(join(staging, 'data', 'completion-words.json'), JSON.stringify(await completionWords()));
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

/** Codes and names that stand in tables too large to load on every Tab. */
async function completionWords() {
  const { outputFiles } = await build({
    entryPoints: [join(src, 'completion', 'words.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  const encoded = Buffer.from(outputFiles[0].text).toString('base64');
  return (await import(`data:text/javascript;base64,${encoded}`)).completionWords();
}

/** valibot takes itself apart well: what src/ does not name stays out, which is four fifths of it. */
async function usedOfValibot() {
  const exported = Object.keys(await import('valibot'));
  const used = new Set();
  for (const entry of await readdir(src, { recursive: true })) {
    if (!entry.endsWith('.ts')) continue;
    const text = await readFile(join(src, entry), 'utf8');
    if (!text.includes("from 'valibot'")) continue;
    if (!text.includes("import * as v from 'valibot'")) throw new Error(`${entry}: import valibot as v`);
    for (const [, name] of text.matchAll(/\bv\.(\w+)/g)) used.add(name);
  }
  const names = exported.filter((name) => used.has(name));
  return `export { ${names.join(', ')} } from 'valibot';`;
}

/**
 * Name, version, licence and copyright of every package that a bundle contains. A licence text stands once,
 * below all packages that come under it: most differ in nothing but the copyright line.
 */
async function notice(paths) {
  const folders = new Set();
  for (const path of paths) {
    const match = /^(.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path);
    if (match) folders.add(match[1]);
  }
  const licences = new Map();
  for (const folder of [...folders].sort()) {
    const info = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
    const file = (await readdir(join(root, folder))).find((name) => /^licen[cs]e/i.test(name));
    const text = file === undefined ? '' : await readFile(join(root, folder, file), 'utf8');
    const lines = text.trim().split(/\r?\n/);
    const isOwn = (line) => /^\s*(?:copyright\b|\(c\)|©)/i.test(line);
    const isTitle = (line) => /^\W*(?:the )?(?:mit|isc|bsd).{0,24}licen[cs]e\W*(?:\(mit\))?\W*$/i.test(line);
    const body = lines
      .filter((line) => !isOwn(line) && !isTitle(line))
      .join('\n')
      .trim();
    const key = body.replace(/[\s"'*]+/g, ' ').toLowerCase();
    const licence = licences.get(key) ?? { body, packages: [] };
    const owners = lines.filter(isOwn).map((line) => `    ${line.trim()}\n`);
    licence.packages.push(`${info.name} ${info.version} (${info.license ?? 'see text'})\n${owners.join('')}`);
    licences.set(key, licence);
  }
  const parts = [...licences.values()].map(({ body, packages }) => `${packages.join('')}\n${body}\n`);
  return ['aimi contains the following packages.\n', ...parts].join(`\n${'-'.repeat(78)}\n\n`);
}
