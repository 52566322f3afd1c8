import { composeModel } from './compose-model.js';
import type { Family, FamilyId } from './families.js';
import type { IndexedModel, ModelIndex } from './model-index.js';
import type { NameWord } from './split-name.js';
import { readVersionDay, type VersionDay, versionOf } from './version-day.js';
import { MODEL_ALIASES } from './words.js';

export interface ResolvedModel {
  readonly model: string;
  readonly version: string | null;
}

interface Alias {
  readonly family: FamilyId;
  /** In long forms, sorted. */
  readonly words: string;
  /** Null: known to name no single model. */
  readonly model: string | null;
  readonly version?: string;
}

/** Names that do not contain the model's own, with the reading that the price pages give them. */
const ALIASES: readonly Alias[] = [
  { family: 'openai', words: '4 8k', model: 'gpt-4', version: '0613' },
  { family: 'openai', words: '4 turbo', model: 'gpt-4', version: 'turbo-2024-04-09' },
  { family: 'openai', words: '128k 4 turbo', model: 'gpt-4', version: 'turbo-2024-04-09' },
  { family: 'openai', words: '128k 4 turbo vision', model: null },
  { family: 'openai', words: '4 turbo vision', model: null },
  { family: 'grok', words: '4.1', model: 'grok-4-1-fast' },
  { family: 'grok', words: '4.1 fast', model: 'grok-4-1-fast' },
  { family: 'grok', words: '4.2', model: 'grok-4-20' },
  { family: 'grok', words: '4.20', model: 'grok-4-20' },
  { family: 'phi', words: '4 mini multimodal', model: 'Phi-4-multimodal-instruct' },
];

/** Words that only one family uses as a short form. */
const FAMILY_WORDS: Readonly<Partial<Record<FamilyId, Readonly<Record<string, string>>>>> = {
  deepseek: { sp: 'speciale' },
  phi: { v: 'vision' },
};

/** What a model's name may have beyond the words of its meter. */
const UNSAID = /^(?:instruct|preview|fp8|text|0|\d+e|17b)$/;
/** `Codestral` is Codestral-2501; `R1` is never DeepSeek-R1-0528, because it names a generation. */
const UNSAID_GENERATION = /^\d{3,4}$/;
/** Words of meters that the model's name need not have: `K2.6 Thinking`, `GPT 5 Rsng`, `Phi-3.5-Mini-128K`. */
const SPARE = /^(?:thinking|rsng|\d+k)$/;

/** The model and version that the words name: a known one, else one composed as its family names models. */
export function resolveModel(
  words: readonly NameWord[],
  family: Family,
  index: ModelIndex,
): ResolvedModel | null {
  // `Az-` marks the names of 2023, whose models have changed under one meter.
  if (words.some(({ text }) => text === 'az')) return null;
  const day = family.id === 'openai' ? readVersionDay(words) : null;
  const named = words
    .filter((word) => word !== day?.word)
    .filter(({ text }) => !family.brands.includes(text));
  const long = named.map((word, place) => longForm(word, place, named, family.id));
  const alias = aliasOf(family.id, long);
  if (alias !== undefined) {
    return alias.model === null ? null : { model: alias.model, version: alias.version ?? null };
  }
  const known = index.get(family.id) ?? [];
  const trimmed = long.filter(({ text }) => !SPARE.test(text));
  const attempts = trimmed.length < long.length && trimmed.length > 0 ? [long, trimmed] : [long];
  for (const attempt of attempts) {
    const found = match(attempt, known, day?.day ?? null);
    if (found !== null) return { model: found.model, version: found.version };
  }
  if (day !== null) {
    // A known model with a day that no list has: the day as the meter writes it. Of a model that only comes
    // near, the day says that it is another one.
    const undated = attempts.map((attempt) => match(attempt, known, null)).find((found) => found !== null);
    if (undated !== undefined)
      return undated.unsaid > 0 ? null : { model: undated.model, version: day.day.text };
  }
  const model = composeModel(
    long.filter(({ text }) => text !== 'rsng'),
    family.id,
  );
  return model === null ? null : { model, version: day?.day.isFull === true ? day.day.text : null };
}

function longForm(word: NameWord, place: number, words: readonly NameWord[], family: FamilyId): NameWord {
  const { text } = word;
  const special = FAMILY_WORDS[family]?.[text];
  const before = words[place - 1]?.text ?? '';
  // `d` behind a transcribe word is diarize; alone it is nothing.
  const isDiarize = text === 'd' && (MODEL_ALIASES[before] ?? before) === 'transcribe';
  const long = isDiarize ? 'diarize' : (special ?? MODEL_ALIASES[text]);
  if (long !== undefined) return { text: long, spelling: long };
  // `54` is 5.4; GPT-3.5 alone is written 35 by Azure too.
  if (family === 'openai' && place === 0 && /^[4-9]\d$/.test(text)) {
    const dotted = `${text[0]}.${text[1]}`;
    return { text: dotted, spelling: dotted };
  }
  return word;
}

function aliasOf(family: FamilyId, words: readonly NameWord[]): Alias | undefined {
  const key = sorted(words).join(' ');
  return ALIASES.find((alias) => alias.family === family && alias.words === key);
}

/** The known model with the fewest unsaid words. Two that are as near: none. */
function match(
  words: readonly NameWord[],
  known: readonly IndexedModel[],
  day: VersionDay | null,
): (ResolvedModel & { readonly unsaid: number }) | null {
  const wanted = sorted(words);
  const near = known
    .flatMap((entry) => {
      const unsaid = unsaidWords(wanted, entry.words);
      return unsaid === null
        ? []
        : [{ entry, unsaid, version: day === null ? null : versionOf(day, entry.versions) }];
    })
    .filter(({ entry, version }) => day === null || version !== null || entry.versions.length === 0)
    .sort((a, b) => a.unsaid - b.unsaid);
  const [best, second] = near;
  if (best === undefined || (second !== undefined && second.unsaid === best.unsaid)) return null;
  const version = best.version ?? (day?.isFull === true ? day.text : null);
  return { model: best.entry.name, version, unsaid: best.unsaid };
}

function unsaidWords(wanted: readonly string[], has: readonly string[]): number | null {
  const left = [...has];
  for (const word of wanted) {
    const place = left.indexOf(word);
    if (place < 0) return null;
    left.splice(place, 1);
  }
  const hasGeneration = wanted.some((word) => /\d/.test(word));
  const isFine = left.every((word) => UNSAID.test(word) || (!hasGeneration && UNSAID_GENERATION.test(word)));
  return isFine ? left.length : null;
}

function sorted(words: readonly NameWord[]): readonly string[] {
  return words.map(({ text }) => text).sort();
}
