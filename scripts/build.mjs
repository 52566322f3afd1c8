// Bundles src/main.ts into dist/. Every `import()` written in src/ becomes a file of its own that is loaded
// when (and only when) it is reached, because esbuild does not split CommonJS. The result has no runtime
// dependency; what was bundled is listed with its licence in dist/NOTICE.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
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

/** @scope/name → vendor-scope-name.cjs */
const vendorName = (name) => `vendor-${name.replace('@', '').replace('/', '-')}`;

// A worker thread is started with a file, not with an import: its entry is named here.
const queue = [
  { name: 'main', path: join(src, 'main.ts') },
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

/** What a `*.precomputed.ts` exports is worked out here and stands in the bundle as data. */
const precomputed = {
  name: 'precomputed',
  setup(builder) {
    builder.onLoad({ filter: /\.precomputed\.ts$/ }, async ({ path }) => {
      const options = { entryPoints: [path], bundle: true, format: 'esm', write: false };
      const { outputFiles } = await build(options);
      const code = Buffer.from(outputFiles[0].contents).toString('base64');
      const values = await import(`data:text/javascript;base64,${code}`);
      const lines = Object.entries(values).map(([name, value]) => {
        const text = JSON.stringify(value);
        if (!isDeepStrictEqual(JSON.parse(text), value)) throw new Error(`${path}: ${name} is no JSON`);
        return `export const ${name} = ${text};`;
      });
      return { contents: lines.join('\n'), loader: 'js' };
    });
  },
};

await rm(staging, { recursive: true, force: true });
await mkdir(join(staging, 'data'), { recursive: true });
const content = createHash('sha256');
for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
  await bundle(next);
  content.update(await readFile(join(staging, `${next.name}.cjs`)));
}
// Loads all others, and is the only one that knows what they contain.
await bundle(
  { name: 'compile-cache', path: join(src, 'compile-cache', 'loader.ts') },
  { AIMI_BUILD: JSON.stringify(content.digest('hex').slice(0, 16)) },
);

for (const file of await readdir(join(src, 'data'))) {
  if (file.endsWith('.json')) {
    const value = JSON.parse(await readFile(join(src, 'data', file), 'utf8'));
    await writeFile(join(staging, 'data', file), JSON.stringify(value));
  }
}
await writeFile(join(staging, 'NOTICE'), await notice(inputs));
await rm(out, { recursive: true, force: true });
await rename(staging, out);

async function bundle({ name, path }, define = {}) {
  const result = await build({
    entryPoints: [path],
    outfile: join(staging, `${name}.cjs`),
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
    define: { AIMI_VERSION: JSON.stringify(version), 'process.env.NODE_ENV': '"production"', ...define },
    plugins: [lazyBoundary, sharedVendors, lazyChildProcess, precomputed],
  });
  for (const input of Object.keys(result.metafile.inputs)) inputs.add(input);
  await keepAscii(join(staging, `${name}.cjs`));
}

/**
 * V8 keeps a text that is ASCII throughout in half the memory. esbuild escapes everything but the characters of
 * regular expressions, where the escape means the same.
 */
async function keepAscii(path) {
  const asEscape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  await writeFile(path, (await readFile(path, 'utf8')).replace(/[^\0-\x7f]/g, asEscape));
}

/** Name, version, licence and licence text of every package that a bundle contains. */
async function notice(paths) {
  const packages = new Map();
  for (const path of paths) {
    const match = /^(.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path);
    if (match) packages.set(match[1], null);
  }
  const parts = ['aimi contains the following packages.\n'];
  for (const folder of [...packages.keys()].sort()) {
    const info = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
    const file = (await readdir(join(root, folder))).find((name) => /^licen[cs]e/i.test(name));
    const text = file === undefined ? '' : await readFile(join(root, folder, file), 'utf8');
    parts.push(`${info.name} ${info.version} (${info.license ?? 'see text'})\n\n${text.trim()}\n`);
  }
  return parts.join(`\n${'-'.repeat(78)}\n\n`);
}
