import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Name, version, licence and copyright of every package that a bundle contains. A licence text stands once,
 * below all packages that come under it: most differ in nothing but the copyright line.
 */
export async function notice(root, paths) {
  const folders = new Set();
  for (const path of paths) {
    const match = /^(.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path);
    if (match) folders.add(match[1]);
  }
  const licences = new Map();
  for (const folder of [...folders].sort()) {
    const info = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
    const file = (await readdir(join(root, folder))).find((name) => /^licen[cs]e/i.test(name));
    const text = file === undefined ? '' : await readFile(join(root, folder, file), 'utf8');
    const lines = text.trim().split(/\r?\n/);
    const isOwn = (line) => /^\s*(?:copyright\b|\(c\)|©)/i.test(line);
    const isTitle = (line) => /^\W*(?:the )?(?:mit|isc|bsd).{0,24}licen[cs]e\W*(?:\(mit\))?\W*$/i.test(line);
    const body = lines
      .filter((line) => !isOwn(line) && !isTitle(line))
      .join('\n')
      .trim();
    const key = body.replace(/[\s"'*]+/g, ' ').toLowerCase();
    const licence = licences.get(key) ?? { body, packages: [] };
    const owners = lines.filter(isOwn).map((line) => `    ${line.trim()}\n`);
    licence.packages.push(`${info.name} ${info.version} (${info.license ?? 'see text'})\n${owners.join('')}`);
    licences.set(key, licence);
  }
  const parts = [...licences.values()].map(({ body, packages }) => `${packages.join('')}\n${body}\n`);
  return ['aimi contains the following packages.\n', ...parts].join(`\n${'-'.repeat(78)}\n\n`);
}
