import { describe, expect, it } from 'vitest';
import { curlLine } from '../../src/core/endpoints/curl-line.js';
import { powershellCall } from '../../src/core/endpoints/powershell-call.js';
import { isPowerShellUser } from '../../src/io/terminal.js';
import { callText } from '../../src/render/deployments/show-view.js';
import { sandboxStartView } from '../../src/render/sandbox/start-view.js';
import { PLAIN_THEME } from '../../src/render/theme.js';

const THEME = { ...PLAIN_THEME, isPowerShell: true };
const ROUTE = {
  endpoint: 'https://contoso-ai.services.ai.azure.com/openai/v1/',
  url: 'https://contoso-ai.services.ai.azure.com/openai/v1/chat/completions',
  style: 'foundry-v1',
  headers: [],
  body: { messages: [{ role: 'user', content: 'Say hello.' }] },
} as const;
const call = (auth: 'key' | 'entra') => ({ url: ROUTE.url, curl: curlLine(ROUTE, 'chat', auth) });

describe('the call to try', () => {
  it('is written for PowerShell there', () => {
    expect(powershellCall(call('key'))).toBe(
      [
        `Invoke-RestMethod -Method Post -Uri ${ROUTE.url} \``,
        '  -Headers @{ "api-key" = "$env:AZURE_AI_KEY" } `',
        '  -ContentType "application/json" `',
        '  -Body \'{"model":"chat","messages":[{"role":"user","content":"Say hello."}]}\'',
      ].join('\n'),
    );
  });

  it('takes the token from az in both shells', () => {
    expect(powershellCall(call('entra'))).toContain(
      '"Authorization" = "Bearer $(az account get-access-token --resource https://cognitiveservices.azure.com --query accessToken -o tsv)"',
    );
  });

  it.each([
    [THEME, 'Invoke-RestMethod'],
    [PLAIN_THEME, 'curl -sS'],
  ])('stands in the view of the shell in use', (theme, start) => {
    const first = { ...call('key'), endpoint: ROUTE.endpoint, style: ROUTE.style, method: 'POST' } as const;
    expect(callText({ call: { ...first, auth: 'api-key' } }, theme)).toContain(`\n${start}`);
  });
});

it('the recipes of a running sandbox are written for PowerShell there', () => {
  const data = {
    http: 'http://127.0.0.1:1',
    https: 'https://127.0.0.1:2',
    caFile: 'C:\\Users\\ada\\ca.pem',
    statePath: 's',
    subscription: 'sub',
    resourceGroup: 'rg',
    account: 'acc',
    models: [],
  };
  const text = sandboxStartView(data, THEME);
  expect(text).toContain("  $env:AIMI_ARM_ENDPOINT = 'http://127.0.0.1:1'\n");
  expect(text).toContain(
    "$env:AIMI_SUBSCRIPTION = 'sub'; $env:AIMI_RESOURCE_GROUP = 'rg'; $env:AIMI_ACCOUNT = 'acc'",
  );
  expect(text).toContain(
    `$env:AZURE_CONFIG_DIR = "$env:TEMP\\aimi-az"; $env:REQUESTS_CA_BUNDLE = 'C:\\Users\\ada\\ca.pem'`,
  );
  expect(text).toContain('az cloud register -n aimi-sandbox `\n');
  expect(text).not.toMatch(/export |mktemp| \\$/m);
});

describe('isPowerShellUser', () => {
  it.each([
    ['win32', {}, true],
    ['win32', { MSYSTEM: 'MINGW64' }, false],
    ['win32', { SHELL: '/usr/bin/bash' }, false],
    ['linux', {}, false],
  ])('%s with %j: %s', (platform, env, expected) => {
    expect(isPowerShellUser(env, platform)).toBe(expected);
  });
});
