// Writes docs/causes.md, docs/endpoints.md and docs/sdks.md, and the marked parts of two topics, from the tables in
// src/core, so that the pages, the doctor and `aimi explain` say the same. `--check` writes nothing and ends with 1 when a page is out of date.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSource } from './import-source.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const isCheck = process.argv.includes('--check');

const ENTRY = `
export { CAUSES, causeAnchor, fillTemplate } from './src/core/causes/causes.ts';
export { CAUSE_CODES, INNOCENT_CAUSES } from './src/core/causes/codes.ts';
export { STYLES } from './src/core/endpoints/styles.ts';
export { INFERENCE_CLOUDS } from './src/core/endpoints/clouds.ts';
export { API_VERSIONS, FEATURE_MINIMUMS } from './src/core/api-versions/versions.ts';
export { HEADER_CLASSES, HEADER_LIMIT_SOURCE, HEADER_SIZE_SOURCE } from './src/core/headers/classes.ts';
export { SDK_PACKAGES } from './src/core/sdk/matrix.ts';
export { CLIENT_CLASSES } from './src/core/sdk/classes.ts';
export { PROVIDER_SDKS } from './src/core/sdk/providers.ts';
export { VARIABLE_TRAPS } from './src/core/sdk/environment.ts';
`;
const tables = await importSource({ contents: ENTRY, resolveDir: root });

/** What a version is needed for, in the words of the topic; the other needs are in docs/sdks.md. */
const NEEDS = {
  always: 'anything',
  'key-on-foundry': 'keys',
  'azure-class': '`AzureOpenAI`',
  'entra-on-v1': 'Entra tokens on v1',
  'foundry-host': 'Foundry hosts',
  claude: 'Claude',
};

/** Not Azure, or gone: the whole table has them. */
const ELSEWHERE = new Set(['github-old', 'openai-com', 'apim']);

const NOTE = (from) =>
  `<!-- Written by \`node scripts/build-docs.mjs\` from ${from}: change the tables, not this page. -->\n`;

const pages = {
  'docs/causes.md': causesPage(),
  'docs/endpoints.md': endpointsPage(),
  'docs/sdks.md': sdksPage(),
  'docs/topics/endpoints.md': await withBlock('docs/topics/endpoints.md', endpointList()),
  'docs/topics/sdks.md': await withBlock('docs/topics/sdks.md', sdkTable()),
};
const stale = [];
for (const [path, text] of Object.entries(pages)) {
  const file = join(root, path);
  const old = await readFile(file, 'utf8').catch(() => null);
  if (old === text) continue;
  stale.push(path);
  if (!isCheck) await writeFile(file, text);
}
if (stale.length > 0) {
  process.stdout.write(`${isCheck ? 'out of date' : 'written'}: ${stale.join(', ')}\n`);
  if (isCheck) process.exitCode = 1;
}

