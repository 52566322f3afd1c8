import type { Files } from '../../../context.js';
import type { Facts, Language } from '../../facts.js';
import type { ProjectBudget } from './budget.js';
import { notebookCode } from './notebook.js';
import { languageOfFile } from './source/language.js';
import { readSourceText } from './source-text.js';
import { join, type ProjectFile } from './walk.js';

/** Without one of these nothing in a file can be about the services. */
const MENTIONS =
  /[oO]pen[aA][iI]|OPENAI|[aA]zure|AZURE|ai[-_.]inference|AIInference|cohere|[mM]istral|[aA]nthropic|ai21|AI21|litellm|api\.cognitive|\.models\.ai|models\.github/;
const CONFIG = /\.(?:ya?ml|toml|ini|cfg|properties|conf|json5?)$/i;
const NOT_CONFIG =
  /^(?:package|package-lock|tsconfig[\w.-]*|jsconfig|angular|nx|lerna|turbo|composer|biome|launchSettings|appsettings[\w.-]*|local\.settings|global|project\.assets|packages\.lock|openapi[\w.-]*|swagger[\w.-]*|.*-lock|.*\.schema)\.(?:json|ya?ml)$|^(?:docker-)?compose|^environment[\w.-]*\.ya?ml$|^pyproject\.toml$|^libs\.versions\.toml$|^setup\.cfg$|^\.?pre-commit|^mkdocs|^dependabot/i;
const SMALL_CONFIG_BYTES = 64 * 1024;
const MINIFIED = /\.min\.[cm]?js$|\.bundle\.js$|\.d\.[cm]?ts$/;

export interface SourcesRead {
  readonly facts: readonly Partial<Facts>[];
  readonly filesOpened: number;
  /** Source files that the budget left closed. */
  readonly filesLeft: number;
}

export async function readSources(
  root: string,
  found: readonly ProjectFile[],
  files: Files,
  budget: ProjectBudget,
): Promise<SourcesRead> {
  const candidates = found.filter((file) => !file.isIgnored && isSource(file.name));
  const facts: Partial<Facts>[] = [];
  let bytes = 0;
  let opened = 0;
  for (const file of candidates) {
    if (opened >= budget.sourceFiles || bytes >= budget.totalBytes) break;
    opened += 1;
    const language = languageOfFile(file.path);
    const limit = language === null ? SMALL_CONFIG_BYTES : budget.fileBytes;
    const content = await files.readTextBounded(join(root, file.path), limit).catch(() => null);
    if (content === null) continue;
    bytes += content.bytesRead;
    if (content.isBinary || !MENTIONS.test(content.text)) continue;
    facts.push(readOne(content.text, language, file.path));
    if (content.isCut)
      facts.push({ gaps: [{ source: file.path, reason: `only its first ${limit / 1024} KiB were read` }] });
  }
  return { facts, filesOpened: opened, filesLeft: candidates.length - opened };
}

function readOne(text: string, language: Language | null, path: string): Partial<Facts> {
  const code = path.endsWith('.ipynb') ? notebookCode(text) : text;
  const where = {
    kind: language === null ? ('config' as const) : ('source' as const),
    label: path,
    file: path,
  };
  // What a file is written in says little of the project: one script of another language is not its language.
  const { language: _language, ...facts } = readSourceText(
    code,
    language ?? (CONFIG.test(path) ? 'other' : null),
    where,
  );
  return facts;
}

function isSource(name: string): boolean {
  if (languageOfFile(name) !== null) return !MINIFIED.test(name);
  return CONFIG.test(name) && !NOT_CONFIG.test(name) && !name.endsWith('.lock');
}
