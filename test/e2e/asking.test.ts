import { describe, expect, it } from 'vitest';
import { createPlace, type TestPlace } from './place.js';
import { CTRL_C, CTRL_U, DOWN, ENTER, ESCAPE, openTerminal, type TerminalOptions } from './terminal.js';

const ESCAPE_COLOR = /\u001b\[[0-9;]*m/;

type Step = readonly [after: RegExp, keys: string];

/** Every question of the way to a Claude model, which has all of them, each answered by what is offered. */
const CLAUDE: readonly (readonly [name: string, first: Step, ...more: Step[]])[] = [
  ['account', [/\? Which account\?/, ENTER]],
  ['model', [/\? Model:/, 'claude-opus-4-8'], [/❯ claude-opus-4-8 /, ENTER]],
  ['version', [/\? Version:/, ENTER]],
  ['SKU', [/\? SKU:/, ENTER]],
  ['capacity', [/\? Capacity in units:/, ENTER]],
  ['name', [/\? Deployment name:/, ENTER]],
  ['organization', [/\? Anthropic asks who deploys\. Organization:/, 'Contoso & Sons\r']],
  ['country', [/\? Country \(two letters\):/, 'de\r']],
  ['industry', [/\? Industry:/, 'technology\r']],
  ['yes', [/\? Deploy it to contoso-ai\?/, ENTER]],
];

async function deployments(place: TestPlace): Promise<unknown> {
  return JSON.parse((await place.run('deployments list --sandbox -o json')).stdout);
}

/** A served sandbox, where no account is chosen, in the environment of a terminal. */
async function withServer<T>(place: TestPlace, work: (options: TerminalOptions) => Promise<T>): Promise<T> {
  const server = place.start('sandbox start -o json');
  try {
    const { http }: { http: string } = JSON.parse(await server.said(/^\}\n/m));
    return await work({ env: { AIMI_ARM_ENDPOINT: http } });
  } finally {
    server.child.kill('SIGINT');
    await server.ended;
  }
}

/** The command that the run printed at its end. */
function printedLine(text: string): string {
  return /The same without questions:\s+aimi (.*)/.exec(text)?.[1] ?? '';
}

const MINI: readonly Step[] = [
  [/\? Model:/, 'gpt-4.1-mini'],
  [/❯ gpt-4\.1-mini/, ENTER],
];

