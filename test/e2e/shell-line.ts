import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { BIN, ROOT } from './paths.js';
import type { TestPlace } from './place.js';

export type RealShell = 'bash' | 'zsh' | 'fish';

export function hasShell(shell: string): boolean {
  return spawnSync(shell, ['-c', 'exit 0'], { stdio: 'ignore' }).status === 0;
}

interface ShellSetup {
  readonly args: readonly string[];
  /** Lines for a start without anybody's own files; Ctrl-X prints the line as it is edited, Ctrl-T asks for all. */
  readonly lines: readonly string[];
}

const COMPLETIONS = join(ROOT, 'completions');

const SETUPS: Readonly<Record<RealShell, ShellSetup>> = {
  bash: {
    args: ['--noprofile', '--norc', '-i'],
    lines: [
      `PS1='> '; bind 'set bell-style none'; bind 'set enable-bracketed-paste off'; bind 'set page-completions off'`,
      `bind 'set completion-query-items 1000'; bind '"\\C-t": possible-completions'`,
      `_show() { printf '<<%s>>\\n' "$READLINE_LINE"; }; bind -x '"\\C-o": _show'`,
      `source '${COMPLETIONS}/aimi.bash'`,
    ],
  },
  zsh: {
    args: ['-f', '-i'],
    lines: [
      `PS1='> '; setopt no_beep no_list_beep; unsetopt zle_bracketed_paste always_last_prompt prompt_cr prompt_sp; zstyle ':completion:*' menu no`,
      `fpath=('${COMPLETIONS}' $fpath); autoload -Uz compinit; compinit -D -u; LISTMAX=1000`,
      `_show() { zle -I; print -r -- "<<$BUFFER>>"; }; zle -N _show; bindkey '^O' _show; bindkey '^T' list-choices`,
    ],
  },
  fish: {
    args: ['--no-config', '-i'],
    lines: [
      `function fish_prompt; echo '> '; end; function fish_greeting; end; set -g fish_autosuggestion_enabled 0`,
      `function _show; echo; printf '<<%s>>\\n' (commandline | string collect); commandline -f repaint; end`,
      `bind \\co _show; source '${COMPLETIONS}/aimi.fish'`,
    ],
  },
};

/**
 * A real shell on a pseudo-terminal in which `aimi` is the built program. What is typed is not run: Tab is sent
 * and the line is read back, as the shell holds it.
 */
export async function openShell(shell: RealShell, place: TestPlace, env: Record<string, string> = {}) {
  const program = join(place.bin, 'aimi');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`);
  chmodSync(program, 0o755);
  const { args, lines } = SETUPS[shell];
  const pty = spawn(shell, [...args], {
    cols: 200,
    rows: 50,
    cwd: place.home,
    env: {
      ...place.env,
      PATH: `${place.bin}:${process.env.PATH}`,
      TERM: 'xterm',
      LANG: 'C.UTF-8',
      HISTFILE: '/dev/null',
      XDG_DATA_HOME: join(place.home, 'data'),
      XDG_CONFIG_HOME: join(place.home, 'xdg'),
      ...env,
    },
  });
  let raw = '';
  pty.onData((text) => {
    raw += text;
  });
  const text = (from = 0): string => stripVTControlCharacters(raw.slice(from)).replaceAll('\r', '');
  const seen = async (pattern: RegExp, from: number): Promise<RegExpExecArray> => {
    for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 20) {
      const match = pattern.exec(text(from));
      if (match !== null) return match;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`${pattern} does not appear in ${shell}. On the screen:\n${text(from)}`);
  };
  const run = async (line: string): Promise<void> => {
    const from = raw.length;
    pty.write(`${line}\r`);
    pty.write("echo 're''ady'\r");
    await seen(/ready\n/, from);
  };
  await run('true');
  for (const line of lines) await run(line);

  return {
    run,
    /** The line after `typed` and Tab. */
    async complete(typed: string): Promise<string> {
      const from = raw.length;
      pty.write(`${typed}\t`);
      pty.write('\u000f');
      const [, line = ''] = await seen(/<<(.*)>>/, from);
      pty.write('\u0015\u000b');
      return line;
    },
    /** What the screen shows after `typed` and the key that lists everything possible. */
    async list(typed: string): Promise<string> {
      const from = raw.length;
      pty.write(typed);
      pty.write(shell === 'fish' ? '\t' : '\u0014');
      pty.write('\u000f');
      await seen(/<<(.*)>>/, from);
      const shown = text(from);
      pty.write(shell === 'fish' ? '\u001b\u0015\u000b' : '\u0015\u000b');
      return shown;
    },
    close: () => pty.kill('SIGKILL'),
  };
}
