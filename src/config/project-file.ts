import type { Files } from '../context.js';
import { type Place, pathRules } from './directories.js';

const PROJECT_FILE = '.aimi.yaml';

export interface FoundFile {
  readonly path: string;
  readonly text: string;
}

/** The nearest `.aimi.yaml` from the working directory up to the home directory or the root. */
export async function findProjectFile(
  place: Place,
  files: Pick<Files, 'readText'>,
): Promise<FoundFile | null> {
  const paths = candidates(place);
  const reads = await Promise.allSettled(paths.map((path) => files.readText(path)));
  for (const [index, read] of reads.entries()) {
    if (read.status === 'rejected') throw read.reason;
    if (read.value !== null) return { path: paths[index] ?? '', text: read.value };
  }
  return null;
}

function candidates({ cwd, homeDirectory, platform }: Place): string[] {
  const rules = pathRules(platform);
  const home = rules.resolve(homeDirectory);
  const paths: string[] = [];
  for (let folder = rules.resolve(cwd); ; folder = rules.dirname(folder)) {
    paths.push(rules.join(folder, PROJECT_FILE));
    if (folder === home || folder === rules.dirname(folder)) return paths;
  }
}
