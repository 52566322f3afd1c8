// Lets a script use what TypeScript of src/ exports.
import { createRequire } from 'node:module';
import { build } from 'esbuild';

/** The work of commands, with all that it brings, is never done here. */
const withoutWork = {
  name: 'without-work',
  setup(builder) {
    builder.onResolve({ filter: /\.run\.js$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** The exports of a TypeScript file (a path), or of a text with `export … from` (`{ contents, resolveDir }`). */
export async function importSource(source) {
  const { outputFiles } = await build({
    ...(typeof source === 'string' ? { entryPoints: [source] } : { stdin: { loader: 'ts', ...source } }),
    bundle: true,
    write: false,
    platform: 'node',
    // commander is CommonJS and requires parts of Node, which a bundle in the form of an ES module cannot.
    format: 'cjs',
    logLevel: 'error',
    plugins: [withoutWork],
  });
  const module = { exports: {} };
  const run = new Function('module', 'exports', 'require', outputFiles[0].text);
  run(module, module.exports, createRequire(import.meta.url));
  return module.exports;
}
