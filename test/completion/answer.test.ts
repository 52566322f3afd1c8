import { describe, expect, it } from 'vitest';
import { answerCompletion } from '../../src/completion/answer.js';
import { NAME_FILES } from '../../src/completion/known-names.js';
import { completionWords } from '../../src/completion/words.js';
import { entriesOf } from '../helpers/memory-files.js';
import { readData } from '../sandbox/sandbox-world.js';

const WORDS = completionWords();
const SUBSCRIPTION = '11111111-1111-4111-8111-111111111111';

interface Options {
  readonly line?: string;
  readonly files?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** The answer as lines. Files are given below /cache, as JSON, or whole when they are text. */
function ask(kind: string, { line = '', files = {}, env = {} }: Options = {}): readonly string[] {
  const disk = new Map(
    Object.entries(files).map(([path, value]) => [
      path,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
  const text = answerCompletion(kind, {
    words: line === '' ? [] : line.split(' '),
    env: { AIMI_CACHE_DIR: '/cache', AIMI_CONFIG_DIR: '/config', ...env },
    platform: 'linux',
    cwd: '/home/me/project',
    homeDirectory: '/home/me',
    today: '2026-11-22',
    readText: (path) => disk.get(path) ?? null,
    list: (path) => (entriesOf([...disk.keys()], path) ?? []).map(({ name }) => name),
    readData: (name) => (name === 'completion-words' ? WORDS : readData(name)),
  });
  expect(text === '' || text.endsWith('\n')).toBe(true);
  return text.split('\n').slice(0, -1);
}

const inCache = (parts: readonly string[]): string => `/cache/${parts.join('/')}`;
const accountsFile = (id = SUBSCRIPTION) => inCache(NAME_FILES.accounts(NAME_FILES.subscriptionEntry(id)));
const deploymentsFile = (name: string, resourceGroup = 'rg', subscriptionId = SUBSCRIPTION) =>
  inCache(NAME_FILES.deployments({ subscriptionId, resourceGroup, name }));
const deployments = (account: string, ...names: readonly string[]) => ({
  account,
  resourceGroup: 'rg',
  deployments: names.map((name) => ({ name, model: 'gpt-4.1-mini', version: '2025-04-14', sku: 'Standard' })),
});
const values = (lines: readonly string[]) => lines.map((line) => line.split('\t')[0]);

describe('names that Azure listed', () => {
  const files = {
    [accountsFile()]: {
      accounts: [
        { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', name: 'one', location: 'eastus2' },
        { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg-2', name: 'two', location: 'swedencentral' },
      ],
    },
    [deploymentsFile('one')]: deployments('one', 'chat', 'mail'),
    [deploymentsFile('two')]: deployments('two', 'chat', 'search'),
    [deploymentsFile('far', 'rg', 'another-subscription')]: deployments('far', 'far-away'),
    [inCache(NAME_FILES.subscriptions)]: { subscriptions: [{ id: SUBSCRIPTION, name: 'Team One' }] },
  };

  it('are those of all accounts while none is chosen, each once', () => {
    expect(values(ask('deployment', { files })).toSorted()).toEqual(['chat', 'far-away', 'mail', 'search']);
    expect(ask('deployment', { files })).toContain('search\tgpt-4.1-mini 2025-04-14, Standard, in two');
  });

  it.each([
    ['flag', { line: '-a ONE' }, ['chat', 'mail']],
    ['variable', { env: { AIMI_ACCOUNT: 'two' } }, ['chat', 'search']],
    ['subscription by id', { line: `-s ${SUBSCRIPTION}` }, ['chat', 'mail', 'search']],
    ['subscription by name', { line: '--subscription=team', env: { AIMI_SUBSCRIPTION: 'Team One' } }, []],
    [
      'subscription by its name in a variable',
      { env: { AIMI_SUBSCRIPTION: 'team one' } },
      ['chat', 'mail', 'search'],
    ],
    ['another group', { line: '-g rg-9' }, []],
  ])('are those of what the line works on: %s', (_story, options, expected) => {
    expect(values(ask('deployment', { files, ...options })).toSorted()).toEqual(expected);
  });

  it('are of accounts, groups and subscriptions too', () => {
    expect(ask('account', { files })).toEqual(['one\teastus2, rg', 'two\tswedencentral, rg-2']);
    expect(ask('account', { files, line: '-g RG-2' })).toEqual(['two\tswedencentral, rg-2']);
    expect(ask('group', { files })).toEqual(['rg', 'rg-2']);
    expect(ask('subscription', { files })).toEqual([`${SUBSCRIPTION}\tTeam One`]);
  });

  it('are left out when a terminal would not show them as they are', () => {
    const odd = { [deploymentsFile('one')]: deployments('one', 'fine', 'bad\u001b[2J', 'two\nlines', '') };
    expect(values(ask('deployment', { files: odd }))).toEqual(['fine']);
  });

  it.each([
    ['no JSON', 'not json'],
    ['another shape', [1, 2]],
    ['a list of other things', { deployments: [null, 3, { name: 7 }] }],
  ])('are none when the file is damaged: %s', (_story, content) => {
    expect(ask('deployment', { files: { [deploymentsFile('one')]: content } })).toEqual([]);
  });

  it('lie in files that no name leads out of', () => {
    const path = deploymentsFile('../../..', '../..', '..');
    expect(path.split('/').filter((part) => part === '..')).toEqual([]);
    expect(path.split('/')).toHaveLength(5);
  });
});

describe('names of the sandbox', () => {
  it('are those it starts with before it has a state', () => {
    expect(values(ask('account', { line: '--sandbox' }))).toEqual([
      'contoso-ai',
      'contoso-ai-sweden',
      'contoso-openai',
    ]);
    expect(values(ask('deployment', { line: '--sandbox' }))).toEqual([]);
    expect(values(ask('deployment', { line: '--sandbox -a contoso-ai-sweden' }))).toEqual(['embeddings']);
  });

  it('are those of its state', () => {
    const state = {
      accounts: WORDS.sandbox.accounts,
      deployments: [
        {
          account: 'x/rg-sandbox/contoso-ai',
          name: 'chat',
          model: { name: 'm', version: '1' },
          sku: { name: 'S' },
        },
      ],
    };
    const files = { '/cache/sandbox/state.json': state };
    expect(ask('deployment', { files, env: { AIMI_SANDBOX: '1' } })).toEqual(['chat\tm 1, S, in contoso-ai']);
    expect(ask('deployment', { files })).toEqual([]);
  });
});

describe('the catalog', () => {
  it('gives models that can be deployed, each once', () => {
    const models = values(ask('model'));
    expect(models).toContain('gpt-4.1-mini');
    expect(new Set(models).size).toBe(models.length);
  });

  it.each([
    ['an argument', 'deploy gpt-4.1-mini --sku', {}],
    ['a flag', 'cost estimate --model GPT-4.1-mini --sku', {}],
    [
      'the model of its deployment',
      'deployments update chat',
      { [deploymentsFile('one')]: deployments('one', 'chat') },
    ],
  ])('gives versions of the model that the line names: %s', (_story, line, files) => {
    expect(ask('version', { line, files })).toEqual(['2025-04-14\tdefault, retires 2027-04-14']);
    expect(values(ask('sku', { line, files }))).toEqual(['GlobalStandard', 'DataZoneStandard', 'Standard']);
  });

  it('gives no version of nothing, all SKUs, all regions', () => {
    expect(ask('version')).toEqual([]);
    expect(values(ask('sku')).toSorted()).toEqual(['DataZoneStandard', 'GlobalStandard', 'Standard']);
    expect(values(ask('region'))).toContain('swedencentral');
    expect(ask('region').length).toBeGreaterThan(ask('region', { line: 'deploy gpt-4.1-nano -l' }).length);
  });
});

describe('what else can be asked for', () => {
  it('has profiles, scenarios and what aimi explain knows', () => {
    const files = {
      '/config/config.yaml': 'profiles:\n  work:\n    account: a\n  at home:\n    account: b\n',
    };
    expect(ask('profile', { files })).toEqual(['work', 'at home']);
    expect(values(ask('scenario'))).toContain('quota-used-up');
    expect(values(ask('term'))).toEqual(
      expect.arrayContaining(['endpoint.wrong-style', 'DeploymentNotFound', '431']),
    );
  });

  it.each(['', 'nothing', '__proto__', 'constructor'])('knows nothing of the kind %j', (kind) => {
    expect(ask(kind)).toEqual([]);
  });
});