describe('aimi deploy without a model', () => {
  it('goes from model to deployment, refuses wrong answers and prints the line that asks nothing', async () => {
    const place = createPlace();
    const terminal = openTerminal(place, 'deploy --sandbox');
    await terminal.answer([
      ...MINI,
      [/❯ GlobalStandard {2}\$0\.40 \/ \$1\.60 per 1M tokens[\s\S]*5,000 of 5,000 units free/, DOWN],
      [/❯ DataZoneStandard/, ENTER],
      [/One unit allows 1,000 tokens\/min[\s\S]*2,000 of 2,000\s+units are free/, 'ten\r'],
      [/'ten' is not a whole number of capacity units above 0/, `${CTRL_U}2001\r`],
      [/needs 2,001 units of quota[\s\S]*Use 2000/, `${CTRL_U}20\r`],
      [/Deployment name:/, 'a b\r'],
      [/'a b' cannot be a deployment name/, `${CTRL_U}chat\r`],
      [/quota +1,980 of 2,000 units left after this[\s\S]*Deploy it to contoso-ai\?/, ENTER],
    ]);
    const end = await terminal.ended();
    expect(end).toMatchObject({ exit: 0, isCursorShown: true, isRestored: true });
    expect(end.text).toContain('✓ Deployed gpt-4.1-mini 2025-04-14 as chat in contoso-ai');
    const expected = { name: 'chat', sku: 'DataZoneStandard', capacity: 20, state: 'Succeeded' };
    expect(await deployments(place)).toMatchObject([expected]);

    const again = createPlace();
    expect((await again.run(printedLine(end.text))).exit).toBe(0);
    expect(await deployments(again)).toMatchObject([expected]);
  });

  it('asks for account, version and buyer where they are open; the printed line can be pasted', async () => {
    const place = createPlace();
    await withServer(place, async (options) => {
      const terminal = openTerminal(place, 'deploy', options);
      await terminal.answer(CLAUDE.flatMap(([, ...steps]) => steps));
      const end = await terminal.ended();
      expect(end).toMatchObject({ exit: 0, isCursorShown: true, isRestored: true });
      const line = printedLine(end.text);
      expect(line).toContain('-g rg-sandbox -a contoso-ai --version 2 --sku GlobalStandard');
      expect(line).toContain("--organization 'Contoso & Sons' --country DE --industry technology --yes");
      // A real shell reads the words as they were meant: the same deployment is there already.
      const repeated = await place.shell(`"$NODE" "$AIMI" ${line}`, options.env ? { env: options.env } : {});
      expect(repeated).toMatchObject({ exit: 0 });
      expect(repeated.stderr).toContain('nothing was sent');
    });
  });

  it('goes back from every question by Escape, and out at the first', async () => {
    const place = createPlace();
    await withServer(place, async (options) => {
      const terminal = openTerminal(place, 'deploy', options);
      const questions = CLAUDE.map(([, [question]]) => question);
      const wayBack = questions.toReversed();
      await terminal.answer([
        ...CLAUDE.slice(0, -1).flatMap(([, ...steps]) => steps),
        ...wayBack.map((question): Step => [question, ESCAPE]),
      ]);
      const end = await terminal.ended();
      expect(end).toMatchObject({ exit: 1, isCursorShown: true, isRestored: true });
      expect(end.text).toContain('Nothing was deployed.');
      expect(end.text).toContain('esc leave');
      expect(await deployments(place)).toEqual([]);
    });
  });

  it('takes another answer after going back, and offers the earlier ones again', async () => {
    const place = createPlace();
    const terminal = openTerminal(place, 'deploy --sandbox');
    await terminal.answer([
      ...MINI,
      [/\? SKU:/, ENTER],
      [/\? Capacity in units:/, '30\r'],
      [/\? Deployment name:/, ESCAPE],
      [/\? Capacity in units:[\s\S]*\(30\)/, ESCAPE],
      [/\? SKU:/, DOWN],
      [/❯ DataZoneStandard/, ENTER],
      [/\? Capacity in units:[\s\S]*\(10\)/, ENTER],
      [/\? Deployment name:/, ENTER],
      [/Deploy it to contoso-ai\?/, 'n\r'],
    ]);
    const end = await terminal.ended();
    expect(end).toMatchObject({ exit: 1, isRestored: true });
    expect(end.text).toMatch(
      /Nothing was deployed\.\n.*The same without questions:\s+aimi --sandbox deploy gpt-4\.1-mini .*--sku DataZoneStandard --capacity 10 /,
    );
    expect(await deployments(place)).toEqual([]);
  });

  it.each(CLAUDE.map(([name], index) => [name, index] as const))(
    'ends cleanly by Ctrl-C at the question for %s',
    async (_, index) => {
      const place = createPlace();
      await withServer(place, async (options) => {
        const terminal = openTerminal(place, 'deploy', options);
        const [, [question] = []] = CLAUDE[index] ?? [];
        if (question === undefined) throw new Error('There is no such question.');
        await terminal.answer([
          ...CLAUDE.slice(0, index).flatMap(([, ...steps]) => steps),
          [question, CTRL_C],
        ]);
        const end = await terminal.ended();
        expect(end).toMatchObject({ exit: 130, isCursorShown: true, isRestored: true });
        expect(end.text).toContain('Interrupted. Nothing was deployed.');
        expect(end.text).not.toMatch(/^\s+at /m);
      });
      expect(await deployments(place)).toEqual([]);
    },
  );

  it('says so when no model matches, names near ones and goes on', async () => {
    const place = createPlace();
    const terminal = openTerminal(place, 'deploy --sandbox');
    await terminal.answer([
      [/\? Model:/, 'zzqqzzqq'],
      // Enter has nothing to take.
      [/\(type to search\) zzqqzzqq[\s\S]*No model matches\./, `${ENTER}${CTRL_U}gtp-5-mini`],
      [/No model matches\. Near: gpt-5-mini/, `${CTRL_U}openai embeddings small`],
      [/❯ text-embedding-3-small /, ENTER],
      [/\? SKU:/, CTRL_C],
    ]);
    expect(await terminal.ended()).toMatchObject({ exit: 130, isRestored: true });
  });

  it('skips the questions that a flag answers', async () => {
    const place = createPlace();
    const terminal = openTerminal(
      place,
      'deploy --sandbox --sku datazone --capacity 12 --name chat --version 2025-04-14',
    );
    await terminal.answer([...MINI, [/Deploy it to contoso-ai\?/, ENTER]]);
    const end = await terminal.ended();
    expect(end.exit).toBe(0);
    expect(end.text).not.toMatch(/\? (?:Version|SKU|Capacity|Deployment name)/);
    expect(await deployments(place)).toMatchObject([{ name: 'chat', sku: 'DataZoneStandard', capacity: 12 }]);
  });

  it.each([40, 80])('fits into %i columns', async (columns) => {
    const terminal = openTerminal(createPlace(), 'deploy --sandbox', { columns });
    await terminal.answer([
      ...MINI,
      [/\? SKU:/, ENTER],
      [/\? Capacity in units:/, '0\r'],
      [/'0' is not a whole/, `${CTRL_U}5\r`],
      [/\? Deployment name:/, ENTER],
      [/Deploy it to contoso-ai\?/, 'n\r'],
    ]);
    const end = await terminal.ended();
    expect(end).toMatchObject({ exit: 1, isRestored: true });
    const questions = end.text.slice(0, end.text.indexOf('Nothing was deployed'));
    expect(end.tooWide.filter((row) => questions.includes(row) && !row.startsWith('The prices'))).toEqual([]);
  });

  it('has no colour with NO_COLOR, and only ASCII without a UTF-8 locale', async () => {
    const env = { NO_COLOR: '1', LANG: 'C' };
    const terminal = openTerminal(createPlace(), 'deploy --sandbox', { env });
    await terminal.answer([
      [/\? Model:/, 'gpt-4.1-mini'],
      [/> gpt-4\.1-mini/, ENTER],
      [/\? SKU:/, ENTER],
      [/\? Capacity in units:/, 'x\r'],
      [/not a whole number/, `${CTRL_U}5\r`],
      [/\? Deployment name:/, ENTER],
      [/Deploy it to contoso-ai\?/, 'n\r'],
    ]);
    const end = await terminal.ended();
    expect(end.exit).toBe(1);
    expect(end.raw).not.toMatch(ESCAPE_COLOR);
    expect(end.text).not.toMatch(/[^\x00-\x7f]/);
  });
});