function causesPage() {
  const { CAUSES, CAUSE_CODES, INNOCENT_CAUSES, causeAnchor, fillTemplate } = tables;
  const list = CAUSE_CODES.map((code) => `| [\`${code}\`](#${causeAnchor(code)}) | ${CAUSES[code].title} |`);
  const sections = CAUSE_CODES.map((code) => {
    const { title, meaning, culprits, fix, neighbours, sources } = CAUSES[code];
    const innocent = INNOCENT_CAUSES.has(code) ? ' Endpoint, credential and deployment are right.' : '';
    return [
      `<a id="${causeAnchor(code)}"></a>`,
      `## ${code}`,
      `**${title}.** ${escapeAngles(meaning)}${innocent}`,
      `Usual reasons:\n\n${bullets(culprits)}`,
      `What to do:\n\n${bullets(fix.map((step) => fillTemplate(step)))}`,
      `Not this, but:\n\n${bullets(neighbours.map((each) => `[\`${each.code}\`](#${causeAnchor(each.code)}): ${each.how}`))}`,
      `Sources: ${escapeAngles(sources.join('; '))}`,
    ].join('\n\n');
  });
  return [
    '# Causes',
    NOTE('src/core/causes'),
    'What `aimi doctor` can name, and what `aimi explain CODE` prints. The codes stand in JSON output and never change. Words in capitals stand for your values.\n',
    `| code | in short |\n| --- | --- |\n${list.join('\n')}\n`,
    `${sections.join('\n\n')}\n`,
  ].join('\n');
}

function endpointsPage() {
  const { STYLES, INFERENCE_CLOUDS, API_VERSIONS, FEATURE_MINIMUMS } = tables;
  const { HEADER_CLASSES, HEADER_LIMIT_SOURCE, HEADER_SIZE_SOURCE } = tables;
  const styles = [...STYLES.values()];
  return [
    '# Endpoints',
    NOTE('src/core/endpoints, src/core/api-versions and src/core/headers'),
    'Which base URL is which API. Rows marked ? rest on one report or on a guess.\n',
    table(
      ['id', 'base URL', 'API', 'key in', 'token scope', 'api-version', 'deployment by', 'client'],
      styles.map((row) => [
        `\`${row.id}\`${row.isVerified ? '' : ' ?'}`,
        `\`${row.baseUrl}\``,
        row.api,
        row.keyHeaders.map((name) => `\`${name}\``).join(', ') || 'no keys',
        row.scopes.map((name) => `\`${name}\``).join(', ') || 'no tokens',
        row.apiVersion,
        row.deploymentBy,
        row.clientClasses.map((name) => `\`${name}\``).join(', '),
      ]),
    ),
    `Notes and sources:\n\n${bullets(
      styles.map((row) => `\`${row.id}\`: ${row.note ? `${row.note} ` : ''}(${row.source}, ${row.date})`),
    )}\n`,
    '## Clouds\n',
    table(
      ['cloud', 'Foundry host', 'Azure OpenAI host', 'Cognitive host', 'token scope', 'unverified', 'source'],
      INFERENCE_CLOUDS.map((row) => [
        row.title,
        `\`${row.foundryHost}\``,
        `\`${row.openaiHost}\``,
        `\`${row.cognitiveHost}\``,
        row.scopes.map((name) => `\`${name}\``).join(', '),
        row.unverified.join(', '),
        `${row.source}, ${row.date}`,
      ]),
    ),
    '## api-versions\n',
    table(
      ['version', 'route', 'stage', 'status', 'source'],
      API_VERSIONS.map((row) => [
        `\`${row.version}\``,
        row.route,
        row.stage,
        row.status,
        `${row.source}, ${row.date}`,
      ]),
    ),
    bullets(
      FEATURE_MINIMUMS.map(
        (row) => `${row.feature}: \`${row.version}\` or later (${row.source}, ${row.date})`,
      ),
    ),
    '\n## Headers\n',
    `At most 10 custom headers (${HEADER_LIMIT_SOURCE}); one header line of at most 8190 bytes (${HEADER_SIZE_SOURCE}). Which names are exempt is not published; this is how aimi counts. Everything else counts.\n`,
    table(
      ['class', 'counts', 'names', 'basis'],
      HEADER_CLASSES.map((row) => [
        row.title,
        row.counts,
        row.names.map((name) => `\`${name}\``).join(', '),
        row.basis,
      ]),
    ),
  ].join('\n');
}

