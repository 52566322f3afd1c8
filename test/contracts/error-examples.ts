import { createPipelineRequest, RestError } from '@azure/core-rest-pipeline';
import { chooseCredential } from '../../src/azure/credentials/choose.js';
import { failureWithoutReason } from '../../src/azure/operation-failure.js';
import { translateFailure } from '../../src/azure/translate.js';
import { readTrustedCertificates } from '../../src/azure/trust.js';
import { knownRegion, payAsYouGoSkuName } from '../../src/commands/models/list-checks.js';
import { readConfigFile } from '../../src/config/config-file.js';
import { resolveSettings } from '../../src/config/resolve.js';
import type { ArmErrorContext } from '../../src/core/arm-errors/fault.js';
import { readFault } from '../../src/core/arm-errors/read-fault.js';
import { translateArmError } from '../../src/core/arm-errors/translate.js';
import { findModel } from '../../src/core/catalog/find.js';
import { modelRefusal, unknownModel } from '../../src/core/catalog/refusal.js';
import { chooseCapacity } from '../../src/core/deployments/capacity.js';
import { chooseSku } from '../../src/core/deployments/choose-sku.js';
import { chooseVersion } from '../../src/core/deployments/choose-version.js';
import { checkDeploymentName } from '../../src/core/deployments/name.js';
import { type DeploymentWish, planDeployment } from '../../src/core/deployments/plan.js';
import { type AimiError, isAimiError } from '../../src/errors.js';
import { checkQuery } from '../../src/render/query.js';
import { loadState } from '../../src/sandbox/state-file.js';
import { account, deployment, offer, sku } from '../helpers/offers.js';

const TODAY = '2026-11-22';
const NOTHING_WISHED: DeploymentWish = {
  version: null,
  sku: null,
  capacity: null,
  name: null,
  raiPolicy: null,
  versionUpgrade: null,
  providerData: null,
};

const files = (text: string | null) => ({
  readText: async () => text,
  writeTextAtomically: async () => {},
  remove: async () => {},
  withLock: <T>(_path: string, _timeoutMs: number, work: () => Promise<T>) => work(),
});

const mini = (overrides: Parameters<typeof offer>[0] = {}) =>
  offer({ name: 'gpt-4.1-mini', version: '2025-04-14', ...overrides });

/** What the pages pretend to have asked Azure for. */
const CREATING: ArmErrorContext = {
  operation: 'create deployment gpt-4.1-mini',
  subscriptionId: '00000000-0000-4000-8000-000000000001',
  resourceGroup: 'rg-ai',
  account: 'contoso-ai',
  deployment: 'gpt-4.1-mini',
  model: 'gpt-4.1-mini',
};

/** The error that an answer of Azure becomes; `lro` is one inside an accepted operation. */
export function translateExample(status: number | 'lro', body: unknown): AimiError {
  const isLro = status === 'lro';
  const fault = readFault({ status: isLro ? null : status, body });
  return translateArmError(fault, { ...CREATING, wasAccepted: isLro });
}

function unreachable(code: string): unknown {
  const request = createPipelineRequest({ url: 'https://management.azure.com/subscriptions' });
  const error = new RestError(code, { code, request });
  return translateFailure(error, { operation: 'list subscriptions' }, new AbortController().signal);
}

function signIn(auth: 'auto' | 'cli'): Promise<unknown> {
  const credential = chooseCredential(
    { auth, cloud: 'public', tenant: null },
    {
      env: { PATH: '' },
      platform: 'darwin',
      files: files(null),
      clock: { now: () => new Date(0), monotonicMs: () => 0, sleep: () => Promise.resolve() },
      interrupt: new AbortController().signal,
      trustedCertificates: undefined,
    },
  );
  return credential.getToken('https://management.azure.com/.default');
}

