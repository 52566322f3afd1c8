import { pathRules } from '../../config/directories.js';
import type { ShellName } from '../shells.js';
import { isBashCompletionLoaded } from './bash-completion.js';
import { type InstallPlace, type InstallPlan, LINE_MARK } from './place.js';
import { findPowershellProfile } from './powershell-profile.js';

/** Where each shell finds the script, and how it is told when it does not find it by itself. */
export const INSTALL_PLANS: Readonly<Record<ShellName, (place: InstallPlace) => Promise<InstallPlan>>> = {
  async bash(place) {
    const { join, dataHome } = bases(place);
    const script = join(dataHome, 'bash-completion', 'completions', 'aimi');
    const quoted = posixQuote(place, script);
    // Terminal on macOS starts login shells, which do not read ~/.bashrc.
    const start = place.platform === 'darwin' ? '.bash_profile' : '.bashrc';
    return {
      script,
      formerScripts: [],
      startFile: {
        path: join(place.homeDirectory, start),
        line: `[ -r ${quoted} ] && . ${quoted} ${LINE_MARK}`,
        isNeeded: !(await isBashCompletionLoaded(place)),
      },
      load: `source ${quoted}`,
    };
  },

  async zsh(place) {
    const { join, dataHome } = bases(place);
    const own = join(dataHome, 'zsh', 'site-functions');
    const onPath = (place.env.FPATH ?? '')
      .split(':')
      .filter((folder) => folder.startsWith(join(place.homeDirectory, '/')));
    const there = await Promise.all(onPath.map((folder) => place.files.list(folder)));
    const found = onPath.find((_folder, index) => there[index] !== null);
    const folder = posixQuote(place, own);
    const script = join(found ?? own, '_aimi');
    return {
      script,
      formerScripts: [own, ...onPath].map((each) => join(each, '_aimi')).filter((path) => path !== script),
      startFile: {
        path: join(place.env.ZDOTDIR || place.homeDirectory, '.zshrc'),
        line: [
          `fpath=(${folder} $fpath); autoload -Uz _aimi;`,
          `(( $+functions[compdef] )) || { autoload -Uz compinit; compinit }; compdef _aimi aimi ${LINE_MARK}`,
        ].join(' '),
        isNeeded: found === undefined,
      },
      load: found === undefined ? `source ${posixQuote(place, script)}` : 'autoload -Uz compinit; compinit',
    };
  },

  fish(place) {
    const { join, configHome } = bases(place);
    const script = join(configHome, 'fish', 'completions', 'aimi.fish');
    const startFile = { path: join(configHome, 'fish', 'config.fish'), line: '', isNeeded: false };
    return Promise.resolve({
      script,
      formerScripts: [],
      startFile,
      load: `source ${posixQuote(place, script)}`,
    });
  },

  async powershell(place) {
    const { join, dataHome } = bases(place);
    const script = join(dataHome, 'aimi', 'aimi.ps1');
    const quoted = `'${script.replaceAll("'", "''")}'`;
    return {
      script,
      formerScripts: [],
      startFile: {
        path: await findPowershellProfile(place),
        line: `if (Test-Path -LiteralPath ${quoted}) { . ${quoted} } ${LINE_MARK}`,
        isNeeded: true,
      },
      load: `. ${quoted}`,
    };
  },
};

function bases({ env, platform, homeDirectory }: InstallPlace) {
  const paths = pathRules(platform);
  const base = (value: string | undefined, ...standard: readonly string[]): string =>
    value && paths.isAbsolute(value) ? value : paths.join(homeDirectory, ...standard);
  const isNative = platform === 'win32' && !env.XDG_DATA_HOME && !env.SHELL;
  return {
    join: paths.join,
    dataHome: isNative
      ? base(env.LOCALAPPDATA, 'AppData', 'Local')
      : base(env.XDG_DATA_HOME, '.local', 'share'),
    configHome: base(env.XDG_CONFIG_HOME, '.config'),
  };
}

/** For bash, zsh and fish, which on Windows take `C:/Users/...`. */
function posixQuote({ platform }: InstallPlace, path: string): string {
  const text = platform === 'win32' ? path.replaceAll('\\', '/') : path;
  return /^[\w./:@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
