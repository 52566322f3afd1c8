import { describe, expect, it } from 'vitest';
import { install, uninstall } from '../../../src/completion/install/change.js';
import { type InstallPlace, LINE_MARK } from '../../../src/completion/install/place.js';
import { INSTALL_PLANS } from '../../../src/completion/install/plan.js';
import { SHELLS, type ShellName } from '../../../src/completion/shells.js';
import { memoryFiles } from '../../helpers/memory-files.js';

interface Machine {
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly platform?: string;
  readonly home?: string;
}

function machine({ files = {}, env = {}, platform = 'linux', home = '/home/me' }: Machine = {}) {
  const disk = memoryFiles(files);
  const place: InstallPlace = { env, platform, homeDirectory: home, files: disk };
  return {
    disk,
    plan: (shell: ShellName) => INSTALL_PLANS[shell](place),
    install: async (shell: ShellName) => install(disk, await INSTALL_PLANS[shell](place), 'the script\n'),
    uninstall: async (shell: ShellName) => uninstall(disk, await INSTALL_PLANS[shell](place)),
  };
}

describe('where each shell looks', () => {
  const XDG = { XDG_DATA_HOME: '/data', XDG_CONFIG_HOME: '/conf' };
  const WINDOWS = { platform: 'win32', home: 'C:\\Users\\me' };
  const DOCUMENTS = 'C:\\Users\\me\\Documents';
  const ROWS: readonly (readonly [
    story: string,
    shell: ShellName,
    machine: Machine,
    script: string,
    start: string | null,
  ])[] = [
    ['bash', 'bash', {}, '/home/me/.local/share/bash-completion/completions/aimi', '/home/me/.bashrc'],
    ['bash with XDG', 'bash', { env: XDG }, '/data/bash-completion/completions/aimi', '/home/me/.bashrc'],
    [
      'a relative XDG counts for nothing',
      'bash',
      { env: { XDG_DATA_HOME: 'data' } },
      '/home/me/.local/share/bash-completion/completions/aimi',
      '/home/me/.bashrc',
    ],
    [
      'bash on macOS',
      'bash',
      { platform: 'darwin', home: '/Users/me' },
      '/Users/me/.local/share/bash-completion/completions/aimi',
      '/Users/me/.bash_profile',
    ],
    [
      'bash that loads bash-completion',
      'bash',
      {
        files: {
          '/etc/bash.bashrc': '. /usr/share/bash-completion/bash_completion\n',
          '/usr/share/bash-completion/bash_completion': '',
        },
      },
      '/home/me/.local/share/bash-completion/completions/aimi',
      null,
    ],
    [
      'bash that has bash-completion and does not load it',
      'bash',
      {
        files: {
          '/etc/bash.bashrc': '#. /usr/share/bash-completion/bash_completion\n',
          '/usr/share/bash-completion/bash_completion': '',
        },
      },
      '/home/me/.local/share/bash-completion/completions/aimi',
      '/home/me/.bashrc',
    ],
    ['zsh', 'zsh', {}, '/home/me/.local/share/zsh/site-functions/_aimi', '/home/me/.zshrc'],
    [
      'zsh with ZDOTDIR',
      'zsh',
      { env: { ZDOTDIR: '/home/me/z', ...XDG } },
      '/data/zsh/site-functions/_aimi',
      '/home/me/z/.zshrc',
    ],
    [
      'zsh with a folder of its own on fpath',
      'zsh',
      {
        env: { FPATH: '/usr/share/zsh/functions:/home/me/gone:/home/me/.zfunc' },
        files: { '/home/me/.zfunc/_x': '', '/usr/share/zsh/functions/x': '' },
      },
      '/home/me/.zfunc/_aimi',
      null,
    ],
    ['fish', 'fish', {}, '/home/me/.config/fish/completions/aimi.fish', null],
    ['fish with XDG', 'fish', { env: XDG }, '/conf/fish/completions/aimi.fish', null],
    [
      'PowerShell',
      'powershell',
      {},
      '/home/me/.local/share/aimi/aimi.ps1',
      '/home/me/.config/powershell/Microsoft.PowerShell_profile.ps1',
    ],
    [
      'PowerShell on Windows',
      'powershell',
      WINDOWS,
      'C:\\Users\\me\\AppData\\Local\\aimi\\aimi.ps1',
      `${DOCUMENTS}\\PowerShell\\Microsoft.PowerShell_profile.ps1`,
    ],
    [
      'PowerShell with documents in OneDrive',
      'powershell',
      {
        ...WINDOWS,
        env: {
          PSModulePath:
            'C:\\Program Files\\PowerShell\\Modules;C:\\Users\\me\\OneDrive\\Documents\\WindowsPowerShell\\Modules',
        },
      },
      'C:\\Users\\me\\AppData\\Local\\aimi\\aimi.ps1',
      'C:\\Users\\me\\OneDrive\\Documents\\WindowsPowerShell\\Microsoft.PowerShell_profile.ps1',
    ],
  ];
  it.each(ROWS)('%s', async (_story, shell, given, script, start) => {
    const plan = await machine(given).plan(shell);
    expect(plan.script).toBe(script);
    expect(plan.startFile.isNeeded ? plan.startFile.path : null).toBe(start);
    expect(plan.load).not.toBe('');
  });

  it('is written so that the shell reads it, also with blanks and quotation marks', async () => {
    const home = "/home/it's me";
    expect((await machine({ home }).plan('bash')).startFile.line).toContain(
      `. '/home/it'\\''s me/.local/share/bash-completion/completions/aimi' #`,
    );
    expect((await machine({ home }).plan('powershell')).startFile.line).toContain(`. '/home/it''s me/`);
    expect(
      (await machine({ platform: 'win32', home: 'C:\\Users\\me', env: { SHELL: 'bash' } }).plan('bash')).load,
    ).toBe('source C:/Users/me/.local/share/bash-completion/completions/aimi');
  });
});

