// Bundles src/main.ts into dist/. Every `import()` written in src/ becomes a file of its own that is loaded
// when (and only when) it is reached, because esbuild does not split CommonJS. The result has no runtime
// dependency; what was bundled is listed with its licence in dist/NOTICE.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { completionWords, sdkVersions, topics, usedOfValibot } from './build/generated.mjs';
import { notice } from './build/notice.mjs';
import {
  lazyBoundary,
  lazyChildProcess,
  precomputed,
  SHARED,
  sharedSources,
  sharedVendors,
  vendorName,
} from './build/plugins.mjs';
import { ALONE, planSharedFiles, QUICK } from './build/shared-code.mjs';

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

const valibot = await usedOfValibot(src);

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

/** The file of what `import()` names; met for the first time, it becomes an entry. */
function found(path) {
  const name = bundleName(path);
  if (!known.has(path)) {
    known.add(path);
    entries.push({ name, path });
  }
  return name;
}

const plugins = [lazyBoundary(src, found), sharedVendors(src), lazyChildProcess, precomputed];
const options = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  charset: 'ascii',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  supported: { 'dynamic-import': false },
  define: {
    AIMI_VERSION: JSON.stringify(version),
    AIMI_SDKS: JSON.stringify(await sdkVersions(root)),
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
      plugins,
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
const inMain = new Map([...sharedFiles].filter(([, file]) => file === 'main'));
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
const content = createHash('sha256');
for (const output of outputs) content.update(await bundle(output));
// Loads all others, and is the only one that knows what they contain.
const loader = join(src, 'compile-cache', 'loader.ts');
await bundle(
  { name: 'compile-cache', source: { entryPoints: [loader] }, holds: null },
  { AIMI_BUILD: JSON.stringify(content.digest('hex').slice(0, 16)) },
);
for (const file of await readdir(join(src, 'data'))) {
  if (file.endsWith('.json')) {
    const value = JSON.parse(await readFile(join(src, 'data', file), 'utf8'));
    await writeFile(join(staging, 'data', file), JSON.stringify(value));
  }
}
await writeFile(join(staging, 'data', 'topics.json'), JSON.stringify(await topics(root)));
await writeFile(join(staging, 'data', 'completion-words.json'), JSON.stringify(await completionWords(root)));
await writeFile(join(staging, 'NOTICE'), await notice(root, inputs));
await rm(out, { recursive: true, force: true });
await rename(staging, out);

/** Writes one bundle and answers its text. `holds: null`: it keeps copies of what others share. */
async function bundle({ name, source, holds }, define = {}) {
  const { metafile, outputFiles } = await build({
    ...options,
    ...source,
    define: { ...options.define, ...define },
    outfile: join(staging, `${name}.cjs`),
    write: false,
    plugins:
      holds === null
        ? plugins
        : [sharedSources(QUICK.includes(name) ? inMain : sharedFiles, holds), ...plugins],
  });
  for (const input of Object.keys(metafile.inputs)) inputs.add(input);
  const text = inAscii(outputFiles[0].text);
  await writeFile(join(staging, `${name}.cjs`), text);
  return text;
}

/**
 * V8 keeps a text that is ASCII throughout in half the memory. esbuild escapes everything but the characters of
 * regular expressions, where the escape means the same.
 */
function inAscii(text) {
  const asEscape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return text.replace(/[^\0-\x7f]/g, asEscape);
}
