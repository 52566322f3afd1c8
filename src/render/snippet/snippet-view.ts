import type { Snippet } from '../../core/snippet/snippet.js';
import { stripControls } from '../../core/text.js';
import type { Theme } from '../theme.js';

/** Comment marks, so that the whole output can go into a file as it is. */
const COMMENT: Readonly<Record<string, string>> = { python: '#', curl: '#' };

/** What is needed as comments, then the code; nothing is wrapped, so that it can be copied whole. */
export function snippetView(snippet: Snippet, theme: Theme): string {
  const mark = COMMENT[snippet.sdk.split('-')[0] ?? ''] ?? '//';
  const facts = [
    ...snippet.notes,
    ...(snippet.install === null ? [] : [snippet.install]),
    ...(snippet.keyVariable === null
      ? ['Signs in with Microsoft Entra; the role "Cognitive Services User" is needed']
      : [`${snippet.keyVariable} holds a key of the resource`]),
  ];
  const head = facts.map((line) => `${theme.style.dim(`${mark} ${stripControls(line)}`)}\n`).join('');
  return `${head}\n${stripControls(snippet.code, { keepLines: true })}`;
}
