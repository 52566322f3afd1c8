import { posix } from 'node:path';
import { readSource } from './imports.js';

/** Packages that compute and nothing else. */
const PURE_PACKAGES: ReadonlySet<string> = new Set(['big.js', 'jmespath', 'semver', 'valibot']);
/** Contracts at the top of src that core may know. */
const CORE_CONTRACTS: ReadonlySet<string> = new Set(['errors.ts', 'error-codes.ts', 'exit-code.ts']);
/** Adapters and their neighbours, who may know each other's types and nothing more. */
const SIDE_BY_SIDE: ReadonlySet<string> = new Set(['azure', 'io', 'render', 'config']);
/** The look of the output is a contract, not code of render: io chooses among its symbol sets. */
const SHARED: ReadonlySet<string> = new Set(['render/theme.ts']);

/** The layering that the linter cannot say. `files`: path below src to text. Gives `file:import: reason`. */
export function layeringViolations(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    const { imports, namesProcess } = readSource(path, text);
    const wrong = imports.flatMap(({ specifier, isTypeOnly }) => {
      const reason = refuse(path, specifier, isTypeOnly);
      return reason === null ? [] : [`${path}:${specifier}: ${reason}`];
    });
    const hasProcess = namesProcess || imports.some(({ specifier }) => /^(?:node:)?process$/.test(specifier));
    return hasProcess && path !== 'main.ts' ? [...wrong, `${path}:process: only main.ts names it`] : wrong;
  });
}

function refuse(path: string, specifier: string, isTypeOnly: boolean): string | null {
  const layer = layerOf(path);
  const target = specifier.startsWith('.')
    ? posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts')
    : null;
  if (target === null) {
    if (layer !== 'core' || PURE_PACKAGES.has(packageOf(specifier))) return null;
    return 'core takes pure packages only';
  }
  const other = layerOf(target);
  if (layer === 'core') {
    const isFine = other === 'core' || other === 'data' || CORE_CONTRACTS.has(target);
    return isFine ? null : 'core knows core, data and the error contracts only';
  }
  if (layer === 'commands' && (other === 'azure' || other === 'io')) {
    return 'commands reach the outside through the Session';
  }
  const isNeighbour = layer !== other && SIDE_BY_SIDE.has(layer) && SIDE_BY_SIDE.has(other);
  return isNeighbour && !isTypeOnly && !SHARED.has(target) ? `${layer} takes only types from ${other}` : null;
}

function layerOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
