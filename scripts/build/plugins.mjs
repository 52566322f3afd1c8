import { readFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { importSource } from '../import-source.mjs';

/** Packages that many bundles use get one file of their own, so that the package stays small. */
export const SHARED = ['yaml', 'cli-table3', 'valibot', 'big.js', '@commander-js/extra-typings'];

/** @scope/name → vendor-scope-name.cjs */
export const vendorName = (name) => `vendor-${name.replace('@', '').replace('/', '-')}`;

/** Turns each `import()` in src/ into a require of that file's own bundle. */
export const lazyBoundary = (src, found) => ({
  name: 'lazy-boundary',
  setup(builder) {
    builder.onResolve({ filter: /.*/ }, async (args) => {
      if (args.kind !== 'dynamic-import' || !args.importer.startsWith(src + sep)) return undefined;
      const path = resolve(dirname(args.importer), args.path).replace(/\.js$/, '.ts');
      return { path: `./${found(path)}.cjs`, external: true };
    });
  },
});

/** Turns an import of a shared package in src/ into a require of its file. */
export const sharedVendors = (src) => ({
  name: 'shared-vendors',
  setup(builder) {
    const filter = new RegExp(`^(?:${SHARED.map((name) => name.replace('.', '\\.')).join('|')})$`);
    builder.onResolve({ filter }, (args) =>
      args.importer.startsWith(src + sep)
        ? { path: `./${vendorName(args.path)}.cjs`, external: true }
        : undefined,
    );
  },
});

/** Turns an import of a file that several bundles need into a require of the shared file that holds it. */
export const sharedSources = (sharedFiles, holds) => ({
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
export const lazyChildProcess = {
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
export const precomputed = {
  name: 'precomputed',
  setup(builder) {
    builder.onLoad({ filter: /\.precomputed\.ts$/ }, async ({ path }) => {
      const lines = Object.entries(await importSource(path)).map(([name, value]) => {
        const text = JSON.stringify(value);
        if (!isDeepStrictEqual(JSON.parse(text), value)) throw new Error(`${path}: ${name} is no JSON`);
        return `export const ${name} = ${text};`;
      });
      return { contents: lines.join('\n'), loader: 'js' };
    });
  },
};
