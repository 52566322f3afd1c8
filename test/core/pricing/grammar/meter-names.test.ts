import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { indexModels } from '../../../../src/core/pricing/grammar/model-index.js';
import { readMeterName } from '../../../../src/core/pricing/grammar/read-meter-name.js';
import { KNOWN } from '../known.js';

const text = readFileSync(new URL('../../../fixtures/meter-names.tsv', import.meta.url), 'utf8');
const [, ...lines] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const ROWS = lines.map((line) => line.split('\t').map((cell) => (cell === '-' ? null : cell)));
const ATTRIBUTES = ['category', 'sku', 'mode', 'context', 'kind', 'modality'] as const;

describe('1,511 real meter names', () => {
  it('have their category and all attributes read right', () => {
    expect(ROWS).toHaveLength(1511);
    const wrong = ROWS.flatMap(([product, meter, unit, category, , , sku, mode, context, kind, modality]) => {
      const reading = readMeterName(nameOf(product, meter, unit), KNOWN);
      const expected = { category, sku, mode, context, kind, modality };
      if ('unknown' in reading) return [`${meter}: ${reading.unknown}`];
      return ATTRIBUTES.filter((name) => reading[name] !== expected[name]).map(
        (name) => `${meter}: ${name} ${reading[name]}`,
      );
    });
    expect(wrong).toEqual([]);
  });

  it('name the model that is known for them, and its version or none', () => {
    const wrong = ROWS.flatMap(([product, meter, unit, , model, version]) => {
      if (model === null || model === undefined) return [];
      const reading = readMeterName(nameOf(product, meter, unit), KNOWN);
      if ('unknown' in reading || reading.model?.toLowerCase() !== model.toLowerCase())
        return [`${meter}: ${model}`];
      const isFine = reading.version === null || version === null || reading.version === version;
      return isFine ? [] : [`${meter}: version ${reading.version}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('a model that no list knows', () => {
  const nothing = indexModels([]);

  it.each([
    ['Azure OpenAI GPT5', '5.7 terra LongCo Cd Wr Std Gl 1M Tokens', 'gpt-5.7-terra'],
    ['Azure OpenAI GPT5', '57terra LoCo Cd Inp Fl Gl 1M Tokens', 'gpt-5.7-terra'],
    ['Azure OpenAI GPT6', '6.2-luna ShortCo Inp Std Gl 1M Tokens', 'gpt-6.2-luna'],
    ['Azure OpenAI', 'gpt 4.1 nano Inp glbl Tokens', 'gpt-4.1-nano'],
    ['Azure OpenAI', 'o5-mini 0416 Inp glbl Tokens', 'o5-mini'],
    ['Azure OpenAI', 'text-embedding-4-small-glbl Tokens', 'text-embedding-4-small'],
    ['Azure OpenAI Media', 'gpt rt mn aud in gl 1215 1M Tokens', 'gpt-realtime-mini'],
    ['Azure OpenAI Media', 'gpt img 3 in txt gl 1M Tokens', 'gpt-image-3'],
    ['Azure OpenAI OSS models', 'gpt-oss-20B Inp glbl Tokens', 'gpt-oss-20b'],
    ['Azure Deepseek Models', 'V5 Flash 0731 Inp glbl Tokens', 'DeepSeek-V5-Flash-0731'],
    ['Azure Grok Models', 'Grok-5 mini Inp glbl Tokens', 'grok-5-mini'],
    ['Azure Kimi', 'K3 Code cached glbl Tokens', 'Kimi-K3-Code'],
    ['Azure Mistral Models', 'Medium 3.5 Inp glbl Tokens', 'mistral-medium-3.5'],
    ['Cohere Models', 'Embed V6 Fast Img DZ Tokens', 'embed-v-6-0-fast'],
    ['Cohere Models', 'Rerank v4 Fast Glbl Search', 'Cohere-rerank-v4.0-fast'],
    ['Phi', 'Phi-5-mini-reasoning-Input Tokens', 'Phi-5-mini-reasoning'],
    ['MAI Models', 'MAI-Cyber-2-Flash Inp glbl 1M Tokens', 'MAI-Cyber-2-Flash'],
  ])('of %s in %s is %s', (product, meter, model) => {
    const unit = / 1M /.test(meter) ? '1M' : '1K';
    expect(readMeterName(nameOf(product, meter, unit), nothing)).toMatchObject({ model });
  });

  it('is not taken for a known one that has further words', () => {
    const known = indexModels([{ name: 'DeepSeek-R1-0528', version: '1', publisher: 'DeepSeek' }]);
    const meter = nameOf('Azure Deepseek Models', 'R1 Inp glbl Tokens', '1K');
    expect(readMeterName(meter, known)).toMatchObject({ model: 'DeepSeek-R1' });
  });
});

describe('the version of a name', () => {
  const known = indexModels(
    ['2024-08-06', '2024-11-20'].map((version) => ({ name: 'gpt-4o', version, publisher: 'OpenAI' })),
  );

  it.each([
    ['gpt 4o 0806 Inp glbl Tokens', '2024-08-06'],
    ['gpt 4o 11202024 Inp glbl Tokens', '2024-11-20'],
    ['gpt 4o 0101 Inp glbl Tokens', '0101'],
    ['gpt 4o Inp glbl Tokens', null],
  ])('in %s is %s: the year comes from the catalog', (meter, version) => {
    expect(readMeterName(nameOf('Azure OpenAI', meter, '1K'), known)).toMatchObject({
      model: 'gpt-4o',
      version,
    });
  });
});

function nameOf(product?: string | null, meter?: string | null, unit?: string | null) {
  return { productName: product ?? '', meterName: meter ?? '', unitOfMeasure: unit ?? '' };
}
