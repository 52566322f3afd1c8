import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WireResponse } from '../../src/core/wire.js';
import {
  ACCOUNT,
  ACCOUNTS,
  at,
  deploymentBody,
  PROVIDER,
  SUBSCRIPTION,
  SWEDEN,
  sandboxWorld,
  type World,
} from './sandbox-world.js';

const folder = process.env.AIMI_RECORDINGS;
const file = join(folder ?? '', 'reported-errors.json');
const isThere = folder !== undefined && existsSync(file);

interface Reported {
  readonly plane: string;
  readonly status: number | null;
  readonly body: { readonly error: { readonly code: string; readonly message: string } };
}

const put = (world: World, body: unknown, name = 'chat'): WireResponse =>
  world.send('PUT', `${ACCOUNT}/deployments/${name}`, body);
const mini = (capacity = 10): unknown => deploymentBody('gpt-4.1-mini', '2025-04-14', capacity);
const under = (id: Parameters<World['scenario']>[0], body: unknown = mini()): WireResponse => {
  const world = sandboxWorld();
  world.scenario(id);
  return put(world, body);
};

/** One way to bring the sandbox to each message that it can give. */
const PROVOKED: readonly { readonly message: RegExp; readonly provoke: () => WireResponse }[] = [
  { message: /^Another operation is being performed/, provoke: () => under('conflict') },
  { message: /^This operation require/, provoke: () => under('quota-used-up') },
  {
    message: /^Insufficient quota\. Cannot create/,
    provoke: () => {
      const world = sandboxWorld();
      const body = { kind: 'AIServices', location: 'eastus2', sku: { name: 'S0' }, properties: {} };
      for (let index = 0; index < 200; index += 1) {
        const answer = world.send('PUT', `${ACCOUNTS}/filler-${index}`, body);
        if (answer.status !== 201) return answer;
      }
      throw new Error('the quota of accounts has no end');
    },
  },
  {
    message: /is not supported in this region/,
    provoke: () => {
      const world = sandboxWorld();
      const accounts = world.state.accounts.map((one) => ({ ...one, location: 'australiaeast' }));
      world.state = { ...world.state, accounts };
      return put(world, deploymentBody('gpt-4.1', '2025-04-14', 1, 'Standard'));
    },
  },
  {
    message: /^The specified SKU 'Standard' of account deployment is not supported by the model/,
    provoke: () => put(sandboxWorld(), deploymentBody('gpt-5-mini', '2025-08-07', 1, 'Standard')),
  },
  {
    message: /^The model 'Format:\S.*of account deployment is not supported/,
    provoke: () =>
      put(sandboxWorld(), deploymentBody('Mistral-Large-99', '1', 1, 'GlobalStandard', 'Mistral AI')),
  },
  {
    message: /has been deprecated since/,
    provoke: () => put(sandboxWorld(), deploymentBody('gpt-4o-mini', '2024-07-18', 1, 'Standard')),
  },
  {
    message: /is in deprecating state/,
    provoke: () => put(sandboxWorld(), deploymentBody('gpt-4o', '2024-08-06', 1)),
  },
  { message: /should be at least/, provoke: () => put(sandboxWorld(), mini(0)) },
  {
    message: /^The capacity should be null/,
    provoke: () =>
      sandboxWorld().send('PUT', `${ACCOUNT}/deployments/chat?api-version=2022-12-01`, {
        properties: {
          model: { format: 'OpenAI', name: 'gpt-4.1-mini', version: '2025-04-14' },
          scaleSettings: { scaleType: 'GlobalStandard', capacity: 1 },
        },
      }),
  },
  { message: /^The resource name is invalid/, provoke: () => put(sandboxWorld(), mini(), 'a b') },
  {
    message: /^The account name is invalid/,
    provoke: () =>
      sandboxWorld().send('PUT', `${ACCOUNTS}/x`, {
        kind: 'AIServices',
        location: 'eastus2',
        properties: {},
      }),
  },
  {
    message: /no valid payment method/,
    provoke: () =>
      under('marketplace', deploymentBody('Ministral-3B', '1', 1, 'GlobalStandard', 'Mistral AI')),
  },
  {
    message: /^ModelProviderData is required/,
    provoke: () =>
      put(sandboxWorld(), deploymentBody('claude-sonnet-5', '1', 1, 'GlobalStandard', 'Anthropic')),
  },
  { message: /^Failed to list key/, provoke: () => sandboxWorld().send('POST', `${SWEDEN}/listKeys`) },
  {
    message: /has been soft-deleted/,
    provoke: () => {
      const world = sandboxWorld();
      world.send('DELETE', SWEDEN);
      return world.send('PUT', SWEDEN, { kind: 'AIServices', location: 'swedencentral', properties: {} });
    },
  },
  { message: /^The current subscription does not have access/, provoke: () => under('access-gated') },
  { message: /does not have authorization to perform/, provoke: () => under('role-missing') },
  { message: /was disallowed by policy/, provoke: () => under('policy-denies') },
  { message: /is not registered to use namespace/, provoke: () => under('not-registered') },
  { message: /is disabled and therefore marked as read only/, provoke: () => under('subscription-disabled') },
  {
    message: /is malformed or invalid/,
    provoke: () => sandboxWorld().send('GET', '/subscriptions/Pay-As-You-Go'),
  },
  {
    message: /^The subscription '.*' could not be found/,
    provoke: () => sandboxWorld().send('GET', '/subscriptions/c23fa617-d0cf-4c92-a529-5e444a4cc1fa'),
  },
  {
    message: /^Resource group/,
    provoke: () => sandboxWorld().send('GET', `${SUBSCRIPTION}/resourceGroups/nowhere`),
  },
  { message: /under resource group/, provoke: () => sandboxWorld().send('GET', `${ACCOUNTS}/nobody`) },
  {
    message: /^Specified resource/,
    provoke: () => sandboxWorld().send('GET', `${ACCOUNT}/deployments/none`),
  },
  {
    message: /because the parent resource/,
    provoke: () => sandboxWorld().send('PUT', `${ACCOUNTS}/nobody/deployments/chat`, mini()),
  },
  { message: /^Cannot delete resource while nested/, provoke: () => sandboxWorld().send('DELETE', ACCOUNT) },
  {
    message: /in state Accepted/,
    provoke: () => {
      const world = sandboxWorld();
      const accounts = world.state.accounts.map((one) => ({ ...one, provisioningState: 'Accepted' }));
      world.state = { ...world.state, accounts };
      return put(world, mini());
    },
  },
  {
    message: /^No registered resource provider/,
    provoke: () => sandboxWorld().send('GET', `${PROVIDER}/accounts?api-version=2020-06-01`),
  },
];

