import type { Modality, PriceMode, PriceSku } from '../types.js';

/**
 * Every word of the meter names that is an attribute, in lower case. Source: 1,511 names of the Azure Retail
 * Prices API, 2025-08 to 2026-10 (guygregory/modelmeters.com@24f7e48, cpich3g/modelmeters@4cbcb5b,
 * nikklavzar/azure-genai-prices@6d6491a).
 */
export const SKU_WORDS: Readonly<Record<string, PriceSku>> = {
  glbl: 'GlobalStandard',
  global: 'GlobalStandard',
  glb: 'GlobalStandard',
  gl: 'GlobalStandard',
  dzone: 'DataZoneStandard',
  dz: 'DataZoneStandard',
  dzn: 'DataZoneStandard',
  datazone: 'DataZoneStandard',
  regnl: 'Standard',
  rgnl: 'Standard',
  regional: 'Standard',
  regn: 'Standard',
  rg: 'Standard',
};

export type KindWord = 'input' | 'output' | 'cached' | 'write';

export const KIND_WORDS: Readonly<Record<string, KindWord>> = {
  inp: 'input',
  inpt: 'input',
  input: 'input',
  in: 'input',
  outp: 'output',
  outpt: 'output',
  out: 'output',
  output: 'output',
  opt: 'output',
  cached: 'cached',
  cchd: 'cached',
  cched: 'cached',
  ccchd: 'cached',
  cd: 'cached',
  cache: 'cached',
  wr: 'write',
  write: 'write',
};

/** `Ch Inp` is cached input; without an input word `ch` says nothing. */
export const CACHED_BESIDE_INPUT = 'ch';

export const MODE_WORDS: Readonly<Record<string, PriceMode>> = {
  std: 'standard',
  batch: 'batch',
  pp: 'priority',
  prty: 'priority',
  priority: 'priority',
  flex: 'flex',
  fl: 'flex',
};

export const CONTEXT_WORDS: Readonly<Record<string, 'short' | 'long'>> = {
  shortco: 'short',
  shco: 'short',
  longco: 'long',
  loco: 'long',
};

export const MODALITY_WORDS: Readonly<Record<string, Modality>> = {
  aud: 'audio',
  audio: 'audio',
  txt: 'text',
  text: 'text',
  img: 'image',
  image: 'image',
};

export type FineTuneWord = 'tuned' | 'training' | 'hosting' | 'grader';

export const FINE_TUNE_WORDS: Readonly<Record<string, FineTuneWord>> = {
  ft: 'tuned',
  finetuned: 'tuned',
  rft: 'tuned',
  training: 'training',
  trng: 'training',
  hosting: 'hosting',
  hstng: 'hosting',
  grader: 'grader',
  grdr: 'grader',
};

/** Last words of names that are not billed per token, per search or per page. */
export const OTHER_UNITS: Readonly<Record<string, 'media' | 'tool'>> = {
  images: 'media',
  video: 'media',
  second: 'media',
  characters: 'media',
  megapixel: 'media',
  megapixels: 'media',
  gb: 'tool',
  session: 'tool',
  sessions: 'tool',
};

/** Pairs that are written with a blank or in camelCase and mean one word. */
export const JOINED_PAIRS: Readonly<Record<string, string>> = {
  'data zone': 'datazone',
  'fine tuned': 'finetuned',
  'deep seek': 'deepseek',
  'mini max': 'minimax',
};

/** Words that carry nothing: the size of the unit is in `unitOfMeasure`. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(['new', 'tkn', 'base', '1m']);

/** Short forms of model words. */
export const MODEL_ALIASES: Readonly<Record<string, string>> = {
  mn: 'mini',
  rt: 'realtime',
  rtime: 'realtime',
  aud: 'audio',
  img: 'image',
  tcrb: 'transcribe',
  trb: 'turbo',
  prvw: 'preview',
  embeddings: 'embedding',
  doc: 'document',
  mm: 'multimodal',
};

/** With one of these in the name, audio, text and image are modalities and never part of the model. */
export const MODALITY_BEARERS: ReadonlySet<string> = new Set([
  'realtime',
  'transcribe',
  'tts',
  'embed',
  'multimodal',
]);
