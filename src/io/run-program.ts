import { type StdioOptions, spawn } from 'node:child_process';
import { AimiError } from '../errors.js';

/** Words that a shell takes as they are: on Windows az is a script, which only a shell starts. */
const PLAIN_WORD = /^[A-Za-z0-9._-]+$/;

/**
 * Runs a program on this terminal, with its keyboard and screen, to its end and answers its exit code; 130 when
 * it was stopped by a signal. The program's standard output goes to standard error, so that standard output
 * carries aimi's result alone.
 */
export function runProgram(name: string, args: readonly string[], platform: string): Promise<number> {
  if (![name, ...args].every((word) => PLAIN_WORD.test(word))) {
    throw new AimiError('internal', { message: `Not a plain command: ${name}` });
  }
  return new Promise((resolve, reject) => {
    const stdio: StdioOptions = ['inherit', 2, 'inherit'];
    const child =
      platform === 'win32'
        ? spawn([name, ...args].join(' '), { stdio, shell: true })
        : spawn(name, args, { stdio });
    child.on('error', (cause) =>
      reject(
        new AimiError('not-signed-in', { message: `${name} cannot be started: ${cause.message}`, cause }),
      ),
    );
    child.on('close', (code) => resolve(code ?? 130));
  });
}
