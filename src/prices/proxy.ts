import type { Environment } from '../context.js';

/**
 * The proxy for an address: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY in either letter case, as curl reads
 * them (https://everything.curl.dev/usingcurl/proxies/env.html). Null when it is reached directly.
 */
export function proxyFor(url: URL, env: Environment): URL | null {
  const read = (name: string): string => env[name.toLowerCase()] ?? env[name] ?? '';
  const text = (url.protocol === 'https:' ? read('HTTPS_PROXY') : read('HTTP_PROXY')) || read('ALL_PROXY');
  if (text === '' || isExcepted(url, read('NO_PROXY'))) return null;
  const whole = text.includes('://') ? text : `http://${text}`;
  return URL.canParse(whole) ? new URL(whole) : null;
}

function isExcepted(url: URL, list: string): boolean {
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [host = '', port] = entry.toLowerCase().split(':');
      const name = host.replace(/^\*?\./, '');
      const isHost = url.hostname === name || url.hostname.endsWith(`.${name}`);
      return isHost && (port === undefined || port === url.port);
    });
}
