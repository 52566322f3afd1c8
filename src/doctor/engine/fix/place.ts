import type { Fix } from '../../diagnosis.js';
import type { Where } from '../../facts.js';

/** File and line for a fix; nothing for what is not in a file. */
export function placeOf({ file, line }: Where): Pick<Fix, 'file' | 'line'> {
  if (file === undefined) return {};
  return line === undefined ? { file } : { file, line };
}
