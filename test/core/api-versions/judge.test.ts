import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiVersionRoute, judgeApiVersion } from '../../../src/core/api-versions/judge.js';
import { API_VERSIONS } from '../../../src/core/api-versions/versions.js';
import { classifyEndpoint } from '../../../src/core/endpoints/classify.js';

describe('judgeApiVersion', () => {
  it.each([
    ['dated', '2024-10-21', {}, 'ok', null],
    ['dated', '2022-12-01', {}, 'ok', null],
    ['dated', '2025-04-01-preview', {}, 'ok', null],
    ['dated', null, {}, 'missing', '2024-10-21'],
    ['dated', ' ', {}, 'missing', '2024-10-21'],
    ['dated', '2023-07-01-preview', {}, 'retired', '2024-10-21'],
    ['dated', '2024-08-01', {}, 'suffix', '2024-08-01-preview'],
    ['dated', '2024-10-21-preview', {}, 'suffix', '2024-10-21'],
    ['dated', '2024-13-01', {}, 'malformed', '2024-10-21'],
    ['dated', 'latest', {}, 'malformed', '2024-10-21'],
    ['dated', '2031-01-01', {}, 'unknown', '2024-10-21'],
    ['dated', '0613', {}, 'model-version-given', '2024-10-21'],
    ['dated', '2024-07-18', { modelVersions: ['2024-07-18'] }, 'model-version-given', '2024-10-21'],
    ['dated', '2024-10-21', { operation: 'responses' }, 'too-old-for-feature', '2025-03-01-preview'],
    ['dated', '2024-10-21', { model: 'o3-mini' }, 'too-old-for-feature', '2024-12-01-preview'],
    ['dated', '2024-12-01-preview', { model: 'o3-mini' }, 'ok', null],
    ['dated', '2024-10-21', { model: 'gpt-4o' }, 'ok', null],
    ['dated', 'v1', {}, 'other-route', '2024-10-21'],
    ['models', '2024-05-01-preview', {}, 'ok', null],
    ['models', null, {}, 'missing', '2024-05-01-preview'],
    ['models', '2024-08-01-preview', {}, 'rejected', '2024-05-01-preview'],
    ['models', '2024-10-21', {}, 'other-route', '2024-05-01-preview'],
    ['v1', null, {}, 'ok', null],
    ['v1', 'preview', {}, 'tolerated', null],
    ['v1', '2024-10-21', {}, 'dated-on-v1', null],
    ['v1', 'latest', {}, 'not-wanted', null],
    ['project', 'v1', {}, 'ok', null],
    ['project', '2024-10-21', {}, 'other-route', 'v1'],
    ['serverless', null, {}, 'ok', null],
    ['serverless', '2024-05-01-preview', {}, 'ok', null],
    ['none', 'whatever', {}, 'ok', null],
  ] as const)('%s takes %j with %o: %s', (route, version, context, verdict, suggestion) => {
    expect(judgeApiVersion(route, version, context)).toMatchObject({ verdict, suggestion });
  });

  it.each(API_VERSIONS.filter(({ status }) => status === 'accepted'))(
    '$version is accepted on its own route $route',
    ({ version, route }) => {
      expect(judgeApiVersion(route, version).verdict).toBe('ok');
    },
  );

  it('suggests what it would accept itself, whatever is given', () => {
    const route = fc.constantFrom('dated', 'models', 'v1', 'project', 'serverless', 'none');
    fc.assert(
      fc.property(route, fc.option(fc.string()), (each, version) => {
        const { suggestion } = judgeApiVersion(each, version);
        expect(judgeApiVersion(each, suggestion).verdict).toBe('ok');
      }),
    );
  });
});

describe('apiVersionRoute', () => {
  it.each([
    ['https://res.openai.azure.com/openai/deployments/d', 'dated'],
    ['https://res.openai.azure.com/openai/v1', 'v1'],
    ['https://res.services.ai.azure.com/models', 'models'],
    ['https://res.services.ai.azure.com/api/projects/p', 'project'],
    ['https://res.services.ai.azure.com/api/projects/p/openai/v1', 'v1'],
    ['https://n.eastus2.models.ai.azure.com', 'serverless'],
    ['https://res.services.ai.azure.com/anthropic', 'none'],
    ['https://llm.contoso.com', 'none'],
  ])('%s is judged by the list of %s', (url, route) => {
    expect(apiVersionRoute(classifyEndpoint(url))).toBe(route);
  });
});
