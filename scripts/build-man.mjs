// Writes man/ from the command tree and the topics: aimi.1, and a page for each command with those below it folded
// in. `--check` writes nothing and ends with 1 when a page is out of date.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { topics as readTopics } from './build/generated.mjs';
import { importSource } from './import-source.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'man');
const isCheck = process.argv.includes('--check');

const { describeTree, parseBlocks } = await importSource({
  contents: `
export { describeTree } from './src/describe-tree.ts';
export { parseBlocks } from './src/core/topics/blocks.ts';
`,
  resolveDir: root,
});
const tree = await describeTree();
const topics = await readTopics(root);
const pages = new Map([
  ['aimi.1', rootPage()],
  ...tree.commands.map((node) => [`aimi-${node.path[0]}.1`, commandPage(node)]),
]);

await mkdir(folder, { recursive: true });
const stale = [];
for (const name of await readdir(folder)) {
  if (pages.has(name)) continue;
  stale.push(name);
  if (!isCheck) await rm(join(folder, name));
}
for (const [name, text] of pages) {
  const file = join(folder, name);
  if ((await readFile(file, 'utf8').catch(() => null)) === text) continue;
  stale.push(name);
  if (!isCheck) await writeFile(file, text);
}
if (stale.length > 0) {
  process.stdout.write(`${isCheck ? 'out of date' : 'written'}: ${stale.join(', ')}\n`);
  if (isCheck) process.exitCode = 1;
}

/** What commands do is left out of the bundle: only their options are looked at. */
function rootPage() {
  return page('aimi', 'deploy, diagnose and price pay-as-you-go models on Azure', [
    section('SYNOPSIS', '.B aimi\n.I COMMAND\n.RI [ OPTIONS ]'),
    section('DESCRIPTION', text(tree.description)),
    section(
      'COMMANDS',
      tree.commands.map((node) => entry(bold(`aimi-${node.path[0]}`, '(1)'), node.summary)).join('\n'),
    ),
    section('OPTIONS OF EVERY COMMAND', options(tree)),
    section('EXAMPLES', after(tree.after)),
    section('EXIT STATUS', exitCodes()),
    section(
      'TOPICS',
      [
        text('Printed by aimi help TOPIC, all listed by aimi help topics.'),
        ...topics.map(({ topic, summary }) => entry(bold(topic), summary)),
      ].join('\n'),
    ),
    section(
      'ENVIRONMENT',
      text('aimi help environment lists every variable. Each setting has one: AIMI_ACCOUNT for --account.'),
    ),
    section(
      'FILES',
      [
        entry(bold('.aimi.yaml'), 'settings of a project, from the working directory upwards'),
        entry(bold('~/.config/aimi/config.yaml'), 'settings of a user (%APPDATA%\\aimi on Windows)'),
        entry(bold('~/.cache/aimi'), 'prices and the state of the sandbox'),
      ].join('\n'),
    ),
    seeAlso(tree.commands.map((node) => `aimi-${node.path[0]}`)),
  ]);
}

function commandPage(node) {
  const leaves = leavesOf(node);
  return page(`aimi-${node.path[0]}`, node.summary, [
    section('SYNOPSIS', leaves.map(synopsis).join('\n.br\n')),
    section(
      'DESCRIPTION',
      [
        ...(node.description === '' ? [] : [text(node.description)]),
        text('Options that every command takes: aimi(1).'),
      ].join('\n.PP\n'),
    ),
    ...(node.commands.length === 0
      ? [
          section('ARGUMENTS', args(node)),
          section('OPTIONS', options(node)),
          section('EXAMPLES', after(node.after)),
        ]
      : [section('COMMANDS', leaves.map(subsection).join('\n')), section('NOTES', after(node.after))]),
    seeAlso(['aimi']),
  ]);
}

function leavesOf(node) {
  return node.commands.length === 0 ? [node] : node.commands.flatMap(leavesOf);
}

