import type { Choice, Prompter, Questions } from '../context.js';
import { stripControls } from '../core/text.js';
import { AimiError, isAimiError } from '../errors.js';
import { choiceText } from '../render/choice-text.js';
import { type PromptHints, promptTheme } from './prompt-theme.js';

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

type Prompts = typeof import('./inquirer.js');

interface PromptContext {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
  readonly clearPromptOnDone: boolean;
}

/** Where Escape leads: the signal that it aborts, and the word for it. */
interface Escape {
  readonly controller: AbortController;
  readonly word: string;
}

/** Columns for what is typed behind the message of a search. */
const SEARCH_ROOM = 10;
/** Lines of a list, when the terminal is high enough, and at least. */
const PAGE = { most: 10, least: 4, besides: 8 };

/**
 * Asks by @inquirer/prompts. Ctrl-C, Ctrl-D and an aborted signal end a question with `interrupted`;
 * asking although `canAsk` is false is a defect of the caller and says so.
 */
export function createPrompter(source: PrompterSource): Prompter {
  return {
    canAsk: source.canAsk,
    ...questionsOf(source, null),
    async orEscape(word, ask) {
      const controller = new AbortController();
      try {
        return await ask(questionsOf(source, { controller, word }));
      } catch (error) {
        if (controller.signal.aborted && !source.signal.aborted) return null;
        throw error;
      }
    },
  };
}

function questionsOf(source: PrompterSource, wayOut: Escape | null): Questions {
  const themeFor = (columns: number, hints: PromptHints = {}) =>
    promptTheme(source.hasColor, source.hasUnicode, { ...hints, columns, wayOut: wayOut?.word });

  const ask = async <T>(
    message: string,
    show: (prompts: Prompts, context: PromptContext, size: ScreenSize) => Promise<T>,
  ): Promise<T> => {
    if (!source.canAsk) {
      throw new AimiError('internal', { message: `Nobody can be asked, but this was: ${message}` });
    }
    const prompts = await import('./inquirer.js');
    const [input, output] = [source.openInput(), source.openOutput()];
    const left = wayOut?.controller.signal;
    const context = {
      input,
      output,
      signal: left === undefined ? source.signal : AbortSignal.any([source.signal, left]),
      // A question that was left is no answer to keep on the screen.
      get clearPromptOnDone() {
        return left?.aborted === true;
      },
    };
    const stopListening =
      wayOut === null ? undefined : prompts.onEscape(input, () => wayOut.controller.abort());
    try {
      return await show(prompts, context, sizeOf(output));
    } catch (error) {
      throw asInterrupted(error, source.signal);
    } finally {
      stopListening?.();
    }
  };

  return {
    confirm: ({ message, initial }) =>
      ask(message, ({ confirm }, context, { columns }) =>
        confirm(
          {
            message: stripControls(message),
            default: initial,
            theme: themeFor(columns, { isEscapeInMessage: true, reserved: ' (Y/n) y'.length }),
          },
          context,
        ),
      ),
    input: ({ message, about, initial, validate }) =>
      ask(message, ({ input }, context, { columns }) =>
        input(
          {
            message: stripControls(message),
            theme: themeFor(columns, {
              isEscapeInMessage: true,
              ...(about === undefined ? {} : { about: stripControls(about) }),
            }),
            ...(initial === undefined ? {} : { default: initial }),
            ...(validate === undefined ? {} : { validate: (value) => cleanAnswer(validate(value)) }),
          },
          context,
        ),
      ),
    select: ({ message, choices, initial }) =>
      ask(message, ({ select }, context, { columns, pageSize }) =>
        select(
          {
            message: stripControls(message),
            choices: choices.map((choice) => cleanChoice(choice, columns)),
            theme: themeFor(columns),
            pageSize,
            loop: false,
            ...(initial === undefined ? {} : { default: initial }),
          },
          context,
        ),
      ),
    search: ({ message, legend, find, initial }) =>
      ask(message, ({ search, Separator }, context, { columns, pageSize }) =>
        search(
          {
            message: stripControls(message),
            source: (typed) => {
              const found = find((typed ?? '').trim());
              if (typeof found === 'string') return [new Separator(stripControls(found))];
              return found.map((choice) => cleanChoice(choice, columns));
            },
            theme: themeFor(columns, {
              hint: 'type to search',
              reserved: SEARCH_ROOM,
              ...(legend === undefined ? {} : { legend: stripControls(legend) }),
            }),
            pageSize,
            ...(initial === undefined ? {} : { default: initial }),
          },
          context,
        ),
      ),
    checkbox: ({ message, choices }) =>
      ask(message, ({ checkbox }, context, { columns, pageSize }) =>
        checkbox(
          {
            message: stripControls(message),
            choices: choices.map((choice) => cleanChoice(choice, columns - 1)),
            theme: themeFor(columns),
            pageSize,
            loop: false,
            required: true,
          },
          context,
        ),
      ),
    lines: ({ message }) =>
      ask(message, ({ askLines }, context, { columns }) => {
        const { prefix, style } = themeFor(columns, { isEscapeInMessage: true });
        return askLines(`${prefix.idle} ${style.message(stripControls(message), 'idle')}\n`, context);
      }),
  };
}

interface ScreenSize {
  readonly columns: number;
  readonly pageSize: number;
}

function sizeOf(output: NodeJS.WritableStream): ScreenSize {
  const columns = 'columns' in output && typeof output.columns === 'number' ? output.columns : 0;
  const rows = 'rows' in output && typeof output.rows === 'number' ? output.rows : 0;
  return {
    columns: columns > 0 ? columns : 80,
    pageSize: rows > 0 ? Math.min(PAGE.most, Math.max(PAGE.least, rows - PAGE.besides)) : PAGE.most,
  };
}

function cleanAnswer(answer: true | string): true | string {
  return answer === true ? true : stripControls(answer);
}

function cleanChoice<T extends string>(choice: Choice<T>, columns: number) {
  const { value, name, more, description, short, isDisabled } = choice;
  return {
    value,
    name: choiceText(stripControls(name), more === undefined ? undefined : stripControls(more), columns),
    short: stripControls(short ?? name),
    ...(description === undefined ? {} : { description: stripControls(description) }),
    // The library wants a word to print behind the line.
    ...(isDisabled === true ? { disabled: ' ' } : {}),
  };
}

function asInterrupted(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted && isAimiError(signal.reason)) return signal.reason;
  const isLeft = error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name);
  return isLeft ? new AimiError('interrupted', { message: 'Interrupted', cause: error }) : error;
}
