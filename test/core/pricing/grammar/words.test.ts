import { describe, expect, it } from 'vitest';
import { readMeterName } from '../../../../src/core/pricing/grammar/read-meter-name.js';
import {
  CONTEXT_WORDS,
  EMPTY_WORDS,
  FINE_TUNE_WORDS,
  KIND_WORDS,
  MODALITY_WORDS,
  MODE_WORDS,
  MODEL_ALIASES,
  OTHER_UNITS,
  SKU_WORDS,
} from '../../../../src/core/pricing/grammar/words.js';
import { KNOWN } from '../known.js';

/** word, a name with it, what must be read from it. */
type Row = readonly [
  word: string,
  meterName: string,
  expected: Record<string, unknown>,
  productName?: string,
];

const GPT5 = 'Azure OpenAI GPT5';
const MEDIA = 'Azure OpenAI Media';

const ROWS: readonly Row[] = [
  ['glbl', 'gpt 4.1 Inp glbl Tokens', { sku: 'GlobalStandard' }],
  ['global', 'gpt 4o 0513 Input global Tokens', { sku: 'GlobalStandard' }],
  ['glb', 'gpt 41 pp cd inp glb Tokens', { sku: 'GlobalStandard' }],
  ['gl', '5.4 inp Gl 1M Tokens', { sku: 'GlobalStandard' }, GPT5],
  ['dzone', 'GPT 5 Inpt DZone 1M Tokens', { sku: 'DataZoneStandard' }, GPT5],
  ['dz', '5.4 inp Dz 1M Tokens', { sku: 'DataZoneStandard' }, GPT5],
  ['dzn', 'gpt-4o-rt-aud-1217 cchd Inp DZn Tokens', { sku: 'DataZoneStandard' }],
  ['datazone', 'o4-mini 0416 cached Inp DataZone Tokens', { sku: 'DataZoneStandard' }],
  ['regnl', 'gpt 4.1 Inp regnl Tokens', { sku: 'Standard' }],
  ['rgnl', 'computer-use-inpt-rgnl Tokens', { sku: 'Standard' }],
  ['regional', 'gpt-4-8K-Input-regional Tokens', { sku: 'Standard' }],
  ['regn', 'gpt4o realtime prvw text inp regn Tokens', { sku: 'Standard' }],
  ['rg', 'gpt aud mn in rg 1215 1M Tokens', { sku: 'Standard' }, MEDIA],
  ['inp', 'gpt 4.1 Inp glbl Tokens', { kind: 'input' }],
  ['inpt', 'GPT 5 Inpt Glbl 1M Tokens', { kind: 'input' }, GPT5],
  ['input', 'o1 mini input glbl Tokens', { kind: 'input' }],
  ['in', 'gpt aud mn in gl 1215 1M Tokens', { kind: 'input' }, MEDIA],
  ['outp', 'gpt 4.1 Outp glbl Tokens', { kind: 'output' }],
  ['outpt', 'GPT 5 outpt Glbl 1M Tokens', { kind: 'output' }, GPT5],
  ['out', 'gpt-5-codex-out-glbl Tokens', { kind: 'output' }, GPT5],
  ['output', 'o1 mini output glbl Tokens', { kind: 'output' }],
  ['opt', '5.4 opt Gl 1M Tokens', { kind: 'output' }, GPT5],
  ['cached', '4.3 Cached Glbl Tokens', { kind: 'cachedInput', model: 'grok-4.3' }, 'Azure Grok Models'],
  ['cchd', 'GPT 5 cchd Inpt Glbl 1M Tokens', { kind: 'cachedInput' }, GPT5],
  ['cched', 'o4 mini cched inp glbl Tokens', { kind: 'cachedInput' }],
  ['ccchd', 'gpt-5-codex-ccchd-inp-glbl Tokens', { kind: 'cachedInput' }, GPT5],
  ['cd', '5.4 cd inp Gl 1M Tokens', { kind: 'cachedInput' }, GPT5],
  ['cache', 'FW GLM 5 Cache Inp DZ Tokens', { kind: 'cachedInput' }, 'Azure Fireworks Models'],
  ['wr', '5.6 sol LongCo Cd Wr Std Gl 1M Tokens', { kind: 'cacheWrite' }, GPT5],
  ['write', '5.6 sol LongCo Cache Write Std Gl 1M Tokens', { kind: 'cacheWrite' }, GPT5],
  ['std', '5.6 sol LongCo Inp Std Gl 1M Tokens', { mode: 'standard' }, GPT5],
  ['batch', 'gpt 4o 0806 BatchInp glbl Tokens', { mode: 'batch', kind: 'input' }],
  ['pp', '5.4 pp inp Gl 1M Tokens', { mode: 'priority' }, GPT5],
  ['prty', 'gpt 41 prty inp glbl Tokens', { mode: 'priority', model: 'gpt-4.1' }],
  ['priority', 'gpt 4.1 priority inp glbl Tokens', { mode: 'priority' }],
  ['flex', '54 inp Flex Gl 1M Tokens', { mode: 'flex', model: 'gpt-5.4' }, GPT5],
  ['fl', '56sol ShCo Inp Fl Gl 1M Tokens', { mode: 'flex', model: 'gpt-5.6-sol' }, GPT5],
  ['shortco', '5.5 ShortCo inp Gl 1M Tokens', { context: 'short' }, GPT5],
  ['shco', '56luna ShCo Inp Fl Gl 1M Tokens', { context: 'short' }, GPT5],
  ['longco', '5.4 longco inp Gl 1M Tokens', { context: 'long' }, GPT5],
  ['loco', '56luna LoCo Inp Fl Gl 1M Tokens', { context: 'long' }, GPT5],
  ['aud', 'gpt-4o-aud-1217 Inp glbl Tokens', { modality: 'audio', model: 'gpt-4o-audio-preview' }],
  [
    'audio',
    'gpt-realtime-2.1 Audio inp Gl 1M Tokens',
    { modality: 'audio', model: 'gpt-realtime-2.1' },
    MEDIA,
  ],
  ['txt', 'gpt-4o-aud-1217-txt Inp glbl Tokens', { modality: 'text', model: 'gpt-4o-audio-preview' }],
  ['text', 'gpt-realtime-2 Text inp Gl 1M Tokens', { modality: 'text', model: 'gpt-realtime-2' }, MEDIA],
  ['img', 'gpt img 1.5 in img gl 1M Tokens', { modality: 'image', model: 'gpt-image-1.5' }, MEDIA],
  ['image', 'Image 2 txt inp Gl 1M Tokens', { modality: 'text', model: 'gpt-image-2' }, MEDIA],
  ['ft', 'gpt-4.1-ft input global Tokens', { category: 'finetune-inference', model: null }],
  ['finetuned', 'Phi-4-Input-Finetuned Tokens', { category: 'finetune-inference' }, 'Phi'],
  ['rft', 'o4 mini dev RFT inp glb Tokens', { category: 'finetune-inference' }],
  ['training', 'gpt-4.1 FT Training global Tokens', { category: 'finetune-training' }],
  ['trng', 'gpt-4o-0806-FT-Trng-glbl tkn Tokens', { category: 'finetune-training' }],
  ['hosting', 'gpt-4.1-ft hosting global Unit', { category: 'finetune-hosting' }],
  ['hstng', 'gpt-4-8K-FT-Hstng-glbl Unit', { category: 'finetune-hosting' }],
  ['grader', 'text-embedding-3-large-grader Tokens', { category: 'finetune-grader' }],
  ['grdr', 'o3-ft mdl grdr inpt Tokens', { category: 'finetune-grader' }],
  ['images', 'Image-Dall-E-3 HD HighRes-glbl Images', { category: 'media', sku: null }],
  ['video', 'Sora 720p 1-5s glbl Video', { category: 'media' }],
  ['second', 'Sora 2 pro glbl Second', { category: 'media' }],
  ['characters', 'Speech-Text to Speech HD-global Characters', { category: 'media' }],
  ['megapixel', 'FLUX 2 Pro Glbl Megapixel', { category: 'media' }],
  ['megapixels', 'FLUX 2 Pro Glbl Megapixels', { category: 'media' }],
  ['gb', 'Assistants-File Search-glbl GB', { category: 'tool' }],
  ['session', 'Code-Interpreter-global Session', { category: 'tool' }],
  ['sessions', 'Code-Interpreter-global Sessions', { category: 'tool' }],
  ['new', 'embedding-ada-glbl-new Tokens', { model: 'text-embedding-ada-002' }],
  ['tkn', 'gpt 4.1 Inp glbl tkn Tokens', { model: 'gpt-4.1' }],
  ['base', 'babbage-002-base-glbl Tokens', { kind: null }],
  ['1m', '5.4 inp Gl 1M Tokens', { model: 'gpt-5.4' }, GPT5],
  ['mn', 'gpt4o mn tts txt in gl 1215 1M Tokens', { model: 'gpt-4o-mini-tts', version: '2025-12-15' }, MEDIA],
  ['rt', 'gpt rt 1.5 txt inp Gl 1M Tokens', { model: 'gpt-realtime-1.5' }, MEDIA],
  ['rtime', 'gpt4o rtime cached txt inp rgnl Tokens', { model: 'gpt-4o-realtime-preview' }],
  ['tcrb', 'gpt 4o tcrb d txt inp glbl Tokens', { model: 'gpt-4o-transcribe-diarize' }, MEDIA],
  ['trb', 'gpt-35-trb16K-Batch-Inp-glbl Tokens', { model: 'gpt-35-turbo-16k' }],
  [
    'prvw',
    'gpt4o realtimePrvwTxtInp DataZone Tokens',
    { model: 'gpt-4o-realtime-preview', modality: 'text' },
  ],
  ['embeddings', 'Az-Embeddings-Ada Tokens', { kind: 'input', model: null }],
  [
    'doc',
    'Doc AI 2512 glbl Pages',
    { kind: 'page', model: 'mistral-document-ai-2512' },
    'Azure Mistral Models',
  ],
  ['mm', 'Phi-4-Mini MM-Audio-In Tokens', { modality: 'audio', model: 'Phi-4-multimodal-instruct' }, 'Phi'],
];

