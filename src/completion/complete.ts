import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerCompletion } from './answer.js';
import type { CompletionMachine } from './machine.js';

/** What bin/aimi.js knows of the process. */
export type CompletionCall = Omit<CompletionMachine, 'today' | 'readText' | 'list' | 'readData' | 'words'> & {
  /** `KIND -- WORD...`: what is asked for, then what stands before the cursor. */
  readonly line: readonly string[];
  readonly dataDirectory: string;
};

/**
 * `aimi __complete KIND -- WORD...`: a bundle of its own, without the command tree, so that Tab answers at once.
 * Whatever is wrong, the answer is empty: a message would land in somebody's half-written line.
 */
export function complete({ line, dataDirectory, ...place }: CompletionCall): string {
  const [kind = '', , ...words] = line;
  try {
    return answerCompletion(kind, {
      ...place,
      words,
      today: new Date().toISOString().slice(0, 10),
      readText: (path) => quietly(() => readFileSync(path, 'utf8'), null),
      list: (path) => quietly(() => readdirSync(path).sort(), []),
      readData: (name) => JSON.parse(readFileSync(join(dataDirectory, `${name}.json`), 'utf8')),
    });
  } catch {
    return '';
  }
}

function quietly<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
