import { isRestError, type PipelineResponse } from '@azure/core-rest-pipeline';
import type { ArmErrorContext, ArmFault } from '../core/arm-errors/fault.js';
import { readFault } from '../core/arm-errors/read-fault.js';
import { translateArmError } from '../core/arm-errors/translate.js';
import { stripControls } from '../core/text.js';
import { AimiError, isAimiError } from '../errors.js';
import type { RawResponse } from './client.js';
import { readRequestId } from './request-id.js';
import { type HeaderReader, readRetryAfterMs } from './retry-after.js';

/** Node's certificate errors: https://nodejs.org/api/tls.html#x509-certificate-error-codes, read 2026-11. */
const TLS_CODE =
  /^(CERT_|UNABLE_TO_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|ERR_TLS_CERT|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|CRL_)/;

const NETWORK_WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is unknown (DNS)',
  EAI_AGAIN: 'its name cannot be looked up now (DNS)',
  ECONNREFUSED: 'the connection is refused',
  ECONNRESET: 'the connection broke off',
  EPIPE: 'the connection broke off',
  ETIMEDOUT: 'it does not answer in time',
  ESOCKETTIMEDOUT: 'it does not answer in time',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no network',
  EPROTO: 'it does not speak TLS',
};

/** The one place where what the SDK throws becomes an AimiError. Programming errors pass as they are. */
export function translateFailure(error: unknown, context: ArmErrorContext, signal: AbortSignal): unknown {
  if (isAimiError(error)) return error;
  if (signal.aborted)
    return new AimiError('interrupted', { message: `Interrupted: ${context.operation}`, cause: error });
  if (!isRestError(error)) return error;
  if (error.response !== undefined) {
    const { status } = error.response;
    if (status < 300) {
      return new AimiError('service-refused', {
        message: `Azure gave an unexpected answer when asked to ${context.operation}: ${firstLine(error.message)}`,
        hint: 'Run the command with --debug to see the exchange',
        cause: error,
      });
    }
    return translateArmError(faultOfSdk(error.response), context, error);
  }
  const host = hostOf(error.request?.url);
  const code = error.code ?? '';
  if (TLS_CODE.test(code)) return tlsUntrusted(host, code, error);
  if (code === 'PARSE_ERROR') {
    return new AimiError('service-refused', {
      message: `${host} does not answer in JSON when asked to ${context.operation}`,
      hint: 'A proxy or a sign-in page may be in between; run the command with --debug',
      cause: error,
    });
  }
  return new AimiError('network', {
    message: `${host} cannot be reached: ${NETWORK_WORDS[code] ?? firstLine(error.message)}${code === '' ? '' : ` (${code})`}`,
    hint: 'Check the connection, the proxy settings (HTTPS_PROXY, NO_PROXY), --cloud and AIMI_ARM_ENDPOINT',
    details: { host, code: code === '' ? undefined : code },
    cause: error,
  });
}

/** A refusal that came as a plain answer. */
export function refusalOf(response: RawResponse, context: ArmErrorContext): AimiError {
  return translateArmError(faultOf(response.status, response.body, response.header), context);
}

export function faultOf(status: number | null, body: unknown, header: HeaderReader): ArmFault {
  const waitMs = readRetryAfterMs(header, new Date());
  return readFault({
    status,
    body,
    requestId: readRequestId(header),
    retryAfterSeconds: waitMs === null ? null : Math.ceil(waitMs / 1000),
  });
}

function faultOfSdk(response: PipelineResponse): ArmFault {
  const text = response.bodyAsText ?? '';
  let body: unknown = text;
  try {
    body = text === '' ? null : JSON.parse(text);
  } catch {
    // an error page: the text itself is all there is
  }
  return faultOf(response.status, body, (name) => response.headers.get(name));
}

function tlsUntrusted(host: string, code: string, cause: unknown): AimiError {
  return new AimiError('tls-untrusted', {
    message: `The certificate of ${host} is not trusted (${code})`,
    hint: 'Behind a proxy that opens TLS, name its certificate authority: caFile in the aimi configuration (AIMI_CA_FILE), or NODE_EXTRA_CA_CERTS=/path/ca.pem',
    details: { host, code },
    cause,
  });
}

function hostOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).host : 'The service';
}

export function firstLine(text: string): string {
  return stripControls(text.split(/\r?\n/, 1)[0] ?? '').slice(0, 300);
}
