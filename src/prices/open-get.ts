import { isLoopbackHost } from '../azure/endpoint-policy.js';
import { readTrustedCertificates } from '../azure/trust.js';
import type { Settings } from '../config/settings.js';
import type { Context } from '../context.js';
import { createHttpGet, type HttpGet } from './http-get.js';

/** The way to a price source, with the certificate authorities and proxies of the settings. */
export async function openHttpGet(
  source: URL,
  ctx: Pick<Context, 'env' | 'files' | 'version'>,
  settings: Pick<Settings, 'caFile'>,
): Promise<HttpGet> {
  const isLoopback = isLoopbackHost(source.hostname);
  const ca = await readTrustedCertificates(settings, ctx.files, ctx.env, isLoopback);
  return createHttpGet({ env: ctx.env, userAgent: `aimi/${ctx.version}`, ca });
}
