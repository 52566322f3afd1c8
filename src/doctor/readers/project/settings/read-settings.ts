import type { Files } from '../../../../context.js';
import type { Facts } from '../../../facts.js';
import type { ProjectBudget } from '../budget.js';
import { join, type ProjectFile } from '../walk.js';
import { readCompose } from './compose.js';
import { envFileRank, isEnvFile, readEnvFile } from './env-file.js';
import { readAppSettings, readLaunchSettings, readLocalSettings } from './json-settings.js';
import { parseJsonWithComments } from './json-with-comments.js';

type Reader = (text: string, file: string) => Promise<Partial<Facts>>;

const READERS: readonly (readonly [name: RegExp, read: Reader])[] = [
  [
    /^local\.settings\.json$/,
    async (text, file) => readLocalSettings(parseJsonWithComments(text), text, file),
  ],
  [
    /^appsettings(?:\.[\w-]{1,40})?\.json$/i,
    async (text, file) => readAppSettings(parseJsonWithComments(text), text, file),
  ],
  [
    /^launchSettings\.json$/i,
    async (text, file) => readLaunchSettings(parseJsonWithComments(text), text, file),
  ],
  [
    /^(?:docker-)?compose(?:[.-][\w-]{1,40})?\.ya?ml$/,
    async (text, file) => readCompose((await import('./yaml.js')).parseYaml(text), text, file),
  ],
];
const MOST_FILES = 100;

/** Variables of `.env` files (the one that wins first), then of .NET, Functions and compose settings. */
export async function readSettings(
  root: string,
  found: readonly ProjectFile[],
  files: Files,
  budget: ProjectBudget,
): Promise<readonly Partial<Facts>[]> {
  const env = found
    .filter((file) => isEnvFile(file.name))
    .toSorted((a, b) => depthOf(a) - depthOf(b) || envFileRank(a.name) - envFileRank(b.name));
  const read: Partial<Facts>[] = [];
  for (const file of env.slice(0, MOST_FILES)) {
    read.push(await readOne(root, file, files, budget, async (text, path) => readEnvFile(text, path)));
  }
  for (const file of found.slice(0, budget.entries)) {
    const reader = READERS.find(([name]) => name.test(file.name))?.[1];
    if (reader !== undefined && read.length < 2 * MOST_FILES)
      read.push(await readOne(root, file, files, budget, reader));
  }
  return read;
}

async function readOne(
  root: string,
  file: ProjectFile,
  files: Files,
  budget: ProjectBudget,
  reader: Reader,
): Promise<Partial<Facts>> {
  const content = await files.readTextBounded(join(root, file.path), budget.fileBytes).catch(() => null);
  if (content === null) return { gaps: [{ source: file.path, reason: 'it cannot be read' }] };
  if (content.isBinary) return { gaps: [{ source: file.path, reason: 'it is not text' }] };
  try {
    return await reader(content.text.replaceAll('\r\n', '\n'), file.path);
  } catch {
    return { gaps: [{ source: file.path, reason: 'it cannot be parsed' }] };
  }
}

function depthOf(file: ProjectFile): number {
  return file.path.split('/').length;
}
