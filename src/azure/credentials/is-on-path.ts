import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Environment } from '../../context.js';

/** Whether a command of this name would be found; nothing is started. */
export function isOnPath(command: string, env: Environment, platform: string): boolean {
  const isWindows = platform === 'win32';
  const path = env.PATH ?? (isWindows ? env.Path : undefined) ?? '';
  const names = isWindows ? ['.cmd', '.exe', '.bat'].map((end) => `${command}${end}`) : [command];
  return (
    path
      .split(isWindows ? ';' : delimiter)
      // Windows lets a folder of PATH stand in quotes.
      .map((folder) => (isWindows ? folder.replace(/^"(.*)"$/, '$1') : folder))
      .filter((folder) => folder !== '')
      .some((folder) => names.some((name) => isExecutable(join(folder, name), isWindows)))
  );
}

function isExecutable(path: string, isWindows: boolean): boolean {
  try {
    accessSync(path, isWindows ? constants.F_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
