import type { Language } from '../../../facts.js';
import { lex } from './lex.js';
import type { Source } from './token.js';

/** A bracket that is never closed reaches this many tokens, so that hostile text stays linear. */
const OPEN_REACH = 400;
const OPENING: ReadonlySet<string> = new Set(['(', '[', '{']);
const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Tokens with brackets paired; a closing bracket of the wrong kind is passed over. */
export function readSource(text: string, language: Language | null): Source {
  const tokens = lex(text, language);
  const closeOf = new Int32Array(tokens.length).fill(-1);
  const openOf = new Int32Array(tokens.length).fill(-1);
  const parentOf = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  tokens.forEach((token, index) => {
    const isSign = token.kind === 'punct';
    const partner = isSign ? CLOSING[token.text] : undefined;
    const top = open.at(-1);
    if (partner !== undefined && top !== undefined && tokens[top]?.text === partner) {
      open.pop();
      closeOf[top] = index;
      openOf[index] = top;
    }
    parentOf[index] = open.at(-1) ?? -1;
    if (isSign && OPENING.has(token.text)) open.push(index);
  });
  for (const index of open) closeOf[index] = Math.min(tokens.length, index + OPEN_REACH);
  return { text, tokens, closeOf, openOf, parentOf };
}
