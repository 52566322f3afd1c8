const LOOPBACK = /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** True for an address that cannot leave this machine (https://www.rfc-editor.org/rfc/rfc6761, section 6.3). */
function isLoopback(url: URL): boolean {
  return LOOPBACK.test(url.hostname);
}

/**
 * Reads a management address: https, or plain http on loopback; no user, query or fragment. Gives it without
 * a slash at the end, or null when it is refused.
 */
export function parseArmEndpoint(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
  if (!isAllowed || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return null;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