describe('aimi deployments delete without a name', () => {
  async function twoDeployments(): Promise<TestPlace> {
    const place = createPlace();
    await place.run('deploy gpt-4.1-mini --name chat --yes --sandbox');
    await place.run('deploy text-embedding-3-small --name search --capacity 5 --yes --sandbox');
    return place;
  }

  it('deletes what is ticked, one after another', async () => {
    const place = await twoDeployments();
    const terminal = openTerminal(place, 'deployments delete --sandbox');
    await terminal.answer([
      [/◯ chat +gpt-4\.1-mini 2025-04-14, GlobalStandard, 10 units[\s\S]*◯ search/, ENTER],
      [/At least one choice must be selected/, ' '],
      [/❯◉ chat/, DOWN],
      [/❯◯ search/, ' '],
      [/❯◉ search/, ENTER],
      [/Delete chat [\s\S]*Type its name:/, 'chat\r'],
      [/Delete search [\s\S]*Type its name:/, 'search\r'],
    ]);
    const end = await terminal.ended();
    expect(end).toMatchObject({ exit: 0, isCursorShown: true, isRestored: true });
    expect(end.text).toMatch(/✓ Deleted chat from contoso-ai\n.*✓ Deleted search from contoso-ai/);
    expect(printedLine(end.text)).toBe('--sandbox deployments delete chat search --yes');
    expect(await deployments(place)).toEqual([]);
  });

  it('names what is gone and what remains when one fails half way', async () => {
    const place = await twoDeployments();
    await place.run('deploy gpt-5-mini --name third --yes --sandbox');
    await place.run('sandbox scenario set slow --seconds 3');
    const terminal = openTerminal(place, 'deployments delete --yes --sandbox');
    await terminal.answer([
      [/❯◯ chat/, 'a'],
      [/◉ third/, ENTER],
    ]);
    await terminal.shown(/Deleting chat in contoso-ai/);
    await place.run('sandbox scenario set role-missing');
    const end = await terminal.ended();
    expect(end).toMatchObject({ exit: 4, isRestored: true });
    expect(end.text).toContain('✓ Deleted chat from contoso-ai');
    expect(end.text).toMatch(/✗ search: [\s\S]*Deleted before: chat\n +Not tried: third/);
    await place.run('sandbox scenario clear');
    expect(await deployments(place)).toMatchObject([{ name: 'search' }, { name: 'third' }]);
  });

  it.each([
    ['Escape in the list', [[/❯◯ chat/, ESCAPE]], 1],
    ['Ctrl-C in the list', [[/❯◯ chat/, CTRL_C]], 130],
    [
      'Ctrl-C at the second name',
      [
        [/❯◯ chat/, 'a'],
        [/◉ search/, ENTER],
        [/Delete chat [\s\S]*Type its name:/, 'chat\r'],
        [/Delete search [\s\S]*Type its name:/, CTRL_C],
      ],
      130,
    ],
  ] satisfies [string, Step[], number][])('deletes nothing after %s', async (_, steps, exit) => {
    const place = await twoDeployments();
    const terminal = openTerminal(place, 'deployments delete --sandbox');
    await terminal.answer(steps);
    const end = await terminal.ended();
    expect(end).toMatchObject({ exit, isCursorShown: true, isRestored: true });
    expect(end.text).toContain('Nothing was deleted.');
    expect(await deployments(place)).toMatchObject([{ name: 'chat' }, { name: 'search' }]);
  });

  it('fits into 40 columns, without colour where none is wanted', async () => {
    const place = await twoDeployments();
    const terminal = openTerminal(place, 'deployments delete --sandbox', {
      columns: 40,
      env: { NO_COLOR: '1' },
    });
    await terminal.answer([
      [/❯◯ chat\s+gpt-4\.1-mini 2025-04-14,\s+GlobalStandard, 10 units/, ' '],
      [/❯◉ chat/, ESCAPE],
    ]);
    const end = await terminal.ended();
    expect(end.tooWide).toEqual([]);
    expect(end.raw).not.toMatch(ESCAPE_COLOR);
  });
});

