import { neededWords, type Words } from '../needed-words.js';
import { TEMPLATE_NAMES } from './template-names.js';

export const TEMPLATE_NAME_WORDS: Words = neededWords(TEMPLATE_NAMES);
