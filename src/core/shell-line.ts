/** Characters that no shell of the platform reads as anything but themselves. */
const SAFE = /^[\w./:@%+,=-]+$/;
const SAFE_ON_WINDOWS = /^[\w./:@+,=\\-]+$/;

/**
 * A command line that can be pasted: words with blanks or signs are quoted for POSIX shells, on `win32` for both
 * PowerShell and cmd where one form suits both, else for PowerShell.
 */
export function shellLine(words: readonly string[], platform: string): string {
  return words.map((word) => (platform === 'win32' ? windowsWord(word) : posixWord(word))).join(' ');
}

function posixWord(word: string): string {
  return SAFE.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function windowsWord(word: string): string {
  // A comma or an @ makes PowerShell read a list or a splat.
  if (SAFE_ON_WINDOWS.test(word) && !/^@|,/.test(word)) return word;
  return /["$`%\\]/.test(word) || word === '' ? `'${word.replaceAll("'", "''")}'` : `"${word}"`;
}