function subsection(node) {
  const parts = [text(node.description || node.summary), args(node), options(node), after(node.after)];
  return [`.SS ${quoted(`aimi ${node.path.join(' ')}`)}`, ...parts.filter((part) => part !== '')].join('\n');
}

function synopsis(node) {
  const words = node.arguments.map(({ name, isRequired, isVariadic }) => {
    const shown = `\\fI${roff(name)}\\fR${isVariadic ? '...' : ''}`;
    return isRequired ? shown : `[${shown}]`;
  });
  return [`\\fBaimi ${roff(node.path.join(' '))}\\fR`, ...words, '[\\fIOPTIONS\\fR]'].join(' ');
}

function args(node) {
  return node.arguments.map((each) => entry(`\\fI${roff(each.name)}\\fR`, withChoices(each))).join('\n');
}

/** `--help` is said once, on the page of aimi. */
function options(node) {
  return node.options
    .filter(({ longs }) => node.path.length === 0 || !longs.includes('--help'))
    .map((each) => {
      const flags = roff(each.flags).replace(/([<[])(.+?)([>\]])/, (_whole, open, name, close) =>
        open === '<' ? `\\fI${name}\\fR` : `[\\fI${name}\\fR]${close === ']' ? '' : close}`,
      );
      return entry(
        flags.replace(/(?:\\-){1,2}[A-Za-z][\w\\-]*/g, (flag) => `\\fB${flag}\\fR`),
        withChoices(each),
      );
    })
    .join('\n');
}

function withChoices({ description, choices }) {
  return choices.length === 0 ? description : `${description}: ${choices.join(', ')}`;
}

/** Examples, and what else a help says after the options. */
function after(said) {
  const lines = said.split('\n').filter((line) => line.trim() !== '' && line.trim() !== 'Examples:');
  const isExample = (line) => line.startsWith('  $ ');
  const examples = lines.filter(isExample).map((line) => control(roff(line.slice(4))));
  const rest = lines.filter((line) => !isExample(line)).map((line) => text(line.trim()));
  const block = examples.length === 0 ? [] : ['.PP', '.nf', '.RS 4', ...examples, '.RE', '.fi'];
  return [...block, ...rest.flatMap((line) => ['.PP', line])].join('\n');
}

function exitCodes() {
  const page = topics.find(({ topic }) => topic === 'exit-codes');
  const table = parseBlocks(page.text).find(({ kind }) => kind === 'table');
  return table.rows.map(([code, meaning]) => entry(bold(code), meaning)).join('\n');
}

function seeAlso(names) {
  return section('SEE ALSO', names.map((name) => bold(name, '(1)')).join(',\n'));
}

/** No date and no version: a page changes when what it says changes. */
function page(name, summary, sections) {
  return [
    '.\\" Written by `node scripts/build-man.mjs`: change the commands, not this page.',
    `.TH ${quoted(name.toUpperCase())} 1 "" aimi "aimi manual"`,
    '.nh',
    '.ad l',
    '.SH NAME',
    `${roff(name)} \\- ${roff(summary)}`,
    ...sections.filter((each) => each !== ''),
    '',
  ].join('\n');
}

function section(title, body) {
  return body === '' ? '' : `.SH ${quoted(title)}\n${body}`;
}

function entry(term, description) {
  return `.TP\n${control(term)}\n${text(description)}`;
}

function bold(word, rest = '') {
  return `\\fB${roff(word)}\\fR${rest}`;
}

function quoted(words) {
  return `"${roff(words).replaceAll('"', '\\(dq')}"`;
}

function text(words) {
  return control(roff(words));
}

function roff(words) {
  return words
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('`', '\\(ga')
    .replaceAll("'", '\\(aq')
    .replaceAll('~', '\\(ti')
    .replaceAll('^', '\\(ha');
}

/** A line that begins with a full stop or an apostrophe would be a request. */
function control(line) {
  return line.replace(/^(?=[.'])/gm, '\\&');
}
