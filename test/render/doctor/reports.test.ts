import { describe, expect, it } from 'vitest';
import { placeOfLabel } from '../../../src/render/doctor/finding-place.js';
import { renderGitHub } from '../../../src/render/doctor/github.js';
import { renderSarif } from '../../../src/render/doctor/sarif.js';
import { HEALTHY, MISSING_MODELS, NOTHING, RATE_LIMITED } from './diagnoses.js';

describe('renderSarif', () => {
  it('is a log of one run with a result for each cause', () => {
    const log = JSON.parse(renderSarif(MISSING_MODELS, '1.2.3'));
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'aimi', semanticVersion: '1.2.3' } } }],
    });
    const [run] = log.runs;
    expect(run.results).toEqual([
      {
        ruleId: 'endpoint.missing-models-path',
        ruleIndex: 0,
        level: 'error',
        rank: 92.4,
        message: {
          text: 'The endpoint lacks /models (92 %)\n- ChatCompletionsClient calls https://contoso.services.ai.azure.com/chat/completions (src/app.py:12)\n- The service answered 404 Resource not found (stdin:31)\nFix: Add /models to the endpoint\n- endpoint="https://contoso.services.ai.azure.com",\n+ endpoint="https://contoso.services.ai.azure.com/models",',
        },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'src/app.py', uriBaseId: '%SRCROOT%' },
              region: { startLine: 12 },
            },
          },
        ],
        properties: { confidence: 0.924, verdict: 'cause-found' },
      },
      expect.objectContaining({ ruleId: 'endpoint.bad-api-version', ruleIndex: 1, level: 'note' }),
    ]);
    expect(run.results[1]).not.toHaveProperty('locations');
    expect(run.invocations[0].toolExecutionNotifications).toEqual([
      { level: 'note', message: { text: 'network: --offline was given' } },
    ]);
  });

  it('describes each rule once, by what is known of the cause', () => {
    const log = JSON.parse(renderSarif([MISSING_MODELS, MISSING_MODELS], '1'));
    expect(log.runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'endpoint.missing-models-path',
      'endpoint.bad-api-version',
    ]);
    expect(log.runs[0].tool.driver.rules[0].help.text).toContain(
      'docs/causes.md#endpoint-missing-models-path',
    );
    expect(log.runs[0].tool.driver.rules[0].fullDescription.text).not.toBe('');
  });

  it.each([
    ['an innocent cause is a note', RATE_LIMITED, ['note'], true],
    ['nothing wrong is no result', HEALTHY, [], true],
    ['nothing checked is a failed run', NOTHING, [], false],
  ] as const)('%s', (_story, diagnosis, levels, isSuccess) => {
    const [run] = JSON.parse(renderSarif(diagnosis, '1')).runs;
    expect(run.results.map(({ level }: { level: string }) => level)).toEqual(levels);
    expect(run.invocations[0].executionSuccessful).toBe(isSuccess);
  });
});

describe('renderGitHub', () => {
  it('annotates the line, escaped as the runner wants it', () => {
    expect(renderGitHub(MISSING_MODELS).split('\n')).toEqual([
      '::error file=src/app.py,line=12,title=endpoint.missing-models-path::The endpoint lacks /models (92 %25)%0A- ChatCompletionsClient calls https://contoso.services.ai.azure.com/chat/completions (src/app.py:12)%0A- The service answered 404 Resource not found (stdin:31)%0AFix: Add /models to the endpoint%0A- endpoint="https://contoso.services.ai.azure.com",%0A+ endpoint="https://contoso.services.ai.azure.com/models",',
      '::notice title=endpoint.bad-api-version::The api-version does not exist on this route (31 %25)%0AFix: Use 2024-05-01-preview',
      '::warning file=pyproject.toml,line=9,title=model-retirement::azure-ai-inference is retired on 2026-08-26',
      '',
    ]);
  });

  it('lets no text start a command of its own', () => {
    const [cause] = RATE_LIMITED.causes;
    if (cause === undefined) throw new Error('no cause');
    const fix = { text: 'a\n::set-env name=X::y\r::error::z', file: 'a,b:c\n::error::.py' };
    const text = renderGitHub({ ...RATE_LIMITED, causes: [{ ...cause, fix }] });
    expect(text.split('\n')).toHaveLength(2);
    expect(text).toMatch(/^::notice file=a%2Cb%3Ac%0A%3A%3Aerror%3A%3A\.py,title=/);
  });

  it.each([
    ['an innocent cause is a notice', RATE_LIMITED, /^::notice title=quota\.rate-limited::/],
    [
      'an unreadable report is an error',
      { ...NOTHING, error: 'not JSON' },
      /^::error title=aimi doctor::A report cannot be read: not JSON\n$/,
    ],
    ['nothing wrong says nothing', HEALTHY, /^$/],
  ])('%s', (_story, diagnosis, expected) => {
    expect(renderGitHub(diagnosis)).toMatch(expected);
  });
});

describe('placeOfLabel', () => {
  it.each([
    ['app.py:12', { file: 'app.py', line: 12 }],
    ['src\\Program.cs:7', { file: 'src/Program.cs', line: 7 }],
    ['./package-lock.json', { file: 'package-lock.json', line: null }],
    ['.env:3', { file: '.env', line: 3 }],
    ['api/.env.local', { file: 'api/.env.local', line: null }],
    ['stdin:3', null],
    ['response body', null],
    ['AZURE_OPENAI_ENDPOINT', null],
    ['--endpoint', null],
  ])('%s', (label, expected) => {
    expect(placeOfLabel(label)).toEqual(expected);
  });
});
