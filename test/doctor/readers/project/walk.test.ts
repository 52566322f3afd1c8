import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { PROJECT_BUDGET } from '../../../../src/doctor/readers/project/budget.js';
import { readProject } from '../../../../src/doctor/readers/project/read-project.js';
import { walkProject } from '../../../../src/doctor/readers/project/walk.js';
import { createClock } from '../../../../src/io/clock.js';
import { createFiles } from '../../../../src/io/files.js';
import { memoryFiles } from '../../../helpers/memory-files.js';

const CLIENT = 'c = AzureOpenAI(azure_endpoint="https://contoso.openai.azure.com")';
const disk = createFiles({ clock: createClock(), pid: 1, hostName: 'h', isAlive: () => true });
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('the walk through a project', () => {
  it('passes over dependencies, results and what .gitignore names, but not over settings', async () => {
    const paths = [
      'src/a.py',
      'node_modules/x/b.py',
      'venv/c.py',
      'target/d.py',
      'logs/e.py',
      'deep/logs/f.py',
      'g.tmp',
      'gen/h.py',
      '.env',
      'deep/gen/i.py',
    ];
    const files = memoryFiles({
      ...Object.fromEntries(paths.map((path) => [`/p/${path}`, CLIENT])),
      '/p/.gitignore': '# made\nlogs/\n*.tmp\n/gen\n.env\n!keep\n[ab]*\n',
    });
    const { files: found } = await walkProject('/p', files, PROJECT_BUDGET);
    expect(found.filter((file) => !file.isIgnored).map((file) => file.path)).toEqual([
      '.gitignore',
      'src/a.py',
      'deep/gen/i.py',
    ]);
    expect(found.filter((file) => file.isIgnored).map((file) => file.path)).toEqual(['.env', 'g.tmp']);
  });

  it('reads an ignored .env and leaves ignored source alone', async () => {
    const files = memoryFiles({
      '/p/.gitignore': '.env\nlocal.py\n',
      '/p/.env': 'AZURE_OPENAI_ENDPOINT=https://contoso.openai.azure.com',
      '/p/local.py': CLIENT,
    });
    const facts = await readProject('/p', files, PROJECT_BUDGET);
    expect(facts.environment).toHaveLength(1);
    expect(facts.clients).toEqual([]);
  });

  it('says when it saw only a part of the entries', async () => {
    const files = memoryFiles(
      Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => [`/p/${String(index).padStart(2, '0')}.py`, CLIENT]),
      ),
    );
    const facts = await readProject('/p', files, { ...PROJECT_BUDGET, entries: 50, sourceFiles: 20 });
    expect(facts.clients).toHaveLength(20);
    expect(facts.gaps).toEqual([
      {
        source: 'project',
        reason:
          'it has more than 50 files and folders, or folders deeper than 24; the rest was not looked at',
      },
      { source: 'project', reason: '20 source files were read, 30 more were not' },
    ]);
  });

  it('says that there is nothing where there is nothing', async () => {
    expect(await readProject('/nowhere', memoryFiles(), PROJECT_BUDGET)).toEqual({
      gaps: [{ source: 'project', reason: '/nowhere has no files' }],
    });
  });

  it('ends in a folder that links to itself, and does not leave the project through a link', async () => {
    const root = mkdtempSync(join(tmpdir(), 'aimi-walk-'));
    const outside = mkdtempSync(join(tmpdir(), 'aimi-walk-'));
    folders.push(root, outside);
    writeFileSync(join(outside, 'secret.py'), CLIENT.replace('contoso', 'outside'));
    mkdirSync(join(root, 'src'));
    writeFileSync(join(root, 'src/app.py'), CLIENT);
    symlinkSync(root, join(root, 'src/loop'));
    symlinkSync(outside, join(root, 'out'));
    symlinkSync(join(outside, 'secret.py'), join(root, 'secret.py'));
    const facts = await readProject(root, disk, PROJECT_BUDGET);
    expect(facts.endpoints?.map(({ value, where }) => `${where.label} ${value.url}`)).toEqual([
      'src/app.py:1 https://contoso.openai.azure.com',
    ]);
  });

  it('does not open files that mention none of the services, nor cells of a notebook that are text', async () => {
    const notebook = JSON.stringify({
      cells: [
        { cell_type: 'markdown', source: ['AzureOpenAI(azure_endpoint="https://text.openai.azure.com")'] },
        { cell_type: 'code', source: ['import os\n', CLIENT] },
      ],
    });
    const files = memoryFiles({
      '/p/a.ipynb': notebook,
      '/p/b.py': 'Client(endpoint="https://example.com")',
    });
    const facts = await readProject('/p', files, PROJECT_BUDGET);
    expect(facts.endpoints?.map(({ value }) => value.url)).toEqual(['https://contoso.openai.azure.com']);
  });
});
