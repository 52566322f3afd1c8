import type { Prompter } from '../context.js';
import { stripControls } from '../core/text.js';
import { AimiError, isAimiError } from '../errors.js';
import { promptTheme } from './prompt-theme.js';

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

type Prompts = Awaited<ReturnType<typeof loadPrompts>>;
type PromptContext = { input: NodeJS.ReadableStream; output: NodeJS.WritableStream; signal: AbortSignal };

/**
 * Asks by @inquirer/prompts. Ctrl-C, Ctrl-D and an aborted signal end a question with `interrupted`;
 * asking although `canAsk` is false is a defect of the caller and says so.
 */
export function createPrompter(source: PrompterSource): Prompter {
  const theme = promptTheme(source.hasColor, source.hasUnicode);

  const ask = async <T>(
    message: string,
    show: (prompts: Prompts, context: PromptContext) => Promise<T>,
  ): Promise<T> => {
    if (!source.canAsk) {
      throw new AimiError('internal', { message: `Nobody can be asked, but this was: ${message}` });
    }
    const prompts = await loadPrompts();
    try {
      const { openInput, openOutput, signal } = source;
      return await show(prompts, { input: openInput(), output: openOutput(), signal });
    } catch (error) {
      throw asInterrupted(error, source.signal);
    }
  };

  return {
    canAsk: source.canAsk,
    confirm: ({ message, initial }) =>
      ask(message, ({ confirm }, context) =>
        confirm({ message: stripControls(message), default: initial, theme }, context),
      ),
    input: ({ message, validate }) =>
      ask(message, ({ input }, context) =>
        input(
          { message: stripControls(message), theme, ...(validate === undefined ? {} : { validate }) },
          context,
        ),
      ),
    select: ({ message, choices }) =>
      ask(message, ({ select }, context) =>
        select({ message: stripControls(message), choices: choices.map(cleanChoice), theme }, context),
      ),
  };
}

async function loadPrompts() {
  const { confirm, input, select } = await import('./inquirer.js');
  return { confirm, input, select };
}

function cleanChoice<T extends string>(choice: {
  value: T;
  name: string;
  description?: string;
}): typeof choice {
  const { value, name, description } = choice;
  const clean = { value, name: stripControls(name) };
  return description === undefined ? clean : { ...clean, description: stripControls(description) };
}

function asInterrupted(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted && isAimiError(signal.reason)) return signal.reason;
  const isLeft = error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name);
  return isLeft ? new AimiError('interrupted', { message: 'Interrupted', cause: error }) : error;
}
