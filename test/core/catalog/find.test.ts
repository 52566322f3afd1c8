import { describe, expect, it } from 'vitest';
import { findModel } from '../../../src/core/catalog/find.js';
import { modelRefusal } from '../../../src/core/catalog/refusal.js';
import type { ManagedComputeEntry } from '../../../src/core/catalog/types.js';
import { offer, sku } from './offers.js';

const DAY = '2026-08-22';
const managed = (changes: Partial<ManagedComputeEntry>): ManagedComputeEntry => ({
  name: 'Llama-2-7b',
  publisher: 'Meta',
  category: 'managed-compute-open',
  billing: 'virtual machine core hours',
  needs: 'compute quota',
  lookAlikeOf: null,
  computes: [],
  license: null,
  note: null,
  ...changes,
});

const offers = [
  offer({
    name: 'gpt-4o',
    version: '2024-05-13',
    isDefault: true,
    lifecycle: 'Deprecated',
    retires: '2026-03-31',
  }),
  offer({ name: 'gpt-4o', version: '2024-11-20' }),
  offer({
    name: 'gpt-35-turbo',
    lifecycle: 'Deprecated',
    retires: '2025-11-14',
    replacement: { name: 'gpt-4' },
  }),
  offer({ name: 'gpt-4', lifecycle: 'Deprecated', retires: '2025-06-06', replacement: { name: 'GPT-4o' } }),
  offer({
    name: 'gpt-oss-20b',
    skus: [sku('GlobalStandard', { usageName: 'AIServices.GlobalStandard.GPT-OSS-20B-Finetune' })],
  }),
  offer({ name: 'gpt-oss-120b' }),
  offer({ name: 'reserved', skus: [sku('ProvisionedManaged')] }),
  offer({ name: 'bare', skus: [] }),
  offer({ name: 'going', lifecycle: 'Deprecating' }),
  offer({ name: 'Both' }),
];
const list = [
  managed({}),
  managed({ name: 'both' }),
  managed({ name: 'gpt2', lookAlikeOf: 'gpt-4o' }),
  managed({ name: 'Azure-AI-Speech', category: 'foundry-tool' }),
  managed({ name: 'Llama-2-13b', category: 'serverless-retired' }),
];
const find = (name: string) => findModel(name, { offers, managedCompute: () => list, asOf: DAY });

describe('findModel', () => {
  it('answers with the listed spelling, whatever the letter case, and the version to take first', () => {
    const answer = find(' GPT-4O ');
    expect(answer).toMatchObject({ kind: 'found', name: 'gpt-4o' });
    expect(answer.kind === 'found' && answer.versions.map(({ version }) => version)).toEqual([
      '2024-11-20',
      '2024-05-13',
    ]);
  });

  it('finds what existing customers can still deploy', () => {
    expect(find('going').kind).toBe('found');
  });

  it('lets the offer decide over an entry on managed compute', () => {
    expect(find('both')).toMatchObject({ kind: 'found', name: 'Both' });
  });

  it('does not read the managed-compute list for a name that is offered', () => {
    const managedCompute = (): readonly ManagedComputeEntry[] => {
      throw new Error('not needed');
    };
    expect(findModel('gpt-4o', { offers, managedCompute, asOf: DAY }).kind).toBe('found');
  });

  it.each([
    ['gpt-35-turbo', 'retired', 'gpt-4o'],
    ['gpt-oss-20b', 'fine-tuned-only', 'gpt-oss-120b'],
    ['reserved', 'no-token-sku', null],
    ['bare', 'no-token-sku', null],
    ['llama-2-7b', 'managed-compute', null],
    ['gpt2', 'managed-compute', 'gpt-4o'],
    ['azure-ai-speech', 'service', null],
    ['Llama-2-13b', 'serverless-retired', null],
  ])('says why %s is not to be had: %s', (name, reason, alternative) => {
    expect(find(name)).toMatchObject({ kind: 'notPayAsYouGo', reason, alternative });
  });

  it('names the nearest for an unknown one, deployable names before the others', () => {
    const answer = find('gpt-4oo');
    expect(answer.kind === 'unknown' && answer.nearest[0]).toBe('gpt-4o');
  });
});

describe('modelRefusal', () => {
  const refusalOf = (name: string) => {
    const answer = find(name);
    if (answer.kind === 'found') throw new Error(`${name} was found`);
    return modelRefusal(name, answer, 'this list');
  };

  it.each([
    [
      'Llama-2-7b',
      'model-not-pay-as-you-go',
      'Llama-2-7b is in the Azure AI catalog but not pay-as-you-go: it runs on managed compute only (billed: virtual machine core hours; needs compute quota)',
    ],
    ['gpt-oss-20b', 'model-not-pay-as-you-go', 'fine-tuned weights only'],
    ['reserved', 'model-not-pay-as-you-go', '(it has ProvisionedManaged)'],
    ['gpt-35-turbo', 'model-retired', '(1 on 2025-11-14)'],
    ['nothing-like-it', 'model-not-found', "No model 'nothing-like-it' in this list"],
  ])('of %s has the code %s', (name, code, text) => {
    const error = refusalOf(name);
    expect(error).toMatchObject({ code, exit: 3 });
    expect(error.message).toContain(text);
  });

  it('gives the replacement as the next command', () => {
    expect(refusalOf('gpt-35-turbo').hint).toBe('Its replacement: aimi models show gpt-4o');
  });

  it('carries the nearest names as data', () => {
    expect(refusalOf('gpt-4oo').details).toMatchObject({ model: 'gpt-4oo', nearest: ['gpt-4o', 'gpt-4'] });
  });
});
