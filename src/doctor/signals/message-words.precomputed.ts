import { neededWords, type Words } from '../../core/needed-words.js';
import { MESSAGE_SIGNALS } from './message-table.js';

/** In the order of the table. */
export const MESSAGE_WORDS: readonly Words[] = MESSAGE_SIGNALS.map(({ pattern }) => neededWords(pattern));
