import { describe, expect, it } from 'vitest';
import { machine } from '../helpers/run-aimi.js';

const { run } = machine();

describe('aimi explain', () => {
  it.each([
    [
      'explain DeploymentNotFound',
      'DeploymentNotFound (HTTP 404): No deployment of that name on this resource',
    ],
    ['explain headers.too-many', 'Too many or too large request headers (headers.too-many)'],
    ['explain 431', 'HTTP 431: Request header fields too large'],
    ['explain HTTP 401', 'HTTP 401: Unauthorized'],
    [
      'explain InsufficientQuota',
      'An answer of Azure Resource Manager, when resources and deployments are managed',
    ],
  ])('%s: %s', async (line, title) => {
    const { stdout, stderr, exit, requests } = await run(line);
    expect(stdout.split('\n')[0]).toBe(title);
    expect([stderr, exit, requests]).toEqual(['', 0, []]);
  });

  it.each([
    [
      'Error code: 401 - {"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource."}}',
      ['auth.key-invalid', 'auth.key-wrong-resource'],
    ],
    [
      'openai.NotFoundError: Error code: 404 - {"error": {"code": "DeploymentNotFound", "message": "The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again."}}',
      ['deployment.not-found', 'deployment.model-name-instead', 'deployment.not-ready'],
    ],
    [
      '{"error":{"code":"AuthenticationTypeDisabled","message":"Key based authentication is disabled for this resource."}}',
      ['auth.local-auth-disabled'],
    ],
    ['getaddrinfo ENOTFOUND contoso-ai.openai.azure.com', ['endpoint.unreachable-dns']],
    [
      '<html><title>Request Header Fields Too Large</title> 431 limit request headers fields',
      ['headers.too-many'],
    ],
  ])('a message on standard input goes the way of the doctor: %s', async (stdin, codes) => {
    const { stdout, exit } = await run('explain - -o json', { stdin });
    const answer: unknown = JSON.parse(stdout);
    expect(exit).toBe(0);
    expect(answer).toMatchObject({ kind: 'message' });
    expect(codes).toContain(
      typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : null,
    );
  });

  it('reads an answer of Azure Resource Manager', async () => {
    const stdin =
      "(InvalidResourceProperties) The specified SKU 'Standard' for model 'gpt-4.1 2025-04-14' is not supported in this region 'westus'.";
    const { stdout } = await run('explain -', { stdin });
    expect(stdout).toContain('westus does not offer SKU Standard for gpt-4.1 2025-04-14');
    expect(stdout).toContain('docs/errors/sku-not-offered.md');
  });

  it.each([
    ['explain deploymentnotfund', 'Did you mean deployment.not-found, DeploymentNotFound'],
    ['explain wibble', 'aimi doctor looks at the project too'],
  ])('%s is refused with a hint', async (line, hint) => {
    const { stdout, stderr, exit } = await run(line);
    expect([stdout, exit]).toEqual(['', 2]);
    expect(stderr).toContain(hint);
  });

  it('says so when there is nothing to explain', async () => {
    expect(await run('explain -', { stdin: ' \n' })).toMatchObject({ exit: 2 });
  });

  it('shows neither keys nor control characters of what was pasted', async () => {
    const key = 'a1'.repeat(42);
    const stdin = `401 {"error":{"code":"401","message":"invalid subscription key"}} api-key: ${key} \u001b]0;owned\u0007 Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.c2ln`;
    for (const format of ['table', 'json', 'yaml', 'tsv']) {
      const { stdout, stderr } = await run(`explain - -o ${format}`, { stdin });
      expect(stdout).not.toBe('');
      expect(stdout + stderr).not.toMatch(new RegExp(`${key}|eyJzdWIi|\u001b|\u0007`));
    }
  });
});