function read(meterName: string, productName = 'Azure OpenAI') {
  return readMeterName(
    { meterName, productName, unitOfMeasure: / 1M /.test(meterName) ? '1M' : '1K' },
    KNOWN,
  );
}

describe('a word of the grammar', () => {
  const cases = ROWS.map(([word, name, expected, product]) => [word, name, expected, product] as const);

  it.each(cases)('%s is read in %s', (word, meterName, expected, productName) => {
    expect(meterName.toLowerCase()).toContain(word);
    expect(read(meterName, productName)).toMatchObject(expected);
  });

  it('has a row here, whichever table it is in', () => {
    const tables = [
      SKU_WORDS,
      KIND_WORDS,
      MODE_WORDS,
      CONTEXT_WORDS,
      MODALITY_WORDS,
      FINE_TUNE_WORDS,
      OTHER_UNITS,
      MODEL_ALIASES,
    ];
    const words = [...tables.flatMap((table) => Object.keys(table)), ...EMPTY_WORDS];
    expect([...new Set(words)].sort()).toEqual([...new Set(ROWS.map(([word]) => word))].sort());
  });
});

describe('words that mean something only beside others', () => {
  it.each<readonly [string, string, Record<string, unknown>, string]>([
    [
      'ch beside input is cached',
      'FW DeepSeek-V4-Pro Ch Inp DZ Tokens',
      { kind: 'cachedInput' },
      'Azure Fireworks Models',
    ],
    ['a last L is the long tier of Grok', '4.3 Inp DZ L Tokens', { context: 'long' }, 'Azure Grok Models'],
    ['Data Zone is one word', 'gpt 4.1 Inp Data Zone Tokens', { sku: 'DataZoneStandard' }, 'Azure OpenAI'],
    [
      'Fine Tuned is one word',
      'Az-Davinci-002-Fine Tuned-Input Tokens',
      { category: 'finetune-inference' },
      'Azure OpenAI',
    ],
    [
      'tokens of a fine-tune without a kind are training',
      'Phi-4-FT Tokens',
      { category: 'finetune-training' },
      'Phi',
    ],
    [
      'a search is counted',
      'Rerank v4 Pro DZ Search',
      { kind: 'searchUnit', modality: null },
      'Cohere Models',
    ],
    [
      'provisioned throughput is set aside',
      'Provisioned Managed Global Unit',
      { category: 'provisioned' },
      'Azure OpenAI',
    ],
    [
      'SP is Speciale for DeepSeek',
      'V3.2 SP Inp DZ Tokens',
      { model: 'DeepSeek-V3.2-Speciale' },
      'Azure Deepseek Models',
    ],
    [
      'V is Vision for Phi',
      'Phi-3.5-V-128K-Instruct-Input Tokens',
      { model: 'Phi-3.5-vision-instruct' },
      'Phi',
    ],
    [
      'MAI is Microsoft, whatever the product',
      'MAI-DS-R1 Inp glbl Tokens',
      { model: 'MAI-DS-R1', publisher: 'Microsoft' },
      'Deepseek model family',
    ],
    [
      'FW is never the model sold by Azure',
      'FW DeepSeekV3.2 Cache Inp DZ Tokens',
      { model: 'FW-DeepSeek-V3.2', publisher: 'Fireworks' },
      'Azure Fireworks Models',
    ],
  ])('%s', (_, meterName, expected, productName) => {
    expect(read(meterName, productName)).toMatchObject(expected);
  });
});