describe('aimi doctor --ask', () => {
  const TRACEBACK = [
    'Traceback (most recent call last):',
    '  File "app.py", line 12, in <module>',
    '',
    'During handling of the above exception, another exception occurred:',
    '',
    `openai.NotFoundError: Error code: 404 - {'error': {'code': 'DeploymentNotFound', 'message': 'The API deployment for this resource does not exist.'}}`,
    '',
    '',
  ].join('\r');

  it('asks for what it lacks and finds the cause; a paste may have empty lines', async () => {
    const terminal = openTerminal(createPlace(), 'doctor --ask --offline --verbose');
    await terminal.answer([
      [/Paste what the call printed/, TRACEBACK],
      [/\? Base URL that the call uses:/, 'not an address\r'],
      [/An address has no blanks/, `${CTRL_U}https://contoso.openai.azure.com\r`],
      [/\? Deployment or model name/, ESCAPE],
      [/\? Base URL that the call uses:[\s\S]*\(https:\/\/contoso\.openai\.azure\.com\)/, ENTER],
      [/\? Deployment or model name/, 'gpt-4o\r'],
      [/\? SDK and its version:/, '!!\r'],
      [/A package and a version/, `${CTRL_U}openai@1.55.0\r`],
    ]);
    const end = await terminal.ended();
    expect(end).toMatchObject({ exit: 5, isCursorShown: true, isRestored: true });
    expect(end.text).toContain('✗ No deployment of that name on this resource');
    expect(end.text).toContain('(deployment.not-found');
  });

  it('asks only for what the line leaves open', async () => {
    const line = `doctor --ask --offline --error '404 DeploymentNotFound' --endpoint https://contoso.openai.azure.com --sdk openai@1.55.0`;
    const terminal = openTerminal(createPlace(), line);
    await terminal.answer([[/\? Deployment or model name/, 'gpt-4o\r']]);
    const end = await terminal.ended();
    expect(end).toMatchObject({ exit: 5, isRestored: true });
    expect(end.text).not.toMatch(/Paste what|Base URL|SDK and its/);
  });

  it.each([
    ['Ctrl-C at the error', [[/Paste what the call printed/, CTRL_C]], 130],
    ['Escape at the error', [[/Paste what the call printed/, ESCAPE]], 1],
    [
      'Ctrl-C at the endpoint',
      [
        [/Paste what the call printed/, ENTER],
        [/\? Base URL/, CTRL_C],
      ],
      130,
    ],
  ] satisfies [string, Step[], number][])('checks nothing after %s', async (_, steps, exit) => {
    const terminal = openTerminal(createPlace(), 'doctor --ask --offline', { env: { NO_COLOR: '1' } });
    await terminal.answer(steps);
    const end = await terminal.ended();
    expect(end).toMatchObject({ exit, isCursorShown: true, isRestored: true });
    expect(end.text).toContain('Nothing was checked.');
    expect(end.raw).not.toMatch(ESCAPE_COLOR);
  });

  it('asks nothing without --ask', async () => {
    const end = await openTerminal(createPlace(), 'doctor --offline').ended();
    expect(end.text).not.toContain('?');
  });
});

