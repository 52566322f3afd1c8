import { mayHold } from '../../core/needed-words.js';
import type { Facts, Found } from '../facts.js';
import { scrub } from '../readers/error-text-clean.js';
import type { MessageSignal } from './message-signal.js';
import { MESSAGE_SIGNALS } from './message-table.js';
import { MESSAGE_WORDS } from './message-words.precomputed.js';
import type { Sighting } from './signal-set.js';

const TEXT_LIMIT = 256 * 1024;
const EXCERPT_LIMIT = 180;

/** Tries every wording on every text of its scope. Texts past 256 KiB are cut; matching is linear. */
export function readMessages(facts: Facts): readonly Sighting[] {
  const texts = facts.texts.map((text) => ({ ...text, value: text.value.slice(0, TEXT_LIMIT) }));
  return texts.flatMap((text) => {
    const shown = scrub(text.value);
    const lowerText = text.value.toLowerCase();
    return MESSAGE_SIGNALS.flatMap((signal, index) => {
      if (!isInScope(signal, text) || !mayHold(lowerText, MESSAGE_WORDS[index] ?? null)) return [];
      if (!signal.pattern.test(text.value)) return [];
      const quote = excerpt(shown, signal.pattern);
      const said = quote === null ? signal.says : `${signal.says} "${quote}"`;
      return [{ id: signal.id, text: said, where: text.where }];
    });
  });
}

/** Code of the caller is not what failed: a message in it is somebody's comment. */
function isInScope(signal: MessageSignal, text: Found<string>): boolean {
  const isCode = text.where.kind === 'source' || text.where.kind === 'config';
  return signal.scope === 'any' || (signal.scope === 'code') === isCode;
}

/** The line that shows it, without secrets; null when what matched was a secret. */
function excerpt(shown: string, pattern: RegExp): string | null {
  const match = pattern.exec(shown);
  if (match === null) return null;
  const start = shown.lastIndexOf('\n', match.index) + 1;
  const end = shown.indexOf('\n', match.index + match[0].length);
  const line = shown
    .slice(start, end === -1 ? undefined : end)
    .replace(/\s{1,200}/g, ' ')
    .trim();
  if (line.length <= EXCERPT_LIMIT) return line;
  const at = Math.max(0, match.index - start - 40);
  return `${at > 0 ? '…' : ''}${line.slice(at, at + EXCERPT_LIMIT).trim()}…`;
}
