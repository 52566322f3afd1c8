// What the build works out of src/ and docs/, so that no start has to.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importSource } from '../import-source.mjs';

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

export async function sdkVersions(root) {
  const rows = NAMED.map(async (name) => {
    const info = await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8');
    return [name, JSON.parse(info).version];
  });
  return Object.fromEntries(await Promise.all(rows));
}

/** The pages of docs/ that `aimi help TOPIC` prints. */
export async function topics(root) {
  const { parseTopic } = await importSource(join(root, 'src', 'core', 'topics', 'topic.ts'));
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
export async function completionWords(root) {
  return (await importSource(join(root, 'src', 'completion', 'words.ts'))).completionWords();
}

/** valibot takes itself apart well: what src/ does not name stays out, which is four fifths of it. */
export async function usedOfValibot(src) {
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
