import { describe, expect, it } from 'vitest';
import { ARM_ERROR_RULES } from '../../../src/core/arm-errors/rules.js';
import { CAUSE_CODES } from '../../../src/core/causes/codes.js';
import { explainArmText } from '../../../src/core/explain/control-plane-code.js';
import { explainTerm } from '../../../src/core/explain/explain-term.js';
import { SERVICE_CODES } from '../../../src/core/explain/service-codes.js';
import { STATUSES } from '../../../src/core/explain/statuses.js';
import { explainView } from '../../../src/render/explain/explain-view.js';
import { PLAIN_THEME } from '../../../src/render/theme.js';

describe('explainTerm', () => {
  it.each([
    ['endpoint.missing-models-path', 'cause', 'endpoint.missing-models-path'],
    [' AUTH.KEY-INVALID ', 'cause', 'auth.key-invalid'],
    ['DeploymentNotFound', 'service-code', 'DeploymentNotFound'],
    ['deploymentnotfound', 'service-code', 'DeploymentNotFound'],
    ['unknown_model', 'service-code', 'unknown_model'],
    ['AuthenticationTypeDisabled', 'service-code', 'AuthenticationTypeDisabled'],
    ['ENOTFOUND', 'service-code', 'ENOTFOUND'],
    ['404', 'status', '404'],
    ['HTTP 431', 'status', '431'],
    ['HTTP/1.1 401 Unauthorized', 'status', '401'],
    ['status code: 429', 'status', '429'],
    ['404 Not Found', 'status', '404'],
    ['InsufficientQuota', 'control-plane', 'InsufficientQuota'],
    ['authorizationfailed', 'control-plane', 'AuthorizationFailed'],
    ['715-123420', 'control-plane', '715-123420'],
  ])('%s is the %s %s', (text, kind, code) => {
    expect(explainTerm(text)).toMatchObject({ kind, code });
  });

  it.each(['', '200', '99', '4040', 'constructor', 'gpt-4o', 'a 404 of my own making in the code'])(
    'knows nothing of %j',
    (text) => {
      expect(explainTerm(text)).toBeNull();
    },
  );

  it.each([
    ['DeploymentNotFound', 'deployment.not-found'],
    ['no_model_name', 'deployment.missing'],
    ['AuthenticationTypeDisabled', 'auth.local-auth-disabled'],
    ['431', 'headers.too-many'],
    ['429', 'quota.rate-limited'],
    ['503', 'service.outage'],
    ['content_filter', 'request.content-filter'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'network.proxy-tls'],
  ])('%s is most likely %s', (text, cause) => {
    const answer = explainTerm(text);
    expect(answer?.causes[0]?.code).toBe(cause);
    expect(answer?.docs).toBe(`docs/causes.md#${cause.replace('.', '-')}`);
  });

  it('names each code and status once', () => {
    const codes = [
      ...SERVICE_CODES.map(({ code }) => code.toLowerCase()),
      ...STATUSES.map(({ status }) => status),
    ];
    expect(new Set(codes).size).toBe(codes.length);
  });

  const ARM_CODES = [...new Set(ARM_ERROR_RULES.flatMap(({ codes }) => codes))];
  it.each(ARM_CODES)('%s of Azure Resource Manager has a sentence without gaps', (code) => {
    const answer = explainTerm(code);
    expect(answer).not.toBeNull();
    const text = answer === null ? '' : explainView(answer, PLAIN_THEME);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    expect(answer?.sources.length).toBeGreaterThan(0);
  });
});

describe('explainArmText', () => {
  const body =
    '{"error":{"code":"InvalidResourceProperties","message":"The specified SKU \'Standard\' for model \'gpt-4.1 2025-04-14\' is not supported in this region \'westus\'."}}';
  it.each([
    ['the JSON body', body],
    ['a body behind words', `Bad Request(${body})`],
    [
      'the line of az',
      "(InvalidResourceProperties) The specified SKU 'Standard' for model 'gpt-4.1 2025-04-14' is not supported in this region 'westus'.",
    ],
  ])('reads %s', (_story, text) => {
    expect(explainArmText(text)).toMatchObject({
      kind: 'control-plane',
      code: 'InvalidResourceProperties',
      title: 'westus does not offer SKU Standard for gpt-4.1 2025-04-14',
      docs: 'docs/errors/sku-not-offered.md',
    });
  });

  it.each([
    '',
    'nothing of the kind',
    '{"error":',
    '{"error":{"code":"404","message":"Resource not found"}}',
    '((((',
  ])('leaves %j to others', (text) => {
    expect(explainArmText(text)).toBeNull();
  });

  it('takes a long text quickly', () => {
    const start = performance.now();
    explainArmText('InsufficientQuotaA '.repeat(100_000));
    explainArmText('{'.repeat(1_000_000));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('explainView', () => {
  it('tells a cause in full', () => {
    const answer = explainTerm('headers.too-many');
    const text = answer === null ? '' : explainView(answer, PLAIN_THEME);
    expect(text.split('\n')[0]).toBe('Too many or too large request headers (headers.too-many)');
    for (const heading of ['Usual reasons', 'What to do', 'Not this, but', 'Sources'])
      expect(text).toContain(heading);
    expect(text).toContain('docs/causes.md#headers-too-many');
  });

  it.each(CAUSE_CODES)('%s fits into 60 columns but for addresses and commands', (code) => {
    const answer = explainTerm(code);
    const text = answer === null ? '' : explainView(answer, { ...PLAIN_THEME, width: 60 });
    const long = text.split('\n').filter((line) => line.length > 60 && line.trim().includes(' '));
    const isCommand = (line: string): boolean =>
      /^ {2}(?: {2}|• )\(?(?:aimi|az|azd|npm|export|curl) /.test(line);
    expect(
      long.filter((line) => !isCommand(line) && !line.split(' ').some((word) => word.length > 40)),
    ).toEqual([]);
  });
});
