import type { Choice, Prompter, Questions } from '../../src/context.js';
import { AimiError } from '../../src/errors.js';

/** Answers that are keys. */
export const ESCAPE = '<esc>';
export const INTERRUPT = '<ctrl-c>';

class Escaped extends Error {}

/**
 * Answers questions from `next`: true for yes, the beginning of a line of a list, several with a comma between
 * them for a checkbox, text for the rest. What a list does not offer, what is disabled and what a validation
 * refuses fails the test.
 */
export function fakePrompter(canAsk: boolean, next: (message: string) => string | boolean): Prompter {
  const answer = (message: string): string | boolean => {
    const given = next(message);
    if (given === ESCAPE) throw new Escaped();
    if (given === INTERRUPT) throw new AimiError('interrupted', { message: 'Interrupted' });
    return given;
  };
  const pick = <T extends string>(message: string, choices: readonly Choice<T>[], wanted: string): T => {
    const choice = choices.find((row) => row.name.startsWith(wanted) && row.isDisabled !== true);
    if (choice !== undefined) return choice.value;
    const lines = choices.map((row) => row.name).join('\n');
    throw new Error(`'${wanted}' is not among the choices of: ${message}\n${lines}`);
  };
  const questions: Questions = {
    confirm: async ({ message }) => answer(message) === true,
    async input({ message, initial, validate }) {
      const text = String(answer(message)) || (initial ?? '');
      const verdict = validate?.(text) ?? true;
      if (verdict !== true) throw new Error(`'${text}' is refused by: ${message}\n${verdict}`);
      return text;
    },
    select: async ({ message, choices }) => pick(message, choices, String(answer(message))),
    async search({ message, find }) {
      const wanted = String(answer(message));
      const found = find(wanted);
      if (typeof found === 'string') throw new Error(found);
      return pick(message, found, wanted);
    },
    async checkbox({ message, choices }) {
      const wanted = String(answer(message)).split(',');
      return wanted.map((word) => pick(message, choices, word));
    },
    lines: async ({ message }) => String(answer(message)),
  };
  return {
    canAsk,
    ...questions,
    async orEscape(_wayOut, ask) {
      try {
        return await ask(questions);
      } catch (error) {
        if (error instanceof Escaped) return null;
        throw error;
      }
    },
  };
}