describe('where nobody can be asked', () => {
  const LINES = [
    ['deploy --sandbox', /Which model\? Nobody can be asked here\.[\s\S]*aimi --sandbox deploy MODEL/],
    ['deployments create --sandbox', /Which model\? Nobody can be asked here\./],
    [
      'deployments delete --sandbox',
      /Which deployments\? Nobody can be asked here\.[\s\S]*delete NAME --yes/,
    ],
    [
      'doctor --ask --offline',
      /nobody can be asked here\.[\s\S]*--error, --endpoint, --deployment and --sdk/,
    ],
  ] as const;

  it.each(LINES)(
    '%s is refused: a terminal in CI, by a variable, TERM=dumb, --no-input, a pipe',
    async (line, message) => {
      const place = createPlace();
      const ends = await Promise.all([
        openTerminal(place, line, { env: { CI: '1' } }).ended(),
        openTerminal(place, line, { env: { AIMI_NO_INPUT: '1' } }).ended(),
        openTerminal(place, line, { env: { TERM: 'dumb' } }).ended(),
        openTerminal(place, `${line} --no-input`).ended(),
      ]);
      for (const end of ends) {
        expect(end).toMatchObject({ exit: 2, isRestored: true });
        expect(end.text).toMatch(message);
      }
      const piped = await place.run(line);
      expect(piped.exit).toBe(2);
      expect(piped.stderr).toMatch(message);
    },
  );
});
