import { at, listOf } from './packages/entry.js';

/** The code cells of a Jupyter notebook, one after another; empty when the text is none. */
export function notebookCode(text: string): string {
  try {
    const data: unknown = JSON.parse(text);
    return listOf(at(data, 'cells'))
      .filter((cell) => at(cell, 'cell_type') === 'code')
      .map((cell) =>
        listOf(at(cell, 'source'))
          .filter((line) => typeof line === 'string')
          .join(''),
      )
      .join('\n');
  } catch {
    return '';
  }
}
