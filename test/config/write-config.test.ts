import { describe, expect, it } from 'vitest';
import { type ConfigEdit, editYaml } from '../../src/config/edit-yaml.js';
import { writeConfig } from '../../src/config/write-config.js';
import { memoryFiles } from '../helpers/memory-files.js';

const set = (value: string, ...path: string[]): ConfigEdit => ({ path, value });
const unset = (...path: string[]): ConfigEdit => ({ path, value: null });

const COMMENTED = `# of Ada
# for work

output: json # as scripts like it

# where
account: "contoso-ai"
profiles:
  # customers
  work:
    account: work-ai # old name
`;

describe('editYaml', () => {
  it.each<[string, string, readonly ConfigEdit[], string]>([
    ['writes into nothing', '', [set('json', 'output')], 'output: json\n'],
    ['adds at the end', 'output: json\n', [set('a', 'account')], 'output: json\naccount: a\n'],
    [
      'replaces in place and keeps comments, order and quotes',
      COMMENTED,
      [set('fabrikam-ai', 'account'), set('new-ai', 'profiles', 'work', 'account')],
      COMMENTED.replace('"contoso-ai"', '"fabrikam-ai"').replace('work-ai', 'new-ai'),
    ],
    [
      'makes a profile',
      '# mine\noutput: json\n',
      [set('a', 'profiles', 'work', 'account'), set('g', 'profiles', 'work', 'resourceGroup')],
      '# mine\noutput: json\nprofiles:\n  work:\n    account: a\n    resourceGroup: g\n',
    ],
    ['keeps a file of comments', '# nothing yet\n', [set('a', 'account')], '# nothing yet\n\naccount: a\n'],
    [
      'fills a profile that says nothing',
      'profiles:\n  work:\n',
      [set('a', 'profiles', 'work', 'account')],
      'profiles:\n  work:\n    account: a\n',
    ],
    [
      'fills empty braces line by line',
      'profiles: {}\n',
      [set('a', 'profiles', 'w', 'account')],
      'profiles:\n  w:\n    account: a\n',
    ],
    ['takes away', 'output: json\naccount: a\n', [unset('account')], 'output: json\n'],
    ['takes away what is not there', 'output: json\n', [unset('account')], 'output: json\n'],
    [
      'takes a profile away with its last setting',
      'output: json\nprofiles:\n  w:\n    account: a\n',
      [unset('profiles', 'w', 'account')],
      'output: json\n',
    ],
    ['leaves nothing of the last setting', 'output: json\n', [unset('output')], ''],
    [
      'keeps the line ends of Windows',
      '# x\r\noutput: json\r\n',
      [set('a', 'account')],
      '# x\r\noutput: json\r\naccount: a\r\n',
    ],
    ['keeps a byte order mark', '\uFEFFoutput: json\n', [set('csv', 'output')], '\uFEFFoutput: csv\n'],
    [
      'does not fold a long value',
      '',
      [set(`/${'long name '.repeat(20)}end`, 'caFile')],
      `caFile: /${'long name '.repeat(20)}end\n`,
    ],
    [
      'quotes what would be read otherwise',
      '',
      [set('a: b # c', 'subscription')],
      'subscription: "a: b # c"\n',
    ],
  ])('%s', (_story, text, edits, expected) => {
    expect(editYaml(text, edits)).toBe(expected);
  });
});

describe('writeConfig', () => {
  const PATH = '/config/config.yaml';

  it('says whether anything changed and writes only then', async () => {
    const files = memoryFiles({ [PATH]: 'output: json\n' });
    const written: unknown[] = [];
    const watched = {
      ...files,
      writeTextAtomically: (...args: Parameters<typeof files.writeTextAtomically>) => {
        written.push(args);
        return files.writeTextAtomically(...args);
      },
    };
    expect(await writeConfig(watched, PATH, [set('json', 'output')])).toBe(false);
    expect(written).toEqual([]);
    expect(await writeConfig(watched, PATH, [set('csv', 'output')])).toBe(true);
    // An existing file keeps its mode; a new one is for its owner.
    expect(written).toEqual([[PATH, 'output: csv\n', undefined]]);
    await writeConfig(watched, '/new/config.yaml', [set('csv', 'output')]);
    expect(written[1]).toEqual(['/new/config.yaml', 'output: csv\n', 0o600]);
  });

  it('leaves a file alone that is no configuration', async () => {
    for (const text of ['- a\n', 'output: "x\n', 'outptu: json\n', 'apiKey: hunter2\n']) {
      const files = memoryFiles({ [PATH]: text });
      const failure = await writeConfig(files, PATH, [set('json', 'output')]).catch(
        (error: unknown) => error,
      );
      expect(failure).toMatchObject({ code: 'config-invalid' });
      expect(String(failure)).not.toContain('hunter2');
      expect(files.content.get(PATH)).toBe(text);
    }
  });

  it('does not leave a profile in use that has gone with its last setting', async () => {
    const files = memoryFiles({ [PATH]: 'profile: w\noutput: json\nprofiles:\n  w:\n    account: a\n' });
    await writeConfig(files, PATH, [unset('profiles', 'w', 'account')]);
    expect(files.content.get(PATH)).toBe('output: json\n');
  });

  it('loses nothing when several write at once', async () => {
    const files = memoryFiles();
    const names = Array.from({ length: 20 }, (_, index) => `p${index}`);
    await Promise.all(names.map((name) => writeConfig(files, PATH, [set('a', 'profiles', name, 'account')])));
    const text = files.content.get(PATH) ?? '';
    for (const name of names) expect(text).toContain(`  ${name}:\n    account: a\n`);
  });
});
