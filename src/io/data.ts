import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AimiError } from '../errors.js';

/**
 * Reads one of the JSON files that come with aimi. Plain JSON beside the bundle parses twice as fast as the
 * same data as a JavaScript literal.
 */
export function readDataFile(directory: string, name: string): unknown {
  const path = join(directory, `${name}.json`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new AimiError('file-unreadable', {
      message: `A file of aimi itself cannot be read: ${path}`,
      hint: 'Install aimi again',
      cause,
    });
  }
}
