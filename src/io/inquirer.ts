// Only io/prompter.ts imports this file, at the moment of asking.
export { confirm, input, select } from '@inquirer/prompts';
