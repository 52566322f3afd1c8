import { AimiError, isAimiError } from '../errors.js';

/** Says after Ctrl-C while a person is asked that nothing came of it: `Interrupted. Nothing was deployed.` */
export async function nothingChanged<T>(sentence: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!isAimiError(error) || error.code !== 'interrupted') throw error;
    throw new AimiError('interrupted', { message: `Interrupted. ${sentence}`, cause: error });
  }
}
