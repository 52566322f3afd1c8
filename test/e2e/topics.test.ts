import { beforeAll, describe, expect, it } from 'vitest';
import { fences, listFiles, readProjectFile } from '../contracts/documents.js';
import { createPlace } from './place.js';

const pages = ['docs/faq.md', ...listFiles('docs/topics', '.md')];
const lines = pages.flatMap((path) =>
  fences(readProjectFile(path))
    .filter(({ info }) => info === 'sh')
    .flatMap(({ body }) => body.trimEnd().split('\n'))
    .map((line) => [path, line] as const),
);

describe.concurrent('every command of a topic runs, on the sandbox where it asks Azure', () => {
  const place = createPlace();

  beforeAll(async () => {
    await place.run('deploy gpt-4.1-mini --name chat --yes --sandbox');
  });

  it('is a command of aimi', () => {
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter(([, line]) => !line.startsWith('aimi '))).toEqual([]);
  });

  it.each(lines)('%s: %s', async (_path, line) => {
    const { exit, stdout } = await place.run(line.replace(/^aimi /, ''), { env: { AIMI_SANDBOX: '1' } });
    // A doctor that finds the cause of the error ends with 5.
    expect(exit).toBe(line.startsWith('aimi doctor') ? 5 : 0);
    expect(stdout).not.toBe('');
  });
});

describe('the built program', () => {
  const place = createPlace();

  it('holds every topic as it is in docs/', async () => {
    const { stdout } = await place.run('help topics -o json');
    const built: { topic: string }[] = JSON.parse(stdout);
    const written = listFiles('docs', '.md').flatMap(
      (path) => /^---\ntopic: (.+)\n/.exec(readProjectFile(path))?.[1] ?? [],
    );
    expect(built.map(({ topic }) => topic).sort()).toEqual(written.sort());
  });
});