function sdksPage() {
  const { SDK_PACKAGES, CLIENT_CLASSES, PROVIDER_SDKS, VARIABLE_TRAPS } = tables;
  return [
    '# SDKs',
    NOTE('src/core/sdk'),
    'Versions that work with the endpoints of Azure AI Services, and what each client does by itself.\n',
    '## Packages\n',
    table(
      ['package', 'needs', 'status', 'instead', 'note', 'source'],
      SDK_PACKAGES.map((row) => [
        `\`${row.name}\` (${row.ecosystem})`,
        [
          ...row.minimums.map((each) => `${each.version} for ${each.need}: ${each.why}`),
          ...row.faulty.map((each) => `not ${each.from} to ${each.to}: ${each.why}`),
        ].join('<br>'),
        row.retires === null ? row.status : `${row.status}, ${row.retires}`,
        row.replacement ?? '',
        row.note ?? '',
        `${row.source}, ${row.date}`,
      ]),
    ),
    '## Client classes\n',
    table(
      [
        'class',
        'language',
        'resource root in',
        'base URL in',
        'api-version in',
        'variables it reads',
        'default scope',
      ],
      CLIENT_CLASSES.map((row) => [
        row.names.map((name) => `\`${name}\``).join(', '),
        row.language,
        code(row.rootParameters),
        code(row.baseParameters),
        code(row.apiVersionParameters),
        code(Object.values(row.reads).flat()),
        row.defaultScope === null ? '' : `\`${row.defaultScope}\``,
      ]),
    ),
    '## SDKs of model makers\n',
    table(
      ['maker', 'on a Foundry resource', 'use', 'note', 'source'],
      PROVIDER_SDKS.map((row) => [
        row.provider,
        row.isSupported ? 'works' : 'not supported',
        row.instead,
        row.note ?? '',
        `${row.source}, ${row.date}`,
      ]),
    ),
    '## Variables that surprise\n',
    bullets(VARIABLE_TRAPS.map((row) => `\`${row.name}\`: ${row.effect} (${row.source}, ${row.date})`)),
    '',
  ].join('\n');
}

/** A hand-written page with what stands between its markers made anew. */
async function withBlock(path, block) {
  const text = await readFile(join(root, path), 'utf8');
  const parts = /^([\s\S]*<!-- begin: [^\n]*-->\n)[\s\S]*?(<!-- end -->[\s\S]*)$/.exec(text);
  if (parts === null) throw new Error(`${path} has no markers`);
  return `${parts[1]}\n${block}\n${parts[2]}`;
}

/** Base URLs of Azure that Microsoft documents or that were measured, one line each. */
function endpointList() {
  const rows = [...tables.STYLES.values()].filter(
    (row) => row.isVerified && row.deploymentBy !== 'none' && !ELSEWHERE.has(row.id),
  );
  const keys = { authorization: '`Bearer`' };
  return bullets(
    rows.map((row) => {
      const key = row.keyHeaders.map((name) => keys[name] ?? `\`${name}\``).join(' or ');
      const version = row.apiVersion === 'none' ? '' : `; api-version: ${row.apiVersion}`;
      return `\`${row.baseUrl}\`: ${row.api}; ${key === '' ? 'no keys' : `key in ${key}`}${version}; ${row.deploymentBy === 'host' ? 'one model' : `deployment in the ${row.deploymentBy}`}`;
    }),
  ).concat('\n');
}

function isNamed({ need }) {
  return NEEDS[need] !== undefined;
}

/** Packages with a version to mind or a day of their end; of two versions for one need the later. */
function sdkTable() {
  return table(
    ['package', 'from version', 'status'],
    tables.SDK_PACKAGES.filter((row) => row.retires !== null || row.minimums.some(isNamed)).map((row) => [
      `\`${row.name}\` (${row.ecosystem})`,
      row.minimums
        .filter(isNamed)
        .filter(({ need }, place, all) => all.findLastIndex((each) => each.need === need) === place)
        .map((each) => `${each.version} for ${NEEDS[each.need]}`)
        .join(', '),
      row.status === 'current' ? '' : [row.status, row.retires].filter((each) => each).join(' '),
    ]),
  );
}

function code(names) {
  return names.map((name) => `\`${name}\``).join(', ');
}

function bullets(lines) {
  return lines.map((line) => `- ${escapeAngles(line)}`).join('\n');
}

function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => escapeAngles(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

/** `<region>` outside code would be taken for HTML; `<br>` is meant. */
function escapeAngles(text) {
  return text.replace(/`[^`]*`|<(?!br>)/g, (match) => (match === '<' ? '&lt;' : match));
}
