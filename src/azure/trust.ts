import { rootCertificates } from 'node:tls';
import type { Settings } from '../config/settings.js';
import type { Environment, Files } from '../context.js';
import { AimiError } from '../errors.js';

/**
 * Certificate authorities for `tlsOptions.ca`, or undefined for Node's own. Given authorities replace the
 * built-in roots and NODE_EXTRA_CA_CERTS in Node, so both are put back, but for a loopback host. Throws `file-unreadable`.
 */
export async function readTrustedCertificates(
  settings: Pick<Settings, 'caFile'>,
  files: Files,
  env: Environment,
  isLoopback: boolean,
): Promise<string[] | undefined> {
  if (settings.caFile === null) return undefined;
  const text = await files.readText(settings.caFile);
  if (text === null) {
    throw new AimiError('file-unreadable', {
      message: `The certificate file ${settings.caFile} does not exist`,
      hint: 'Correct AIMI_CA_FILE, or caFile in the user file',
    });
  }
  const given = splitPem(text);
  if (given.length === 0) {
    throw new AimiError('file-unreadable', {
      message: `The certificate file ${settings.caFile} holds no PEM certificate`,
      hint: 'It must have -----BEGIN CERTIFICATE----- blocks; convert DER with: openssl x509 -inform der -in FILE',
    });
  }
  // No public authority vouches for a loopback host, and parsing the built-in roots takes 40 ms.
  if (isLoopback) return given;
  const extraPath = env.NODE_EXTRA_CA_CERTS ?? '';
  const extra = extraPath === '' || extraPath === settings.caFile ? null : await files.readText(extraPath);
  return [...rootCertificates, ...splitPem(extra ?? ''), ...given];
}

function splitPem(text: string): string[] {
  return (
    text.match(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----[\s\S]+?-----END (?:TRUSTED )?CERTIFICATE-----/g) ??
    []
  );
}
