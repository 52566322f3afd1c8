// Renders real terminal output to docs/images/*.svg: the built aimi on a pseudo-terminal of 80 columns, on the
// sandbox, on the day of the tests. `--check` writes nothing and fails when a picture is not what aimi prints.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { svgOf } from './screens/svg.mjs';
import { screenOf } from './screens/terminal.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const images = join(root, 'docs', 'images');
const COLUMNS = 80;
const LARGEST_BYTES = 15_000;
const NOW = '2026-08-23T12:00:00Z';

const BROKEN_CALL = `import os
from azure.ai.inference import ChatCompletionsClient
from azure.core.credentials import AzureKeyCredential

client = ChatCompletionsClient(
    endpoint="https://contoso-ai.services.ai.azure.com",
    credential=AzureKeyCredential(os.environ["AZURE_AI_KEY"]),
)
client.complete(model="chat", messages=[{"role": "user", "content": "Say hello."}])
`;

/** `before` runs unseen on the same sandbox; `exit` is what the command must end with. */
const SCREENS = [
  { name: 'aimi', line: 'aimi' },
  { name: 'models-list', line: 'aimi models list --capability embeddings' },
  { name: 'models-show', line: 'aimi models show DeepSeek-V3.2' },
  { name: 'deploy-plan', line: 'aimi deploy gpt-4.1-mini --name chat --dry-run --sandbox' },
  {
    name: 'deployments-list',
    line: 'aimi deployments list --sandbox',
    before: [
      'aimi deploy gpt-4.1-mini --name chat --yes --sandbox',
      'aimi deploy text-embedding-3-large --name search --capacity 350 --yes --sandbox',
      'aimi deploy gpt-4o-transcribe --name calls --yes --sandbox',
    ],
  },
  { name: 'doctor', line: 'aimi doctor . --offline', files: { 'app.py': BROKEN_CALL }, exit: 5 },
  {
    name: 'cost-estimate',
    line: 'aimi cost estimate --model gpt-4.1-mini --input-tokens 1200 --output-tokens 300 --requests 10k',
  },
  {
    name: 'cost-compare',
    line: 'aimi cost compare gpt-4.1 gpt-4.1-mini gpt-5.4-mini --input-tokens 1M --sku global',
  },
  { name: 'explain', line: 'aimi explain 429' },
];

const isCheck = process.argv.includes('--check');
const wrong = [];
mkdirSync(images, { recursive: true });
for (const screen of SCREENS) {
  const picture = await paint(screen);
  const path = join(images, `${screen.name}.svg`);
  if (picture.length > LARGEST_BYTES)
    throw new Error(`${screen.name}.svg has ${picture.length} bytes, more than ${LARGEST_BYTES}`);
  if (!isCheck) writeFileSync(path, picture);
  else if (readOr(path, '') !== picture) wrong.push(path);
}
if (wrong.length > 0) {
  console.error(
    `Not what aimi prints: ${wrong.join(', ')}\nRun: node scripts/build-screens.mjs, and look at them`,
  );
  process.exitCode = 1;
}

async function paint({ name, line, before = [], files = {}, exit = 0 }) {
  const home = mkdtempSync(join(tmpdir(), 'aimi-screen-'));
  try {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(home, path), text);
    for (const earlier of before) await type(earlier, home, 0);
    const raw = await type(line, home, exit);
    const prompt = `\u001b[2m$\u001b[22m ${line}\r\n`;
    return svgOf(screenOf(prompt + raw, COLUMNS), { columns: COLUMNS, title: line });
  } catch (error) {
    throw new Error(`${name}: ${error.message}`, { cause: error });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Types a line on a terminal of its own and gives all that was written to it. */
function type(line, home, exit) {
  const terminal = spawn(process.execPath, [join(root, 'bin', 'aimi.js'), ...line.split(' ').slice(1)], {
    cols: COLUMNS,
    rows: 60,
    cwd: home,
    name: 'xterm-256color',
    env: {
      PATH: join(home, 'bin'),
      HOME: home,
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      TERM: 'xterm-256color',
      NODE_OPTIONS: `--require "${join(root, 'test', 'e2e', 'started-clock.cjs')}"`,
      AIMI_E2E_NOW: NOW,
      AIMI_CACHE_DIR: join(home, 'cache'),
      AIMI_CONFIG_DIR: join(home, 'config'),
    },
  });
  let raw = '';
  terminal.onData((text) => {
    raw += text;
  });
  return new Promise((resolve, reject) => {
    terminal.onExit(({ exitCode }) => {
      // The last of the output can come after the end.
      setTimeout(() => {
        if (exitCode === exit) resolve(raw);
        else reject(new Error(`${line} ended with ${exitCode}, not ${exit}:\n${raw}`));
      }, 50);
    });
  });
}

function readOr(path, otherwise) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
}