/** Reported, and not given by the sandbox. */
const NOT_GIVEN: readonly { readonly message: RegExp; readonly reason: string }[] = [
  { message: /^The template deployment/, reason: 'ARM templates are not served' },
  { message: /is bigger than available capacity/, reason: 'wording of 2023' },
  { message: /^The model '(Publisher: |Format: )/, reason: 'wordings of 2024' },
  { message: /^Creating account deployment is not supported/, reason: 'wording of 2023' },
  { message: /^An error occurred\. Please reach out/, reason: 'opaque; its cause is not known' },
  {
    message: /enrollment for this subscription|Model mapping properties/,
    reason: 'other reasons of the same UserError',
  },
  { message: /QuotaId\/Feature required by SKU/, reason: 'refuses accounts, not models' },
  { message: /on the linked scope/, reason: 'not seen for model deployments' },
  { message: /was disallowed by Azure/, reason: 'a limit on accounts by region' },
];

/** Quoted names, numbers and quota names differ; the sentence around them must not. */
function pattern(message: string): string {
  return message
    .replace(/Publisher:[^,']+,/, '')
    .replace(/'[^']*'/g, "'…'")
    .replace(/quota [^,]+, which/, 'quota …, which')
    .replace(/for quota .+\.$/, 'for quota ….')
    .replace(/Account \S+ in state/, 'Account … in state')
    .replace(/\d{2}\/\d{2}\/\d{4}/, 'DAY')
    .replace(/-?\d+/g, '#');
}

describe.skipIf(!isThere)(
  isThere
    ? 'The sandbox refuses in the words that users have reported'
    : 'The sandbox refuses in the words that users have reported (skipped: AIMI_RECORDINGS names no folder of recordings)',
  () => {
    const reported: readonly Reported[] = isThere ? JSON.parse(readFileSync(file, 'utf8')).errors : [];
    const ours = reported.filter((one) => one.plane === 'control-plane');

    it.each(ours.map((one) => [one.body.error.code, one.body.error.message, one] as const))(
      'answers %s: %s',
      (code, message, one) => {
        const ways = PROVOKED.filter((way) => way.message.test(message));
        const excuses = NOT_GIVEN.filter((excuse) => excuse.message.test(message));
        expect(ways.length + excuses.length).toBe(1);
        for (const way of ways) {
          const answer = way.provoke();
          expect(at(answer.body, 'error.code')).toBe(code);
          expect(pattern(String(at(answer.body, 'error.message')))).toBe(pattern(message));
          if (one.status !== null) expect(answer.status).toBe(one.status);
        }
      },
    );
  },
);
