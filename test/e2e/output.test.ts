import { beforeAll, describe, expect, it } from 'vitest';
import { createPlace } from './place.js';

const ESCAPE = '\u001b';

describe('the result', () => {
  const place = createPlace();

  beforeAll(async () => {
    expect(await place.run('deploy gpt-4.1-mini --yes --sandbox')).toMatchObject({ exit: 0 });
  });

  const READS = [
    'models list',
    'models show gpt-4.1-mini',
    'models list -l eastus2 --sandbox',
    'models list -a contoso-ai --sandbox',
    'models show gpt-4.1-mini -l swedencentral --sandbox',
    'accounts list --sandbox',
    'accounts show --sandbox',
    'deployments list --sandbox',
    'deployments list -a contoso-openai --sandbox',
    'deployments show gpt-4.1-mini --sandbox',
    'deployments wait gpt-4.1-mini --sandbox',
    'deploy gpt-4.1-mini --dry-run --sandbox',
    'deployments delete gpt-4.1-mini --dry-run --sandbox',
    'sandbox status',
    'sandbox scenario list',
  ];

  it.each(READS)('of %s is all that stands on stdout', async (line) => {
    const [json, lines, none] = await Promise.all([
      place.run(`${line} -o json`),
      place.run(`${line} -o jsonl --verbose`),
      place.run(`${line} -o none`),
    ]);
    expect(json.exit, json.stderr).toBe(0);
    const value: unknown = JSON.parse(json.stdout);
    expect(json.stdout.endsWith('\n')).toBe(true);
    const rows = lines.stdout.split('\n').filter((row) => row !== '');
    expect(rows.map((row): unknown => JSON.parse(row))).toEqual(Array.isArray(value) ? value : [value]);
    expect(none).toMatchObject({ exit: 0, stdout: '' });
  });

  it('has no colour and no control character in a pipe', async () => {
    for (const line of [
      'models list',
      'models show gpt-4.1-mini',
      'deployments list --sandbox',
      'models show nope',
    ]) {
      const { stdout, stderr } = await place.run(line);
      expect(stdout + stderr).not.toContain(ESCAPE);
    }
  });

  const COLORS: readonly (readonly [string, string, Readonly<Record<string, string>>, boolean])[] = [
    ['FORCE_COLOR=1', '', { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0', '', { FORCE_COLOR: '0' }, false],
    ['NO_COLOR over FORCE_COLOR', '', { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['--color always over NO_COLOR', '--color always', { NO_COLOR: '1' }, true],
    ['--color never over FORCE_COLOR', '--color never', { FORCE_COLOR: '1' }, false],
  ];
  it.each(COLORS)('obeys %s, errors too', async (_, flag, env, isColored) => {
    const table = await place.run(`models list --publisher mistral ${flag}`, { env });
    const error = await place.run(`models show nope ${flag}`, { env });
    expect(table.stdout.includes(ESCAPE)).toBe(isColored);
    expect(error.stderr.includes(ESCAPE)).toBe(isColored);
    const json = await place.run(`models list -o json ${flag}`, { env });
    expect(json.stdout).not.toContain(ESCAPE);
  });

  it('comes without anything else under -q, but warnings and errors stay', async () => {
    expect(await place.run('models list -q')).toMatchObject({ exit: 0, stderr: '' });
    expect(await place.run('deployments list -q --sandbox')).toMatchObject({ exit: 0, stderr: '' });
    const failed = await place.run('models show nope -q');
    expect(failed).toMatchObject({ exit: 3, stdout: '' });
    expect(failed.stderr).toContain("'nope'");
  });

  it('of a write comes alone under -q', async () => {
    const result = await place.run('deploy gpt-5-nano --yes -q --sandbox');
    expect(result).toMatchObject({ exit: 0, stderr: '' });
    expect(result.stdout).toContain('gpt-5-nano');
  });
});
