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
  return SOURCES[kind]({ machine, world: openWorld(machine) })
    .filter(([value]) => isUsable(value) && !seen.has(value) && seen.add(value))
    .map(line)
    .join('');
}

function isDynamicKind(kind: string): kind is DynamicKind {
  return DYNAMIC_KINDS.some((each) => each === kind);
}

/** A name that would have to be changed to be shown is not the name any more. */
function isUsable(value: string): boolean {
  return value !== '' && stripControls(value) === value;
}

function line([value, description = '']: Candidate): string {
  const text = stripControls(description);
  const short =
    text.length > LONGEST_DESCRIPTION ? `${text.slice(0, LONGEST_DESCRIPTION - 1).trimEnd()}…` : text;
  return short === '' ? `${value}\n` : `${value}\t${short}\n`;
}
