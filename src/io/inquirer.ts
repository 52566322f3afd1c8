// Only io/prompter.ts imports this file, at the moment of asking.
export { checkbox, confirm, input, Separator, search, select } from '@inquirer/prompts';
export { askLines } from './ask-lines.js';
export { onEscape } from './escape-key.js';
