import { describe, expect, it } from 'vitest';
import { termsFor } from '../../../src/core/catalog/terms.js';
import { offer, sku } from './offers.js';

describe('termsFor', () => {
  it.each([
    ['OpenAI', 'gpt-4.1', 'azure', 'Microsoft', false],
    ['OpenAI', 'model-router', 'azure', 'Microsoft', false],
    ['Microsoft', 'Phi-4', 'azure', 'Microsoft', false],
    ['Cohere', 'cohere-command-a', 'azure', 'Microsoft', false],
    ['Cohere', 'Cohere-rerank-v4.0-fast', 'azure', 'Microsoft', false],
    ['Cohere', 'Cohere-embed-v3-english', 'partner', 'Cohere', true],
    ['Meta', 'Llama-3.3-70B-Instruct', 'azure', 'Microsoft', false],
    ['Meta', 'Meta-Llama-3.1-8B-Instruct', 'partner', 'Meta', true],
    ['Mistral AI', 'Mistral-Large-3', 'azure', 'Microsoft', false],
    ['Mistral AI', 'Ministral-3B', 'partner', 'Mistral AI', true],
    ['Anthropic', 'claude-sonnet-4-5', 'partner', 'Anthropic', true],
    ['Fireworks', 'FW-GLM-5', 'partner', 'Fireworks', true],
    ['NewCo', 'wonder-1', 'not known', 'NewCo', false],
  ])('knows who sells %s %s: %s, %s', (format, name, soldBy, seller, marketplace) => {
    const terms = termsFor(offer({ format, name, publisher: format }));
    expect(terms).toMatchObject({ soldBy, seller, marketplace });
  });

  it.each([
    ['grok-4', true],
    ['grok-4-1-fast-reasoning', false],
    ['grok-code-fast-1', true],
  ])('asks for a registration for %s: %s', (name, expected) => {
    const { conditions } = termsFor(offer({ format: 'xAI', name }));
    expect(conditions.some((line) => line.includes('registration'))).toBe(expected);
  });

  it.each([
    ['its capability', { capabilities: { hostedOn: 'azure' } }, 'on Azure'],
    ['its capability, elsewhere', { capabilities: { hostedOn: 'anthropic' } }, 'own infrastructure'],
    [
      'its quota name',
      {
        version: '3',
        skus: [sku('GlobalStandard', { usageName: 'AIServices.GlobalStandard.claude-x.Azure' })],
      },
      'on Azure',
    ],
    ['a date as version', { version: '20250929' }, 'own infrastructure'],
  ])('tells the host of a Claude version by %s', (_, changes, expected) => {
    const terms = termsFor(
      offer({ format: 'Anthropic', name: 'claude-x', publisher: 'Anthropic', ...changes }),
    );
    expect(terms.processor).toContain(expected);
    expect(terms.needsProviderData).toBe(true);
  });

  it('asks only Anthropic buyers who they are', () => {
    expect(termsFor(offer()).needsProviderData).toBe(false);
  });
});
