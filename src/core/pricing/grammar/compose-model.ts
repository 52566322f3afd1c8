import type { FamilyId } from './families.js';
import type { NameWord } from './split-name.js';

type Compose = (words: readonly NameWord[]) => string | null;

/** A word that a model's name can be made of: no slash, no sign. */
const WORD = /^[a-z]*\d*(?:\.\d+)?[a-z]*$/i;

/**
 * Names of models that no list knows yet, made as the family makes them. Null when the words do not begin like
 * a model of the family, such as `Model 7`.
 */
const COMPOSERS: Readonly<Record<FamilyId, Compose>> = {
  openai: composeOpenAi,
  deepseek: starting(/^[vr]\d/, 'DeepSeek-', capital),
  grok: starting(/^(?:\d|code)/, 'grok-', (word) => word.text),
  kimi: starting(/^k\d/, 'Kimi-', capital),
  mistral: starting(
    /^(?:large|medium|small|mixtral|ministral|codestral|devstral|magistral|pixtral|nemo|document|ocr)/,
    '',
    (word) => word.text,
  ),
  llama: starting(/^\d/, 'Llama-', capital),
  phi: starting(/^\d/, 'Phi-', (word) => word.text),
  mai: starting(/^[a-z]{2,}/, 'MAI-', capital),
  cohere: composeCohere,
  fireworks: starting(/^[a-z]{2,}/, 'FW-', (word) => word.spelling),
};

export function composeModel(words: readonly NameWord[], family: FamilyId): string | null {
  if (words.length === 0 || !words.every(({ text }) => WORD.test(text))) return null;
  const name = COMPOSERS[family](words);
  return family === 'mistral' && name !== null && !/strall?|mixtral/.test(name) ? `mistral-${name}` : name;
}

function starting(begin: RegExp, prefix: string, spell: (word: NameWord) => string): Compose {
  return (words) => (begin.test(words[0]?.text ?? '') ? prefix + words.map(spell).join('-') : null);
}

function capital({ text, spelling }: NameWord): string {
  return spelling === text ? text.charAt(0).toUpperCase() + text.slice(1) : spelling;
}

/** A generation must be named; a number of three digits or more is no word of a name. */
function composeOpenAi(words: readonly NameWord[]): string | null {
  const texts = words.map(({ text }) => text);
  if (texts.some((text) => /^\d{3,}$/.test(text))) return null;
  const first = texts[0] ?? '';
  if (/^o\d$/.test(first)) return texts.join('-');
  if (texts.includes('embedding')) return `text-${texts.filter((text) => text !== 'text').join('-')}`;
  const hasGeneration = texts.some((text) => /^\d(?:\.\d+)?o?$/.test(text));
  return hasGeneration || /^(?:realtime|audio|image|oss)$/.test(first) ? `gpt-${texts.join('-')}` : null;
}

/** `Embed V5 Fast` is embed-v-5-0-fast, `Rerank v4.1` Cohere-rerank-v4.1, `Command B` cohere-command-b. */
function composeCohere(words: readonly NameWord[]): string | null {
  const [kind = '', generation = '', ...rest] = words.map(({ text }) => text);
  const version = /^v(\d+)(?:\.(\d+))?$/.exec(generation);
  const end = rest.map((word) => `-${word}`).join('');
  if (kind === 'embed' && version !== null) return `embed-v-${version[1]}-${version[2] ?? '0'}${end}`;
  if (kind === 'rerank' && version !== null) return `Cohere-rerank-v${version[1]}.${version[2] ?? '0'}${end}`;
  return kind === 'command' && generation !== '' ? `cohere-command-${generation}${end}` : null;
}
