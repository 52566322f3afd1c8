// Only io/prompter.ts imports this file, at the moment of asking.
import { checkbox, confirm, input, Separator, search, select } from '@inquirer/prompts';
import type { Choice, Questions } from '../context.js';
import { stripControls } from '../core/text.js';
import { askLines } from './ask-lines.js';
import { onEscape } from './escape-key.js';
import { type PromptHints, promptTheme } from './prompt-theme.js';
import type { PrompterSource } from './prompter.js';

/** Where Escape leads: what it aborts, and the word for it. */
export interface WayOut {
  readonly controller: AbortController;
  readonly word: string;
}

interface PromptContext {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
  readonly clearPromptOnDone: boolean;
}

/** Columns for what is typed behind the message of a search. */
const SEARCH_ROOM = 10;
/** Columns for the choice behind the message of a confirmation, and its answer. */
const CONFIRM_ROOM = ' (Y/n) y'.length;
/** Lines of a list: at most, at least, and those that the terminal needs besides. */
const PAGE = { most: 10, least: 4, besides: 8 };

/** The questions as prompts. They reject with the errors of @inquirer/prompts. */
export function createQuestions(source: PrompterSource, wayOut: WayOut | null): Questions {
  const [keyboard, screen] = [source.openInput(), source.openOutput()];
  const { columns, pageSize } = sizeOf(screen);
  const left = wayOut?.controller.signal;
  const list = { pageSize, loop: false } as const;
  const themeFor = (hints: PromptHints = {}) =>
    promptTheme(source.hasColor, source.hasUnicode, { ...hints, columns, wayOut: wayOut?.word });

  const ask = async <T>(show: (context: PromptContext) => Promise<T>): Promise<T> => {
    const stopListening = wayOut === null ? undefined : onEscape(keyboard, () => wayOut.controller.abort());
    try {
      return await show({
        input: keyboard,
        output: screen,
        signal: left === undefined ? source.signal : AbortSignal.any([source.signal, left]),
        // A question that was left is no answer to keep on the screen.
        get clearPromptOnDone() {
          return left?.aborted === true;
        },
      });
    } finally {
      stopListening?.();
    }
  };

  return {
    confirm: ({ message, initial }) =>
      ask((context) =>
        confirm(
          {
            message: stripControls(message),
            default: initial,
            theme: themeFor({ isEscapeInMessage: true, reserved: CONFIRM_ROOM }),
          },
          context,
        ),
      ),
    input: ({ message, about, initial, validate }) =>
      ask((context) =>
        input(
          {
            message: stripControls(message),
            theme: themeFor({
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
      ask((context) =>
        select(
          {
            message: stripControls(message),
            choices: choices.map(cleanChoice),
            theme: themeFor(),
            ...list,
            ...(initial === undefined ? {} : { default: initial }),
          },
          context,
        ),
      ),
    search: ({ message, legend, find, initial }) =>
      ask((context) =>
        search(
          {
            message: stripControls(message),
            source: (typed) => {
              const found = find((typed ?? '').trim());
              return typeof found === 'string'
                ? [new Separator(stripControls(found))]
                : found.map(cleanChoice);
            },
            theme: themeFor({
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
      ask((context) =>
        checkbox(
          {
            message: stripControls(message),
            choices: choices.map(cleanChoice),
            theme: themeFor(),
            ...list,
            required: true,
          },
          context,
        ),
      ),
    lines: ({ message }) =>
      ask((context) => {
        const { prefix, style } = themeFor({ isEscapeInMessage: true });
        return askLines(`${prefix.idle} ${style.message(stripControls(message), 'idle')}\n`, context);
      }),
  };
}

function sizeOf(output: NodeJS.WritableStream): { readonly columns: number; readonly pageSize: number } {
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

function cleanChoice<T extends string>({ value, name, description, short, isDisabled }: Choice<T>) {
  return {
    value,
    name: stripControls(name),
    short: stripControls(short ?? name),
    ...(description === undefined ? {} : { description: stripControls(description) }),
    // The library wants a word to print behind the line.
    ...(isDisabled === true ? { disabled: ' ' } : {}),
  };
}
