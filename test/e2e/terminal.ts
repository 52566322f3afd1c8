import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import stringWidth from 'string-width';
import { BIN } from './paths.js';
import type { Env, TestPlace } from './place.js';
import { words } from './words.js';

export const ENTER = '\r';
export const CTRL_C = '\u0003';
export const CTRL_U = '\u0015';
export const ESCAPE = '\u001b';
export const DOWN = '\u001b[B';
export const HIDE_CURSOR = '\u001b[?25l';
export const SHOW_CURSOR = '\u001b[?25h';

export interface TerminalOptions {
  /** 0: the terminal does not know its width. */
  readonly columns?: number;
  readonly env?: Env;
}

const SEEN = '[seen]';

/**
 * `aimi LINE` on a pseudo-terminal, in a shell that survives Ctrl-C and says afterwards how the program ended
 * and in which state it left the terminal. It stays until the test has read all of that: node-pty (1.1.0) drops
 * what is unread when its child exits, in 4 of 300 runs on a busy machine and in 167 of 200 when the test itself
 * is busy for 250 ms; in none of 200 since the shell waits.
 */
const SCRIPT = `trap : INT
[ "$COLUMNS_WANTED" = 0 ] && stty cols 0 rows 0
"$NODE" "$AIMI" "$@"
echo "[exit $?]"
stty -a
echo '[over]'
until [ "$line" = '${SEEN}' ]; do read -r line; done`;

export function openTerminal(place: TestPlace, line: string, options: TerminalOptions = {}) {
  const columns = options.columns ?? 80;
  const pty = spawn('/bin/sh', ['-c', SCRIPT, 'sh', ...words(line)], {
    cols: columns === 0 ? 80 : columns,
    rows: 30,
    cwd: place.home,
    env: {
      ...place.env,
      // A `name` given to node-pty would win over what a test says.
      TERM: 'xterm-256color',
      PATH: process.env.PATH,
      NODE: process.execPath,
      AIMI: BIN,
      COLUMNS_WANTED: String(columns),
      ...options.env,
    },
  });
  let raw = '';
  const listeners = new Set<() => void>();
  pty.onData((text) => {
    raw += text;
    for (const listener of listeners) listener();
  });
  const text = (): string => stripVTControlCharacters(raw).replaceAll('\r', '');

  const shown = (pattern: RegExp, from = 0): Promise<void> =>
    new Promise((resolve, reject) => {
      const guard = setTimeout(() => {
        pty.kill('SIGKILL');
        reject(new Error(`${pattern} does not appear. On the screen:\n${text()}`));
      }, 20_000);
      const look = (): void => {
        if (!pattern.test(stripVTControlCharacters(raw.slice(from)).replaceAll('\r', ''))) return;
        clearTimeout(guard);
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });

  return {
    shown,
    /** Everything so far without control sequences. */
    text,
    /** Everything so far as it was sent. */
    raw: () => raw,
    /** Types once the program has shown what it waits for. */
    async type(keys: string, after: RegExp): Promise<void> {
      await shown(after);
      pty.write(keys);
    },
    /** One question after the other: waits for each to show up after the keys before it, and types its keys. */
    async answer(steps: readonly (readonly [after: RegExp, keys: string])[]): Promise<void> {
      let from = 0;
      for (const [after, keys] of steps) {
        await shown(after, from);
        from = raw.length;
        pty.write(keys);
      }
    },
    async ended(): Promise<TerminalEnd> {
      await shown(/^\[over\]$/m);
      pty.write(`\n${SEEN}\n`);
      const own = raw.slice(0, raw.indexOf('[exit '));
      return {
        exit: Number(/\[exit (\d+)\]/.exec(raw)?.[1]),
        raw: own,
        text: stripVTControlCharacters(own).replaceAll('\r', ''),
        isCursorShown: own.lastIndexOf(SHOW_CURSOR) >= own.lastIndexOf(HIDE_CURSOR),
        isRestored:
          /(?<!-)\bicanon\b/.test(text()) && /(?<!-)\bisig\b/.test(text()) && /(?<!-)\becho\b/.test(text()),
        tooWide: lastingLines(own).filter((line) => stringWidth(line) > columns),
      };
    },
  };
}

export interface TerminalEnd {
  readonly exit: number;
  readonly raw: string;
  readonly text: string;
  readonly isCursorShown: boolean;
  /** Lines are edited and shown by the terminal again, and Ctrl-C is a signal. */
  readonly isRestored: boolean;
  /** Lines that do not fit into the columns. */
  readonly tooWide: readonly string[];
}

const SPINNER = /^[\u2801-\u28ff] /;

/** The lines that stay on the screen: what jumps to the start of its line is written over. */
function lastingLines(raw: string): string[] {
  const lines = raw.replaceAll('\r\n', '\n').replace(/\r|\u001b\[\d*G/g, '\n');
  return stripVTControlCharacters(lines)
    .split('\n')
    .filter((line) => !SPINNER.test(line));
}
