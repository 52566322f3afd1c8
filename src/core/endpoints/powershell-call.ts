import type { FirstCall } from './first-call.js';

/**
 * The call of `FirstCall.curl` for PowerShell, where `curl` may be another command and quotes do not reach
 * programs. Takes apart what `curlLine` has put together.
 */
export function powershellCall({ url, curl }: Pick<FirstCall, 'url' | 'curl'>): string {
  const headers = [...curl.matchAll(/-H "([^:"]+): ([^"]*)"/g)]
    .filter(([, name]) => name !== 'Content-Type')
    .map(([, name, value = '']) => `"${name}" = "${value.replace(/\$([A-Z_]+)/g, '$env:$1')}"`);
  const body = /-d '([\s\S]*)'$/.exec(curl)?.[1] ?? '';
  return [
    `Invoke-RestMethod -Method Post -Uri ${url}`,
    `-Headers @{ ${headers.join('; ')} }`,
    '-ContentType "application/json"',
    `-Body '${body.replaceAll("'", "''")}'`,
  ].join(' `\n  ');
}
