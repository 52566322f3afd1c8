// Which files of src/ several bundles contain, put together into shared files: written once instead of in
// each, they make the package a fifth smaller. esbuild splits ES modules only, and those start slower.
import { build } from 'esbuild';

/** What loading one more file costs, as bytes of code that can be read in that time (measured: a millisecond). */
const FILE_COSTS_BYTES = 50_000;
/** Less than this saved in all bundles together is not worth a file. */
const WORTH_BYTES = 30_000;
/** What so many bundles contain goes into main, which every command has loaded already. */
const EVERYWHERE_BUNDLES = 8;
/** Run without main, in a thread of their own or instead of it: they keep their copies. */
export const ALONE = ['usage-worker', 'complete'];
/** Have to start within a budget: they use what is in main, and keep copies of the rest. */
export const QUICK = ['commands-cost-estimate.run', 'commands-models-list.run', 'commands-doctor-doctor.run'];

/**
 * Groups of source files, each to become one file; the group `main` goes into the bundle of that name.
 * `contents`: what each bundle contains, as `{ bundle, inputs: { path: { bytesInOutput } } }`, in build order.
 * `graph`: path → the files that it imports, and what it loads that is not bundled (packages, parts of Node).
 */
export async function planSharedFiles(contents, graph) {
  const { sizes, users } = weigh(contents);
  const shared = [...users]
    .filter(([path, bundles]) => path.startsWith('src/') && bundles.size > 1)
    .map(([path]) => path)
    .sort();
  const exported = await readExports(shared);
  const closureOf = remembering((path) => reach(path, graph));
  const loadsOf = remembering((path) => [...closureOf(path)].flatMap((file) => graph.get(file)?.loads ?? []));
  const loadedBy = new Map(
    contents.map(({ bundle, inputs }) => [bundle, new Set(Object.keys(inputs).flatMap(loadsOf))]),
  );
  /** A shared file is loaded whole: nobody may come to load by it what he did not need before. */
  const isHarmless = (paths, bundles) => {
    const loads = paths.flatMap(loadsOf);
    return [...bundles].every((bundle) => loads.every((load) => loadedBy.get(bundle).has(load)));
  };

  const isEverywhere = (path) =>
    (users.get(path)?.has('main') || users.get(path)?.size >= EVERYWHERE_BUNDLES) &&
    isHarmless([path], ['main']);
  const base = { paths: [], bundles: new Set(['main']), bytes: 0 };
  for (const path of shared) {
    const isBase = [...closureOf(path)].every((file) => isEverywhere(file));
    if (isBase && areDistinct([...base.paths, path], exported)) base.paths.push(path);
  }

  const byUsers = new Map();
  for (const path of shared.filter((path) => !base.paths.includes(path))) {
    const bundles = new Set([...users.get(path)].filter((bundle) => !QUICK.includes(bundle)));
    const key = [...bundles].sort().join(' ');
    const group = byUsers.get(key) ?? { paths: [], bundles, bytes: 0 };
    if (!areDistinct([...group.paths, path], exported)) continue;
    byUsers.set(key, { ...group, paths: [...group.paths, path], bytes: group.bytes + sizes.get(path) });
  }
  const mayBe = ({ paths, bundles }) => areDistinct(paths, exported) && isHarmless(paths, bundles);
  const worth = mergeGroups([...byUsers.values()], mayBe, graph).filter(
    (group) => group.bytes * (group.bundles.size - 1) >= WORTH_BYTES,
  );
  return [{ name: 'main', paths: base.paths }, ...worth.map((group) => named(group, sizes))];
}

/** The largest size of each file, and the bundles that contain it. */
function weigh(contents) {
  const sizes = new Map();
  const users = new Map();
  for (const { bundle, inputs } of contents.filter((content) => !ALONE.includes(content.bundle))) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      sizes.set(path, Math.max(sizes.get(path) ?? 0, bytesInOutput));
      users.set(path, (users.get(path) ?? new Set()).add(bundle));
    }
  }
  return { sizes, users };
}

function remembering(work) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, work(key));
    return known.get(key);
  };
}

/** A file and all that it imports, near and far. */
function reach(path, graph) {
  const found = new Set([path]);
  for (const next of found) for (const file of graph.get(next)?.files ?? []) found.add(file);
  return found;
}

/** Puts two groups together as long as that saves more file loads than it makes others read code in vain. */
function mergeGroups(groups, mayBe, graph) {
  let current = groups;
  for (;;) {
    let best = null;
    for (const [index, left] of current.entries()) {
      for (const right of current.slice(index + 1)) {
        const gain = gainOf(left, right);
        if (gain <= (best?.gain ?? 0)) continue;
        const together = {
          paths: [...left.paths, ...right.paths],
          bundles: new Set([...left.bundles, ...right.bundles]),
          bytes: left.bytes + right.bytes,
        };
        const next = [...current.filter((group) => group !== left && group !== right), together];
        if (mayBe(together) && !hasCycle(next, graph)) best = { gain, next };
      }
    }
    if (best === null) return current;
    current = best.next;
  }
}

function gainOf(left, right) {
  let gain = 0;
  for (const bundle of left.bundles) gain += right.bundles.has(bundle) ? FILE_COSTS_BYTES : -right.bytes;
  for (const bundle of right.bundles) gain -= left.bundles.has(bundle) ? 0 : left.bytes;
  return gain;
}

/** Two shared files that need each other while they load would see each other half made. */
function hasCycle(groups, graph) {
  const owner = new Map(groups.flatMap((group) => group.paths.map((path) => [path, group])));
  const needed = (group) => {
    const own = new Set(group.paths);
    for (const path of own) {
      for (const file of graph.get(path)?.files ?? [])
        if ((owner.get(file) ?? group) === group) own.add(file);
    }
    const others = [...own].flatMap((path) => graph.get(path)?.files ?? []).map((file) => owner.get(file));
    return new Set(others.filter((other) => other !== undefined && other !== group));
  };
  const open = new Set();
  const done = new Set();
  const visit = (group) => {
    if (done.has(group)) return false;
    if (open.has(group)) return true;
    open.add(group);
    for (const next of needed(group)) if (visit(next)) return true;
    done.add(group);
    return false;
  };
  return groups.some(visit);
}

/** The largest file gives the name. */
function named({ paths }, sizes) {
  const [largest = ''] = [...paths].sort((left, right) => sizes.get(right) - sizes.get(left));
  const words = largest
    .replace(/^src\//, '')
    .replace(/\.ts$/, '')
    .split('/');
  return { name: `shared-${words.join('-')}`, paths: [...paths].sort() };
}

/** What each file exports. A shared file exports it all, so that two of one name would both be lost. */
async function readExports(paths) {
  const { metafile } = await build({
    entryPoints: paths,
    bundle: false,
    format: 'esm',
    write: false,
    metafile: true,
    outdir: 'unwritten',
  });
  return new Map(Object.values(metafile.outputs).map((output) => [output.entryPoint, output.exports]));
}

function areDistinct(paths, exported) {
  const names = paths.flatMap((path) => exported.get(path) ?? []);
  return new Set(names).size === names.length;
}
