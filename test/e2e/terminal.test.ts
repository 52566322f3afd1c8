import { beforeAll, describe, expect, it } from 'vitest';
import { createPlace, type TestPlace } from './place.js';
import { CTRL_C, DOWN, ENTER, HIDE_CURSOR, openTerminal } from './terminal.js';

const ESCAPE_COLOR = /\u001b\[[0-9;]*m/;
const QUESTION = /Deploy it to contoso-ai\?/;
const CREATING = /Creating gpt-4\.1-mini in contoso-ai/;

async function deployments(place: TestPlace): Promise<unknown> {
  return JSON.parse((await place.run('deployments list --sandbox -o json')).stdout);
}

describe('the question before a deployment', () => {
  it('is answered yes by Enter', async () => {
    const place = createPlace();
    const terminal = openTerminal(place, 'deploy gpt-4.1-mini --sandbox');
    await terminal.type(ENTER, QUESTION);
    const end = await terminal.ended();
    expect(end).toMatchObject({ exit: 0, isCursorShown: true, isRestored: true });
    expect(end.text).toMatch(/quota +[\d,]+ of [\d,]+ units left after this/);
    expect(end.text).toContain('✓ Deployed gpt-4.1-mini');
    expect(await deployments(place)).toMatchObject([{ name: 'gpt-4.1-mini', state: 'Succeeded' }]);
  });

  it.each([
    ['n', 'n\r', 1, /Nothing was deployed/],
    ['Ctrl-C', CTRL_C, 130, /Interrupted/],
    ['Ctrl-D', '\u0004', 130, /Interrupted/],
  ])('deploys nothing after %s', async (_, keys, exit, message) => {
    const place = createPlace();
    const terminal = openTerminal(place, 'deploy gpt-4.1-mini --sandbox');
    await terminal.type(keys, QUESTION);
    const end = await terminal.ended();
    expect(end).toMatchObject({ exit, isCursorShown: true, isRestored: true });
    expect(end.text).toMatch(message);
    expect(end.text).not.toMatch(/^\s+at /m);
    expect(await deployments(place)).toEqual([]);
  });

  it('is not asked in a build service, which is exit 2', async () => {
    const place = createPlace();
    for (const env of [{ CI: '1' }, { AIMI_NO_INPUT: '1' }, { TERM: 'dumb' }]) {
      const end = await openTerminal(place, 'deploy gpt-4.1-mini --sandbox', { env }).ended();
      expect(end.exit).toBe(2);
      expect(end.text).toContain('nobody can be asked here');
    }
  });
});

describe('other questions', () => {
  it('a deletion wants the name: a wrong one is refused, the right one deletes', async () => {
    const place = createPlace();
    await place.run('deploy gpt-4.1-mini --name chat --yes --sandbox');
    const terminal = openTerminal(place, 'deployments delete chat --sandbox');
    await terminal.type('chta\r', /Type its name:/);
    await terminal.type('\u0015', /Type chat to delete it, or nothing to stop/);
    await terminal.type('chat\r', /Type chat to delete it/);
    const end = await terminal.ended();
    expect(end).toMatchObject({ exit: 0, isCursorShown: true, isRestored: true });
    expect(end.text).toContain('✓ Deleted chat from contoso-ai');
    expect(await deployments(place)).toEqual([]);
  });

  it('nothing instead of the name deletes nothing', async () => {
    const place = createPlace();
    await place.run('deploy gpt-4.1-mini --name chat --yes --sandbox');
    const terminal = openTerminal(place, 'deployments delete chat --sandbox');
    await terminal.type(ENTER, /Type its name:/);
    const end = await terminal.ended();
    expect(end).toMatchObject({ exit: 1, isRestored: true });
    expect(end.text).toContain('Nothing was deleted.');
    expect(await deployments(place)).toMatchObject([{ name: 'chat' }]);
  });

  it('the account is chosen with the arrow keys when there are several', async () => {
    const place = createPlace();
    const server = place.start('sandbox start -o json');
    const { http }: { http: string } = JSON.parse(await server.said(/^\}\n/m));
    const terminal = openTerminal(place, 'deploy gpt-4.1-mini', { env: { AIMI_ARM_ENDPOINT: http } });
    await terminal.shown(/Which account\?[\s\S]*contoso-openai/);
    await terminal.type(DOWN, /❯ contoso-ai \(/);
    await terminal.type(ENTER, /❯ contoso-ai-sweden \(/);
    await terminal.type(ENTER, /Deploy it to contoso-ai-sweden\?/);
    const end = await terminal.ended();
    server.child.kill('SIGINT');
    await server.ended;
    expect(end).toMatchObject({ exit: 0, isCursorShown: true, isRestored: true });
    const listed = await place.run('deployments list -a contoso-ai-sweden --sandbox -o json');
    expect(JSON.parse(listed.stdout)).toMatchObject([{ name: 'embeddings' }, { name: 'gpt-4.1-mini' }]);
  });
});

describe('a wait', () => {
  it('turns a spinner with the time; Ctrl-C says what goes on, and wait finishes it', async () => {
    const place = createPlace();
    await place.run('sandbox scenario set slow --seconds 3');
    const terminal = openTerminal(place, 'deploy gpt-4.1-mini --yes --sandbox');
    await terminal.type(CTRL_C, /Creating gpt-4\.1-mini in contoso-ai[^\n]* 1 s/);
    const end = await terminal.ended();
    expect(end).toMatchObject({ exit: 130, isCursorShown: true, isRestored: true });
    expect(end.raw).toContain(HIDE_CURSOR);
    expect(end.text).toContain('Stopped waiting. Azure goes on creating gpt-4.1-mini in contoso-ai.');
    expect(end.text).toContain('aimi --sandbox deployments wait gpt-4.1-mini');
    const wait = await openTerminal(place, 'deployments wait gpt-4.1-mini --sandbox').ended();
    expect(wait).toMatchObject({ exit: 0, isCursorShown: true, isRestored: true });
    expect(wait.text).toContain('✓ gpt-4.1-mini in contoso-ai is ready');
  });

  it('ends at once at the second Ctrl-C', async () => {
    const place = createPlace();
    await place.run('sandbox scenario set throttled --seconds 30 --times 0');
    const terminal = openTerminal(place, 'deployments list --sandbox --verbose');
    await terminal.type(CTRL_C + CTRL_C, /attempt 2 of 4 in 30 s/);
    const startedMs = performance.now();
    const end = await terminal.ended();
    expect(performance.now() - startedMs).toBeLessThan(1_500);
    expect(end).toMatchObject({ exit: 130, isCursorShown: true, isRestored: true });
  });

  it('has no spinner in a build service', async () => {
    const place = createPlace();
    await place.run('sandbox scenario set slow --seconds 1');
    const end = await openTerminal(place, 'deploy gpt-4.1-mini --yes --sandbox', {
      env: { CI: 'true' },
    }).ended();
    expect(end.exit).toBe(0);
    expect(end.text).not.toMatch(CREATING);
    expect(end.raw).not.toContain(HIDE_CURSOR);
  });
});

describe('the width', () => {
  const LINES = [
    'models list',
    'models list --publisher mistral',
    'models show gpt-4.1-mini',
    'accounts list --sandbox',
    'accounts show --sandbox',
    'deployments list --sandbox',
    'deployments show gpt-4.1-mini --sandbox',
    'deploy gpt-5-mini --dry-run --sandbox',
    'deploy DeepSeek-V3.2 --dry-run --sandbox',
    'sandbox status',
    'sandbox scenario list',
    'deploy --help',
    '--help',
  ];
  /** What is copied stays whole, and so does a single word that is longer than the line. */
  const UNBREAKABLE = /^ *curl -sS |^ +-[Hd] |^ +\$ aimi |^(?:\S+ )*? *\S{27,}$/;
  const place = createPlace();

  beforeAll(async () => {
    await place.run('deploy gpt-4.1-mini --yes --sandbox');
    await place.run(
      'deploy text-embedding-3-small --name embeddings-for-the-search-of-the-shop --yes --sandbox',
    );
  });

  it.each(LINES)('of 80 columns is kept by %s', async (line) => {
    // Notes on stderr are sentences, which the terminal may break.
    const end = await openTerminal(place, `${line} -q`, { columns: 80 }).ended();
    expect(end.exit).toBe(0);
    expect(end.tooWide.filter((row) => !UNBREAKABLE.test(row))).toEqual([]);
  });

  // Help below 80 columns is left to the terminal to break.
  it.each(LINES.filter((line) => !line.includes('--help')))('of 40 columns is kept by %s', async (line) => {
    const end = await openTerminal(place, `${line} -q`, { columns: 40 }).ended();
    expect(end.exit).toBe(0);
    // PRODUCT BUGS when this was written: stacked rows are not wrapped (sandbox scenario list, models show),
    // a table of models show is wider than 40, and so is the line before the call to try.
    expect(end.tooWide.filter((row) => !UNBREAKABLE.test(row))).toEqual([]);
  });

  it.each(LINES)('of 0 columns hangs nothing: %s', async (line) => {
    expect(await openTerminal(place, line, { columns: 0 }).ended()).toMatchObject({ exit: 0 });
  });

  it('of 0 columns hangs neither a question nor a wait', async () => {
    const place = createPlace();
    await place.run('sandbox scenario set slow --seconds 1');
    const terminal = openTerminal(place, 'deploy gpt-4.1-mini --sandbox', { columns: 0 });
    await terminal.type(ENTER, QUESTION);
    expect(await terminal.ended()).toMatchObject({ exit: 0, isCursorShown: true, isRestored: true });
  });

  it('of 40 columns breaks neither a question nor a spinner', async () => {
    const place = createPlace();
    await place.run('sandbox scenario set slow --seconds 2');
    const terminal = openTerminal(
      place,
      'deploy gpt-4.1-mini --name a-rather-long-deployment-name-for-a-narrow-terminal --sandbox',
      { columns: 40 },
    );
    await terminal.type(ENTER, QUESTION);
    expect(await terminal.ended()).toMatchObject({ exit: 0, isCursorShown: true, isRestored: true });
  });
});

describe('colour on a terminal', () => {
  const LINES = [
    'models list --publisher mistral',
    'models show gpt-4.1-mini',
    'models show nope',
    'sandbox status',
  ];
  it.each(LINES)('is there: %s', async (line) => {
    expect((await openTerminal(createPlace(), line).ended()).raw).toMatch(ESCAPE_COLOR);
  });

  it.each(LINES)('is not there with NO_COLOR, --color never or TERM=dumb: %s', async (line) => {
    const place = createPlace();
    const ends = await Promise.all([
      openTerminal(place, line, { env: { NO_COLOR: '1' } }).ended(),
      openTerminal(place, `${line} --color never`).ended(),
      openTerminal(place, line, { env: { TERM: 'dumb' } }).ended(),
    ]);
    for (const end of ends) expect(end.raw).not.toMatch(ESCAPE_COLOR);
  });

  it('is not in the question or the spinner either with NO_COLOR or --color never', async () => {
    const place = createPlace();
    await place.run('sandbox scenario set slow --seconds 1');
    for (const [flag, env] of [
      ['', { NO_COLOR: '1' }],
      ['--color never', {}],
    ] as const) {
      const name = flag === '' ? 'one' : 'two';
      const terminal = openTerminal(place, `deploy gpt-4.1-mini -n ${name} --sandbox ${flag}`, { env });
      await terminal.type(ENTER, QUESTION);
      const end = await terminal.ended();
      expect(end.exit).toBe(0);
      // PRODUCT BUG when this was written: --color never counted for neither.
      expect(end.raw).not.toMatch(ESCAPE_COLOR);
    }
  });
});
