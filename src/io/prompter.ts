import type { Prompter, Questions } from '../context.js';
import { AimiError, isAimiError } from '../errors.js';
import type { WayOut } from './inquirer.js';

export interface PrompterSource {
  /** From `mayAsk`, and false with `--no-input`. */
  readonly canAsk: boolean;
  readonly openInput: () => NodeJS.ReadableStream;
  /** Standard error, so that standard output carries the result alone. */
  readonly openOutput: () => NodeJS.WritableStream;
  readonly hasColor: boolean;
  readonly hasUnicode: boolean;
  readonly signal: AbortSignal;
}

/**
 * Asks by @inquirer/prompts. Ctrl-C, Ctrl-D and an aborted signal end a question with `interrupted`;
 * asking although `canAsk` is false is a defect of the caller and says so.
 */
export function createPrompter(source: PrompterSource): Prompter {
  const ask = async <T>(
    message: string,
    wayOut: WayOut | null,
    put: (questions: Questions) => Promise<T>,
  ): Promise<T> => {
    if (!source.canAsk) {
      throw new AimiError('internal', { message: `Nobody can be asked, but this was: ${message}` });
    }
    const { createQuestions } = await import('./inquirer.js');
    try {
      return await put(createQuestions(source, wayOut));
    } catch (error) {
      throw asInterrupted(error, source.signal);
    }
  };
  const questions = (wayOut: WayOut | null): Questions => ({
    confirm: (question) => ask(question.message, wayOut, (questions) => questions.confirm(question)),
    input: (question) => ask(question.message, wayOut, (questions) => questions.input(question)),
    select: (question) => ask(question.message, wayOut, (questions) => questions.select(question)),
    search: (question) => ask(question.message, wayOut, (questions) => questions.search(question)),
    checkbox: (question) => ask(question.message, wayOut, (questions) => questions.checkbox(question)),
    lines: (question) => ask(question.message, wayOut, (questions) => questions.lines(question)),
  });
  return {
    canAsk: source.canAsk,
    ...questions(null),
    async orEscape(word, put) {
      const controller = new AbortController();
      try {
        return await put(questions({ controller, word }));
      } catch (error) {
        if (controller.signal.aborted && !source.signal.aborted) return null;
        throw error;
      }
    },
  };
}

function asInterrupted(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted && isAimiError(signal.reason)) return signal.reason;
  const isLeft = error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name);
  return isLeft ? new AimiError('interrupted', { message: 'Interrupted', cause: error }) : error;
}
