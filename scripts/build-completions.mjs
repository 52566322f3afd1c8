// Writes completions/aimi.bash, _aimi, aimi.fish and aimi.ps1 from the command tree and the table of values in
// src/completion/value-kinds.ts. `--check` writes nothing and ends with 1 when a script is out of date.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSource } from './import-source.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const isCheck = process.argv.includes('--check');

const { completionScripts } = await importSource(join(root, 'src', 'completion', 'scripts', 'all.ts'));

const stale = [];
for (const { file, text } of await completionScripts()) {
  const path = join(root, 'completions', file);
  if ((await readFile(path, 'utf8').catch(() => null)) === text) continue;
  stale.push(`completions/${file}`);
  if (!isCheck) await writeFile(path, text);
}
if (stale.length > 0) {
  process.stdout.write(`${isCheck ? 'out of date' : 'written'}: ${stale.join(', ')}\n`);
  if (isCheck) process.exitCode = 1;
}
