import { stripControls } from '../core/text.js';
import type { Candidate } from './candidate.js';
import { DYNAMIC_KINDS, type DynamicKind } from './dynamic-kinds.js';
import type { CompletionMachine } from './machine.js';
import { SOURCES } from './sources.js';
import { openWorld } from './world.js';

const LONGEST_DESCRIPTION = 70;

/** `value<TAB>description` lines for a kind of value; nothing for a kind that is not known. */
export function answerCompletion(kind: string, machine: CompletionMachine): string {
  if (!isDynamicKind(kind)) return '';
  const seen = new Set<string>();
  const candidates = SOURCES[kind]({ machine, world: openWorld(machine) }).filter(
    ([value]) => value !== '' && !seen.has(value) && seen.add(value),
  );
  // One look at all of the text is cheaper than one at each of a thousand names.
  const all = candidates.flat().join('');
  const clean = stripControls(all) === all ? candidates : candidates.filter(isUsable).map(withoutControls);
  return clean.map(line).join('');
}

function isDynamicKind(kind: string): kind is DynamicKind {
  return DYNAMIC_KINDS.some((each) => each === kind);
}

/** A name that would have to be changed to be shown is not the name any more. */
function isUsable([value]: Candidate): boolean {
  return stripControls(value) === value;
}

function withoutControls([value, description = '']: Candidate): Candidate {
  return [value, stripControls(description)];
}

function line([value, text = '']: Candidate): string {
  if (text === '') return `${value}\n`;
  const isLong = text.length > LONGEST_DESCRIPTION;
  return `${value}\t${isLong ? `${text.slice(0, LONGEST_DESCRIPTION - 1).trimEnd()}…` : text}\n`;
}
