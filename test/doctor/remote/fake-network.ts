import type {
  DoctorNetwork,
  NetworkFailure,
  ProbeAnswer,
  ProbeRequest,
} from '../../../src/doctor/remote/network.js';

export interface FakeNetwork extends DoctorNetwork {
  readonly sent: ProbeRequest[];
  /** `resolve host`, `tls host:port`, `GET url`. */
  readonly asked: string[];
}

export function failure(code: string, message = code): NetworkFailure {
  return { kind: 'failed', code, message };
}

export function answer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): ProbeAnswer {
  return { kind: 'answer', status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) };
}

/** A network that answers as told; an unexpected request fails the test. */
export function fakeNetwork(
  options: {
    readonly addresses?: readonly string[] | NetworkFailure;
    readonly issuer?: string | NetworkFailure;
    readonly answers?: readonly (ProbeAnswer | NetworkFailure)[];
  } = {},
): FakeNetwork {
  const sent: ProbeRequest[] = [];
  const asked: string[] = [];
  const answers = [...(options.answers ?? [])];
  return {
    sent,
    asked,
    resolve(host) {
      asked.push(`resolve ${host}`);
      const { addresses = ['20.1.2.3'] } = options;
      return Promise.resolve('kind' in addresses ? addresses : { kind: 'resolved', addresses });
    },
    connectTls(host, port) {
      asked.push(`tls ${host}:${port}`);
      const { issuer = 'Microsoft Corporation' } = options;
      return Promise.resolve(typeof issuer === 'string' ? { kind: 'tls', issuer } : issuer);
    },
    send(request) {
      asked.push(`${request.method} ${request.url}`);
      sent.push(request);
      const next = answers.shift();
      return next === undefined
        ? Promise.reject(new Error(`unexpected: ${request.url}`))
        : Promise.resolve(next);
    },
  };
}