/** Calls of the real code whose errors the pages quote word for word, in the order of the page. */
const CALLS: Readonly<Record<string, readonly (() => unknown)[]>> = {
  'invalid-value': [() => payAsYouGoSkuName('GlobalBatch')],
  'invalid-name': [() => checkDeploymentName('my chat')],
  'config-invalid': [
    () =>
      readConfigFile(
        { path: '/src/shop/.aimi.yaml', text: 'account: contoso-ai\nauth: cli\n' },
        'project-file',
      ),
    () => readConfigFile({ path: '~/.config/aimi/config.yaml', text: 'loction: eastus2\n' }, 'user-file'),
  ],
  'query-invalid': [() => checkQuery("[?publisher=='OpenAI'")],
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
  'provider-data-needed': [
    () =>
      planDeployment(NOTHING_WISHED, {
        account: account(),
        offers: [offer({ format: 'Anthropic', publisher: 'Anthropic', name: 'claude-sonnet-4-5' })],
        deployments: [],
        usages: [],
        today: TODAY,
      }),
  ],
  'model-not-found': [
    () => {
      throw unknownModel(
        'gpt-4.1-mni',
        ['gpt-4.1-mini', 'gpt-4.1-nano'],
        'the bundled catalog of 2026-08-22',
      );
    },
  ],
  'model-not-pay-as-you-go': [
    () => {
      const answer = findModel('ALLaM-2-7b-instruct', {
        offers: [],
        managedCompute: () => [
          {
            name: 'ALLaM-2-7b-instruct',
            publisher: 'SDAIA',
            category: 'managed-compute-open',
            billing: 'virtual machine core hours in the own subscription',
            needs: 'Azure Machine Learning compute quota for one of the listed VM sizes plus a hub project',
            lookAlikeOf: null,
            computes: [],
            license: 'apache-2.0',
            note: null,
          },
        ],
        asOf: TODAY,
      });
      if (answer.kind !== 'found') throw modelRefusal('ALLaM-2-7b-instruct', answer, 'the bundled catalog');
    },
  ],
  'model-retired': [
    () =>
      chooseSku(
        mini({ skus: [sku('GlobalStandard'), sku('Standard', { retires: '2026-03-31' })] }),
        { sku: 'Standard', capacity: null, allowsRestricted: false },
        [],
        TODAY,
      ),
  ],
  'version-not-found': [() => chooseVersion([mini()], '2025-14-04', TODAY)],
  'sku-not-offered': [
    () =>
      chooseSku(
        mini({ skus: [sku('GlobalStandard'), sku('DataZoneStandard')] }),
        { sku: 'Standard', capacity: null, allowsRestricted: false },
        [],
        TODAY,
      ),
  ],
  'region-not-found': [() => knownRegion('eastus22', ['eastus', 'eastus2', 'swedencentral'])],
  'not-signed-in': [() => signIn('auto'), () => signIn('cli')],
  'insufficient-quota': [
    () =>
      chooseCapacity(sku('GlobalStandard'), 200, {
        usageName: 'OpenAI.GlobalStandard.gpt4.1-mini',
        localizedName: 'Thousand Tokens Per Minute - gpt-4.1-mini - GlobalStandard',
        limit: 450,
        used: 310,
        free: 140,
      }),
  ],
  'capacity-out-of-range': [
    () => chooseCapacity(sku('GlobalStandard', { capacity: { default: 1, maximum: 1 } }), 5, null),
  ],
  'deployment-differs': [
    () =>
      planDeployment(
        { ...NOTHING_WISHED, capacity: 50 },
        {
          account: account(),
          offers: [mini()],
          deployments: [
            deployment({
              name: 'gpt-4.1-mini',
              model: { format: 'OpenAI', name: 'gpt-4.1-mini', version: '2025-04-14' },
            }),
          ],
          usages: [],
          today: TODAY,
        },
      ),
  ],
  'deployment-failed': [
    async () => {
      throw await failureWithoutReason('Failed', CREATING, () => Promise.reject(new Error('not readable')));
    },
  ],
  network: [
    () => {
      throw unreachable('ENOTFOUND');
    },
  ],
  'tls-untrusted': [
    () => {
      throw unreachable('SELF_SIGNED_CERT_IN_CHAIN');
    },
  ],
  'file-unreadable': [() => readTrustedCertificates({ caFile: '/etc/ssl/contoso.pem' }, files(null), {})],
  'sandbox-state-invalid': [() => loadState(files('{'), '/home/ada/.cache/aimi/sandbox/state.json')],
};

export const CODES_WITH_EXAMPLES: readonly string[] = Object.keys(CALLS);

/** The errors of one code's calls. Fails when a call does not throw an AimiError any more. */
export async function exampleErrors(code: string): Promise<readonly AimiError[]> {
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