describe('a name that cannot be read for certain', () => {
  it.each([
    ['names two SKUs', 'gpt 4.1 Inp glbl regnl Tokens', 'Azure OpenAI', 'two SKUs'],
    ['names two modes', 'gpt 4.1 Batch pp Inp glbl Tokens', 'Azure OpenAI', 'two modes'],
    ['counts input and output', 'gpt 4.1 Inp Outp glbl Tokens', 'Azure OpenAI', 'output beside'],
    ['writes without a cache', '5.6 sol Wr Gl 1M Tokens', GPT5, 'cache write'],
    ['has both contexts', '5.5 ShortCo LongCo inp Gl 1M Tokens', GPT5, 'short and long'],
    ['does not say what an image model counts', 'Image 2 inp Gl 1M Tokens', MEDIA, 'text, audio or image'],
  ])('is unknown when it %s', (_, meterName, productName, reason) => {
    const reading = read(meterName, productName);
    expect('unknown' in reading ? reading.unknown : 'read').toContain(reason);
  });

  it('is unknown when the unit is another than the name says', () => {
    const meter = { meterName: '5.4 inp Gl 1M Tokens', productName: GPT5, unitOfMeasure: '1K' };
    expect(readMeterName(meter, KNOWN)).toEqual({ unknown: 'the name says 1M, the unit is 1K' });
  });

  it.each([
    ['a placeholder', 'Model 7 Inp glbl Tokens', 'Azure Kimi'],
    ['a name that begins like no model of the family', 'MAI p/q Inp glbl Tokens', 'MAI Models'],
    ['a name without a generation', 'gpt-latest 05052026 inp Gl 1M Tokens', MEDIA],
    ['a product that is not known', 'BT Foo Inp Gl Tokens', 'Azure Baseten Models'],
    ['a meter whose model changed under it', 'Az-GPT4-Turbo-128K Input Tokens', 'Azure OpenAI'],
    ['a day that the near model does not have', 'gpt-4o-aud-0603 Inp glbl Tokens', 'Azure OpenAI'],
  ])('has no model for %s', (_, meterName, productName) => {
    expect(read(meterName, productName)).toMatchObject({ model: null, version: null });
  });
});
