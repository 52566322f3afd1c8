import type { Ended, TestPlace } from './place.js';
import { words } from './words.js';

/**
 * A transcript is Markdown. A block marked `console` holds commands, each as
 *
 *     $ aimi models show nope
 *     --- stderr
 *     ✗ No model 'nope' in the bundled catalog of 2026-08-22
 *     --- exit 3
 *
 * with `--- stdout` before what comes there. A stream that stays empty is left out. All blocks of a file run
 * in order on one sandbox. What differs from run to run is written as `<id>`, `<time>`, `<cache>`.
 */
const BLOCK = /^```console\n([\s\S]*?)^```$/gm;

/** Runs every command of the text and gives the text with what came of it. */
export async function replay(markdown: string, place: TestPlace): Promise<string> {
  let result = '';
  let from = 0;
  for (const block of markdown.matchAll(BLOCK)) {
    const parts: string[] = [];
    for (const line of commandsOf(block[1] ?? '')) {
      parts.push(`$ ${line}\n${written(await run(line, place), place)}`);
    }
    result += `${markdown.slice(from, block.index)}\`\`\`console\n${parts.join('\n')}\`\`\``;
    from = block.index + block[0].length;
  }
  return result + markdown.slice(from);
}

/** The command lines of a block. A backslash at the end is not known: a line is a command. */
export function commandsOf(block: string): string[] {
  return block
    .split('\n')
    .filter((line) => line.startsWith('$ aimi'))
    .map((line) => line.slice(2));
}

function run(line: string, place: TestPlace): Promise<Ended> {
  const [first] = words(line);
  if (first !== 'aimi') throw new Error(`A transcript runs aimi only: ${line}`);
  return place.run(line.slice('aimi'.length).trim());
}

function written({ exit, stdout, stderr }: Ended, place: TestPlace): string {
  const section = (name: string, text: string): string =>
    text === '' ? '' : `--- ${name}\n${normalise(text, place)}${text.endsWith('\n') ? '' : '⏎\n'}`;
  return `${section('stderr', stderr)}${section('stdout', stdout)}--- exit ${exit}\n`;
}

/** Ids of the sandbox itself (00000000-…) stay: they are the same everywhere. */
function normalise(text: string, place: TestPlace): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(place.cache, '<cache>')
    .replaceAll(place.home, '<home>')
    .replace(/\b(?!00000000-)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '<id>')
    .replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, '<time>')
    .replace(/\b(\d+ ms)\b/g, '<duration>')
    .replace(/(?<="durationMs": )\d+/g, '0');
}
