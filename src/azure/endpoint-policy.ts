import type { Settings } from '../config/settings.js';
import { AimiError } from '../errors.js';
import { CLOUD_FACTS } from './clouds.js';

export interface ArmEndpoint {
  /** Without a trailing slash. */
  readonly url: string;
  readonly origin: string;
  /** Audience of the token: always the host that the token is sent to. */
  readonly scope: string;
  readonly isLoopback: boolean;
  readonly isInsecure: boolean;
}

/**
 * Where management requests go and for whom their token is made. An override must be https, except on
 * loopback; a token for the cloud's own management host is never made for another host.
 * Throws `endpoint-refused`.
 */
export function resolveArmEndpoint(settings: Pick<Settings, 'armEndpoint' | 'cloud'>): ArmEndpoint {
  const cloud = CLOUD_FACTS[settings.cloud];
  const url = parse(settings.armEndpoint ?? cloud.armEndpoint);
  const isLoopback = isLoopbackHost(url.hostname);
  const isInsecure = url.protocol === 'http:';
  if (isInsecure && !isLoopback) {
    throw refused(
      `${url.origin} is not https`,
      'Plain http is allowed for loopback hosts only (127.0.0.1, ::1, localhost)',
    );
  }
  const text = `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  const scope = text === cloud.armEndpoint ? cloud.scope : `${text}/.default`;
  return { url: text, origin: url.origin, scope, isLoopback, isInsecure };
}

/** 127.0.0.0/8, ::1 (also IPv4-mapped) and localhost with its subdomains (RFC 6761 section 6.3). */
export function isLoopbackHost(hostname: string): boolean {
  const host = hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  if (host === '::1' || /^::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}$/.test(host)) return true;
  return /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

function parse(text: string): URL {
  if (!URL.canParse(text)) throw refused(`'${text}' is not an address`, 'Give a whole one: https://host');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw refused(`${url.protocol}// cannot be used`, 'Use https');
  if (url.username !== '' || url.password !== '')
    throw refused('it holds a user name or password', 'Leave that part out; the token comes from --auth');
  if (url.search !== '' || url.hash !== '')
    throw refused('it holds a query or fragment', 'Leave that part out');
  return url;
}

function refused(reason: string, hint: string): AimiError {
  return new AimiError('endpoint-refused', { message: `The management address is refused: ${reason}`, hint });
}
