import { describe, expect, it } from 'vitest';
import { classifyEndpoint } from '../../../src/core/endpoints/classify.js';
import { INFERENCE_CLOUDS } from '../../../src/core/endpoints/clouds.js';
import { HOST_SUFFIXES } from '../../../src/core/endpoints/hosts.js';
import { STYLES, styleById } from '../../../src/core/endpoints/styles.js';
import { STYLE_IDS } from '../../../src/core/endpoints/types.js';

describe('STYLES', () => {
  it('has a row for every id', () => {
    expect([...STYLES.keys()].sort()).toEqual([...STYLE_IDS].sort());
  });

  it.each(STYLE_IDS.filter((id) => !['aoai-dated', 'hub-connection'].includes(id)))(
    '%s: its base URL is classified as itself',
    (id) => {
      const url = styleById(id)
        .baseUrl.replace('{region}', 'eastus2')
        .replace(/\{(\w+)\}/g, 'contoso');
      expect(classifyEndpoint(url).style).toBe(id);
    },
  );

  it.each(STYLE_IDS)('%s says where it stands and of when it is', (id) => {
    const row = styleById(id);
    expect(row.source.length).toBeGreaterThan(10);
    expect(row.date).toMatch(/^20\d\d-\d\d(-\d\d)?$/);
  });

  it('wants a dated api-version on the routes that answer 404 without one', () => {
    const required = [...STYLES.values()].filter((row) => row.apiVersion === 'required').map(({ id }) => id);
    expect(required).toEqual(['foundry-models', 'foundry-project', 'aoai-deployment', 'aoai-dated']);
  });
});

describe('INFERENCE_CLOUDS', () => {
  it.each(INFERENCE_CLOUDS)('$id: its hosts are classified into it', (cloud) => {
    for (const host of [cloud.foundryHost, cloud.openaiHost, cloud.cognitiveHost]) {
      expect(classifyEndpoint(`https://contoso.${host}`).cloud).toBe(cloud.id);
    }
  });

  it('says which suffixes nobody has verified', () => {
    const guesses = HOST_SUFFIXES.filter(({ isVerified }) => !isVerified).map(({ suffix }) => suffix);
    expect(guesses).toContain('.openai.azure.cn');
    expect(guesses).not.toContain('.openai.azure.com');
  });
});