describe.each(SHELLS)('install for %s', (shell) => {
  it('changes nothing the second time, and is taken away whole', async () => {
    const before = '# mine\nalias x=y';
    const m = machine({
      files: {
        '/home/me/.bashrc': before,
        '/home/me/.zshrc': before,
        '/home/me/.config/powershell/Microsoft.PowerShell_profile.ps1': before,
      },
    });
    const untouched = new Map(m.disk.content);
    const first = await m.install(shell);
    expect(first.map(({ change }) => change)).not.toContain('unchanged');
    const afterFirst = new Map(m.disk.content);
    const second = await m.install(shell);
    expect(new Set(second.map(({ change }) => change))).toEqual(new Set(['unchanged']));
    expect(m.disk.content).toEqual(afterFirst);
    const marks = [...afterFirst.values()].join('\n').split(LINE_MARK).length - 1;
    expect(marks).toBe(shell === 'fish' ? 0 : 1);

    expect((await m.uninstall(shell)).map(({ change }) => change)).toEqual(
      shell === 'fish' ? ['removed'] : ['removed', 'line-removed'],
    );
    for (const [path, text] of m.disk.content) expect(text.trimEnd()).toBe(untouched.get(path));
    expect(await m.uninstall(shell)).toEqual([]);
  });
});

describe('the line in a start file', () => {
  it('is replaced when it has moved, and stays one', async () => {
    const m = machine({ files: { '/home/me/.bashrc': `first\n. /old/place ${LINE_MARK}\nlast\n` } });
    await m.install('bash');
    const lines = m.disk.content.get('/home/me/.bashrc')?.split('\n') ?? [];
    expect(lines.filter((line) => line.includes(LINE_MARK))).toHaveLength(1);
    expect(lines.slice(0, 2)).toEqual(['first', 'last']);
    expect(lines.join('\n')).not.toContain('/old/place');
  });

  it('is not written into a file that would be spoiled, and then nothing is', async () => {
    const m = machine({ files: { '/home/me/.bashrc': 'caf\ufffd\n' } });
    await expect(m.install('bash')).rejects.toMatchObject({ code: 'file-unwritable' });
    expect([...m.disk.content.keys()]).toEqual(['/home/me/.bashrc']);
  });
});

describe('uninstall for zsh', () => {
  it('finds the script where fpath no longer leads', async () => {
    const path = '/home/me/.local/share/zsh/site-functions/_aimi';
    const m = machine({
      files: { [path]: 'script', '/home/me/.zfunc/_x': '' },
      env: { FPATH: '/home/me/.zfunc' },
    });
    expect(await m.uninstall('zsh')).toEqual([{ path, change: 'removed', line: null }]);
  });
});
