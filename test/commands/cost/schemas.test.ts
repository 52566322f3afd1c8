import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listFiles, readProjectFile } from '../../contracts/documents.js';
import { schemaViolations } from '../../helpers/json-schema.js';
import { machine } from '../../helpers/run-aimi.js';

function schemaOf(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../../../docs/schemas/${name}.schema.json`, import.meta.url), 'utf8'),
  );
}

/** Lines whose results together have every field filled and every field empty. */
const RESULTS: Readonly<Record<string, readonly string[]>> = {
  'cost-estimate': [
    'cost estimate --model gpt-4.1 --input-tokens 9k --cached-tokens 1k --discount 5% --max 1',
    'cost estimate --model claude-sonnet-4-5 --output-tokens 1k',
  ],
  'cost-compare': [
    'cost compare gpt-4.1 nope Phi-4 claude-sonnet-4-5 --input-tokens 1M --cached-tokens 5 --discount 5%',
    'cost compare --capability embeddings --input-tokens 1M',
  ],
  'cost-actual': [
    'cost actual --sandbox --days 7',
    'cost actual --sandbox --days 3 --by day --tag env',
    'cost actual --sandbox --days 1',
  ],
  'cost-prices': ['cost prices list', 'cost prices list --model nothing-of-that-name'],
};

describe('published schemas of cost', () => {
  it.each(Object.entries(RESULTS))('%s is what the command prints', async (name, lines) => {
    const place = machine();
    await place.run('deploy gpt-4.1-mini --name chat --yes --sandbox');
    await place.run('deploy claude-sonnet-4-5 --name partner --yes --sandbox');
    for (const line of lines) {
      const { stdout, stderr } = await place.run(`${line} -o json`);
      expect(stdout, stderr).not.toBe('');
      expect(schemaViolations(schemaOf(name), JSON.parse(stdout)), line).toEqual([]);
    }
  });

  it('refuse a result that lacks a field, or has one that they do not know', async () => {
    const { stdout } = await machine().run('cost compare gpt-4.1 --input-tokens 1M --sku global -o json');
    const [row]: Record<string, unknown>[] = JSON.parse(stdout);
    const { total: _, ...without } = row ?? {};
    expect(schemaViolations(schemaOf('cost-compare'), [without])).toEqual(['$[0]: lacks total']);
    expect(schemaViolations(schemaOf('cost-compare'), [{ ...row, more: 1 }])).toEqual([
      '$[0]: does not know more',
    ]);
  });

  it('are in the package, and the documents say where', () => {
    const manifest: { files: string[] } = JSON.parse(readProjectFile('package.json'));
    expect(manifest.files).toContain('docs/schemas');
    for (const path of listFiles('docs/schemas', '.json').filter((each) => each.includes('/cost-'))) {
      const name = path.replace('docs/', '');
      const documents = ['docs/cost.md', 'docs/prices.md', 'docs/billing.md'].map(readProjectFile).join('\n');
      expect(documents, name).toContain(`](${name})`);
    }
  });
});
