/** How much of a command line is read. */
const LIMIT = 64 * 1024;

/**
 * Splits a command line into words: POSIX quoting (`'…'`, `"…"`, `$'…'`, backslash), and that of Windows
 * (`^` and backtick before a line break, `\"` and `""` inside quotes). Nothing is expanded. Ends at an
 * unquoted `|`, `;`, `&` or line break.
 */
export function splitCommand(command: string): readonly string[] {
  const text = command.slice(0, LIMIT).replace(/[\\^`][ \t]{0,8}\r?\n/g, ' ');
  const words: string[] = [];
  let word: string | null = null;
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (/[|;\n]/.test(character) || (character === '&' && word === null)) {
      if (words.length > 0 || word !== null) break;
    } else if (/\s/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else if (character === "'" || character === '"') {
      const before: string = word ?? '';
      const isAnsi: boolean = character === "'" && before.endsWith('$');
      const quoted = readQuoted(text, at, character, isAnsi);
      word = (isAnsi ? before.slice(0, -1) : before) + quoted.value;
      at = quoted.end;
      continue;
    } else if ((character === '\\' || character === '^') && at + 1 < text.length) {
      const next = text.charAt(at + 1);
      word = `${word ?? ''}${/[\w]/.test(next) ? character + next : next}`;
      at += 2;
      continue;
    } else {
      word = (word ?? '') + character;
    }
    at += 1;
  }
  return word === null ? words : [...words, word];
}

/** From an opening quote to past its end; an open one ends with the text. */
function readQuoted(
  text: string,
  start: number,
  quote: string,
  isAnsi: boolean,
): { readonly value: string; readonly end: number } {
  let value = '';
  let at = start + 1;
  while (at < text.length) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    if (character === quote) {
      // `""` inside double quotes is one quote in cmd.exe; in a POSIX shell the empty string has no sense here.
      if (quote === '"' && next === '"' && value !== '') {
        value += '"';
        at += 2;
        continue;
      }
      return { value, end: at + 1 };
    }
    if (quote === '"' && /[\\^`]/.test(character) && /["\\$`^]/.test(next)) {
      value += next;
      at += 2;
      continue;
    }
    if (isAnsi && character === '\\' && next !== '') {
      value += next === 'n' ? '\n' : next;
      at += 2;
      continue;
    }
    value += character;
    at += 1;
  }
  return { value, end: text.length };
}
