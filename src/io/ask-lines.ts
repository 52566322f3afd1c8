import { createInterface } from 'node:readline';

/** Lines of a paste follow one another faster than this; a person who types is slower. */
const PASTE_PAUSE_MS = 250;

export interface LinesPlace {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

/**
 * Reads lines until an empty one, or the end (Ctrl-D). An empty line inside a paste, as tracebacks have them,
 * ends nothing: more follows at once. Rejects when the signal is aborted or Ctrl-C is typed, with an error of
 * the name that @inquirer/prompts gives it.
 */
export function askLines(question: string, { input, output, signal }: LinesPlace): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    let pause: NodeJS.Timeout | undefined;
    // With `terminal` a line can be longer than the 4096 characters of the line discipline.
    const reader = createInterface({ input, output, terminal: true, prompt: '', historySize: 0 });
    // Settles first: closing says `close`, which must not finish what was left. A second settling is nothing.
    const end = (settle: () => void): void => {
      clearTimeout(pause);
      signal.removeEventListener('abort', abort);
      settle();
      reader.close();
    };
    const finish = (): void => end(() => resolve(lines.join('\n').trim()));
    const leave = (name: string): void =>
      end(() => reject(Object.assign(new Error('The question was left'), { name })));
    const abort = (): void => leave('AbortPromptError');
    reader.on('line', (line) => {
      clearTimeout(pause);
      lines.push(line);
      if (line.trim() === '') pause = setTimeout(finish, PASTE_PAUSE_MS);
    });
    reader.once('close', finish);
    reader.on('SIGINT', () => leave('ExitPromptError'));
    signal.addEventListener('abort', abort);
    output.write(question);
    if (signal.aborted) abort();
  });
}
