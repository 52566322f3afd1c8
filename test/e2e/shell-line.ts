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
  /** For a start without anybody's own files. */
  readonly bareArgs: readonly string[];
  /** Ctrl-O prints the line as it is edited, Ctrl-T lists what is possible. */
  readonly lines: readonly string[];
  /** Loads the script from completions/. */
  readonly load: string;
}

const COMPLETIONS = join(ROOT, 'completions');

const SETUPS: Readonly<Record<RealShell, ShellSetup>> = {
  bash: {
    bareArgs: ['--noprofile', '--norc'],
    lines: [
      `PS1='> '; bind 'set bell-style none'; bind 'set enable-bracketed-paste off'; bind 'set page-completions off'`,
      `bind 'set completion-query-items 1000'; bind '"\\C-t": possible-completions'`,
      `_show() { printf '<<%s>>\\n' "$READLINE_LINE"; }; bind -x '"\\C-o": _show'`,
    ],
    load: `source '${COMPLETIONS}/aimi.bash'`,
  },
  zsh: {
    bareArgs: ['-f'],
    lines: [
      `PS1='> '; LISTMAX=1000; setopt no_beep no_list_beep; unsetopt zle_bracketed_paste always_last_prompt prompt_cr prompt_sp; zstyle ':completion:*' menu no`,
      `_show() { zle -I; print -r -- "<<$BUFFER>>"; }; zle -N _show; bindkey '^O' _show; bindkey '^T' list-choices`,
    ],
    load: `fpath=('${COMPLETIONS}' $fpath); autoload -Uz compinit; compinit -D -u`,
  },
  fish: {
    bareArgs: ['--no-config'],
    lines: [
      `function fish_prompt; echo '> '; end; function fish_greeting; end; set -g fish_autosuggestion_enabled 0`,
      `function _show; echo; printf '<<%s>>\\n' (commandline | string collect); commandline -f repaint; end`,
      `bind \\co _show`,
    ],
    load: `source '${COMPLETIONS}/aimi.fish'`,
  },
};

/**
 * With `isInstalled` the shell reads its own files, in which `aimi completion --install` has written.
 *
 * A real shell on a pseudo-terminal in which `aimi` is the built program. What is typed is not run: Tab is sent
 * and the line is read back, as the shell holds it.
 */
export async function openShell(shell: RealShell, place: TestPlace, { isInstalled = false } = {}) {
  const program = join(place.bin, 'aimi');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`);
  chmodSync(program, 0o755);
  const { bareArgs, lines, load } = SETUPS[shell];
  const pty = spawn(shell, [...(isInstalled ? [] : bareArgs), '-i'], {
    cols: 200,
    rows: 50,
    cwd: place.home,
    env: {
      ...place.env,
      PATH: `${place.bin}:${process.env.PATH}`,
      TERM: 'xterm',
      LANG: 'C.UTF-8',
      HISTFILE: '/dev/null',
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
  for (const line of isInstalled ? lines : [...lines, load]) await run(line);

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
