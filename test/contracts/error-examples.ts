import { createPipelineRequest, RestError } from '@azure/core-rest-pipeline';
import { chooseCredential } from '../../src/azure/credentials/choose.js';
import { translateFailure } from '../../src/azure/translate.js';
import { readTrustedCertificates } from '../../src/azure/trust.js';
import { openPriceBook } from '../../src/commands/cost/prices/open-book.js';
import { readConfigFile } from '../../src/config/config-file.js';
import { resolveSettings } from '../../src/config/resolve.js';
import { readFault } from '../../src/core/arm-errors/read-fault.js';
import { translateArmError } from '../../src/core/arm-errors/translate.js';
import { type AimiError, isAimiError } from '../../src/errors.js';
import { pullPrices } from '../../src/prices/pull.js';
import { parsePriceSource, RETAIL_PRICES_URL } from '../../src/prices/source.js';
import { loadState } from '../../src/sandbox/state-file.js';
import { pricesSession } from '../commands/cost/prices/machine.js';

const files = (text: string | null) => ({
  readText: async () => text,
  writeTextAtomically: async () => {},
  remove: async () => {},
  withLock: <T>(_path: string, _timeoutMs: number, work: () => Promise<T>) => work(),
  readTextBounded: () => Promise.resolve(null),
  list: () => Promise.resolve(null),
});

function unreachable(code: string): unknown {
  const request = createPipelineRequest({ url: 'https://management.azure.com/subscriptions' });
  const error = new RestError(code, { code, request });
  return translateFailure(error, { operation: 'list subscriptions' }, new AbortController().signal);
}

/** What aimi makes of a refused cost query. */
function costRefusal(status: number, code: string, message: string): Promise<never> {
  const fault = readFault({ status, body: { error: { code, message } } });
  return Promise.reject(translateArmError(fault, { operation: 'read the costs of resource group rg-ai' }));
}

function signIn(auth: 'auto' | 'env'): Promise<unknown> {
  const machine = {
    env: { PATH: '' },
    platform: 'darwin',
    homeDirectory: '/home/ada',
    files: files(null),
    clock: { now: () => new Date(0), monotonicMs: () => 0, sleep: () => Promise.resolve() },
    interrupt: new AbortController().signal,
    trustedCertificates: undefined,
  };
  const credential = chooseCredential({ auth, cloud: 'public', tenant: null }, machine);
  return credential.getToken('https://management.azure.com/.default');
}

function throttledPull(): Promise<unknown> {
  return pullPrices({
    source: new URL(RETAIL_PRICES_URL),
    currency: 'USD',
    get: () => Promise.resolve({ status: 429, header: () => undefined, text: '' }),
    clock: { now: () => new Date(0), monotonicMs: () => 0, sleep: () => Promise.resolve() },
    signal: new AbortController().signal,
    onPage: () => {},
  });
}

/** Errors of the pages that no command line on the sandbox gives, in the order of the page. */
const CALLS: Readonly<Record<string, readonly (() => unknown)[]>> = {
  'config-invalid': [
    () =>
      readConfigFile(
        { path: '/src/shop/.aimi.yaml', text: 'account: contoso-ai\nauth: cli\n' },
        'project-file',
      ),
    () =>
      readConfigFile({ path: '/home/ada/.config/aimi/config.yaml', text: 'loction: eastus2\n' }, 'user-file'),
  ],
  'endpoint-refused': [
    () =>
      resolveSettings({
        flags: {},
        env: { AIMI_ARM_ENDPOINT: 'http://management.contoso.com' },
        cwd: '/src',
        homeDirectory: '/home/ada',
        platform: 'linux',
        files: files(null),
        sandboxDefaults: {},
      }),
  ],
  'prices-source-refused': [
    () => Promise.resolve().then(() => parsePriceSource('http://prices.contoso.com')),
  ],
  'price-not-found': [
    () => openPriceBook(pricesSession().session, { currency: 'EUR', isBundled: false, maxAgeDays: null }),
  ],
  'billing-unavailable': [
    () =>
      costRefusal(
        400,
        '400',
        'Cost Management supports only Enterprise Agreement, Web direct and Microsoft Customer Agreement offer types. offerId: MS-AZR-0036P is associated with offerType: None (Request ID: 00000000-0000-0000-0000-000000000000)',
      ),
    () => costRefusal(401, 'AccountCostDisabled', 'Cost is disabled for account owners.'),
    () => costRefusal(400, 'IndirectCostDisabled', 'The cost is disabled for indirect customers.'),
  ],
  'prices-too-old': [
    () => openPriceBook(pricesSession().session, { currency: 'USD', isBundled: false, maxAgeDays: 30 }),
  ],
  'prices-pull-failed': [throttledPull],
  'not-signed-in': [() => signIn('auto'), () => signIn('env')],
  network: [() => Promise.reject(unreachable('ENOTFOUND'))],
  'tls-untrusted': [() => Promise.reject(unreachable('SELF_SIGNED_CERT_IN_CHAIN'))],
  'file-unreadable': [
    () => readTrustedCertificates({ caFile: '/etc/ssl/contoso.pem' }, files(null), {}, false),
  ],
  'sandbox-state-invalid': [() => loadState(files('{'), '/home/ada/.cache/aimi/sandbox/state.json')],
};

/** The errors of one code's calls; fails when a call does not throw an AimiError any more. */
export function exampleErrors(code: string): Promise<readonly AimiError[]> {
  return Promise.all((CALLS[code] ?? []).map((call) => errorOf(code, call)));
}

async function errorOf(code: string, call: () => unknown): Promise<AimiError> {
  try {
    await call();
  } catch (error) {
    if (isAimiError(error)) return error;
    throw error;
  }
  throw new Error(`The example of '${code}' threw nothing`);
}
