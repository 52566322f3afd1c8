import { describe, expect, it } from 'vitest';
import {
  NAME_FILES,
  readAccounts,
  readDeployments,
  readSubscriptions,
} from '../../src/completion/known-names.js';
import { rememberNames } from '../../src/completion/remember-names.js';
import type { Account, ControlPlane, Deployment } from '../../src/core/control-plane.js';
import { AimiError } from '../../src/errors.js';
import { NOBODY } from '../helpers/fake-azure.js';
import { memoryFiles } from '../helpers/memory-files.js';

const REF = { subscriptionId: 'S-1', resourceGroup: 'RG', account: 'One' };
const SIGNAL = new AbortController().signal;

function refuse(): Promise<never> {
  return Promise.reject(new Error('Nobody asked for this.'));
}

function deployment(name: string): Deployment {
  return {
    id: `/${name}`,
    name,
    model: { format: 'OpenAI', name: 'gpt-4.1-mini', version: '1' },
    sku: { name: 'Standard', capacity: 1 },
    provisioningState: 'Succeeded',
    rateLimits: [],
    raiPolicyName: null,
    versionUpgradeOption: null,
    capabilities: {},
    createdAt: null,
    tags: {},
  };
}

function account(name: string, resourceGroup: string): Account {
  return {
    subscriptionId: 'S-1',
    resourceGroup,
    account: name,
    id: `/${name}`,
    kind: 'AIServices',
    skuName: 'S0',
    location: 'eastus2',
    provisioningState: 'Succeeded',
    endpoint: '',
    endpoints: {},
    customSubdomain: name,
    localAuthDisabled: false,
    publicNetworkAccess: 'Enabled',
    networkDefaultAction: null,
    projects: [],
    tags: {},
  };
}

function remembering(answers: Partial<ControlPlane>) {
  const files = memoryFiles();
  const writes: string[] = [];
  const store = {
    files: {
      readText: files.readText,
      writeTextAtomically(path: string, text: string, mode?: number) {
        writes.push(path);
        expect(mode).toBe(0o600);
        return files.writeTextAtomically(path, text);
      },
    },
    pathOf: (parts: readonly string[]) => ['/cache', ...parts].join('/'),
  };
  const place = { subscriptionId: 'S-1', resourceGroup: 'RG', name: 'One' };
  return {
    writes,
    azure: rememberNames({ ...NOBODY, ...answers }, store),
    text: (parts: readonly string[]) => files.content.get(store.pathOf(parts)) ?? null,
    deployments: () =>
      readDeployments(files.content.get(store.pathOf(NAME_FILES.deployments(place))) ?? null).deployments.map(
        ({ name }) => name,
      ),
  };
}

describe('rememberNames', () => {
  it('keeps the deployments that were listed, and writes only when they changed', async () => {
    const found = [deployment('b'), deployment('a')];
    const { azure, deployments, writes } = remembering({ listDeployments: () => Promise.resolve(found) });
    expect(await azure.listDeployments(REF, SIGNAL)).toBe(found);
    expect(deployments()).toEqual(['a', 'b']);
    await azure.listDeployments(REF, SIGNAL);
    expect(writes).toHaveLength(1);
  });

  it('learns of one that was made, and forgets one that is gone', async () => {
    const gone = new AimiError('deployment-not-found', { message: 'gone' });
    const names = new Set(['a', 'new']);
    const { azure, deployments } = remembering({
      listDeployments: () => Promise.resolve([deployment('a')]),
      getDeployment: (_ref, name) =>
        names.has(name) ? Promise.resolve(deployment(name)) : Promise.reject(gone),
      beginDelete: () => Promise.resolve({ status: { state: 'succeeded' }, poll: refuse }),
    });
    await azure.listDeployments(REF);
    await azure.getDeployment(REF, 'new');
    await azure.getDeployment(REF, 'new');
    expect(deployments()).toEqual(['a', 'new']);
    await azure.beginDelete(REF, 'A');
    expect(deployments()).toEqual(['new']);
    names.delete('new');
    await expect(azure.getDeployment(REF, 'new')).rejects.toBe(gone);
    expect(deployments()).toEqual([]);
  });

  it('keeps the accounts of other groups when one group was listed', async () => {
    const { azure, text } = remembering({
      listAccounts: (_id, group) =>
        Promise.resolve(
          group === undefined ? [account('one', 'g1'), account('two', 'g2')] : [account('three', 'g2')],
        ),
    });
    const names = () =>
      readAccounts(text(NAME_FILES.accounts(NAME_FILES.subscriptionEntry('s-1')))).map(({ name }) => name);
    await azure.listAccounts('S-1');
    expect(names()).toEqual(['one', 'two']);
    await azure.listAccounts('S-1', 'G2');
    expect(names()).toEqual(['one', 'three']);
  });

  it('adds subscriptions to those of other sign-ins', async () => {
    let ids = ['1', '2'];
    const { azure, text } = remembering({
      listSubscriptions: () =>
        Promise.resolve(ids.map((id) => ({ id, name: `name ${id}`, state: 'Enabled' }))),
    });
    await azure.listSubscriptions();
    ids = ['3'];
    await azure.listSubscriptions();
    expect(readSubscriptions(text(NAME_FILES.subscriptions)).map(({ id }) => id)).toEqual(['3', '1', '2']);
  });

  it('is no reason for a command to fail', async () => {
    const broken = { readText: refuse, writeTextAtomically: refuse };
    const answers = { listDeployments: () => Promise.resolve([deployment('a')]) };
    const azure = rememberNames({ ...NOBODY, ...answers }, { files: broken, pathOf: () => '/x' });
    expect(await azure.listDeployments(REF)).toHaveLength(1);
  });

  it('hands on what it does not remember', async () => {
    const azure = remembering({ getAccount: () => Promise.resolve(account('one', 'g')) }).azure;
    expect((await azure.getAccount(REF)).account).toBe('one');
  });
});
