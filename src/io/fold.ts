/**
 * Breaks a sentence at blanks. Counts characters: what a terminal shows wider is broken once more by the prompt,
 * in the middle of a word. A long word stays whole.
 */
export function fold(text: string, columns: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    const joined = last === '' ? word : `${last} ${word}`;
    if (last === '' || shownLength(joined) <= columns) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines.join('\n');
}

/** Without colours. */
export function shownLength(text: string): number {
  return text.replace(/\x1b\[[0-9;]*m/g, '').length;
}
