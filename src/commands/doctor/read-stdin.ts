import { createTextCollector, isBinary } from '../../doctor/readers/error-text-collect.js';
import { AimiError } from '../../errors.js';
import type { Session } from '../../session.js';

/** How long a pipe that nobody pointed at may stay silent: long enough for `program 2>&1 |` to start. */
const FIRST_WITHIN_MS = 3000;

/**
 * What is piped in, in bounded memory whatever its length; null when there is nothing. `isAsked`: by
 * `--error -`, and then it waits as long as it takes.
 */
export async function readStandardInput(session: Session, isAsked: boolean): Promise<string | null> {
  const { stdin } = session.ctx;
  if (!isAsked && !stdin.mayHoldInput) return null;
  const collector = createTextCollector();
  const cameInTime = await stdin.readPieces(
    (piece) => collector.add(piece),
    isAsked ? undefined : FIRST_WITHIN_MS,
  );
  if (!cameInTime) {
    session.say('Standard input is open and silent, so it is not waited for (--error - does)');
    return null;
  }
  const text = collector.text();
  if (text.trim() === '') return null;
  if (isBinary(text)) {
    throw new AimiError('invalid-value', {
      message: `Standard input is not text (${collector.length} characters, many of them not readable)`,
      hint: 'Pipe the error message, the traceback or the log in',
    });
  }
  return text;
}
