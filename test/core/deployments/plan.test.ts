import { describe, expect, it } from 'vitest';
import { type DeploymentWish, planDeployment } from '../../../src/core/deployments/plan.js';
import { account, deployment, offer, sku, usage } from '../../helpers/offers.js';

const NOTHING_SAID: DeploymentWish = {
  version: null,
  sku: null,
  capacity: null,
  name: null,
  raiPolicy: null,
  versionUpgrade: null,
  providerData: null,
};
const TODAY = '2026-11-22';

function plan(wish: Partial<DeploymentWish>, facts: Partial<Parameters<typeof planDeployment>[1]> = {}) {
  return planDeployment(
    { ...NOTHING_SAID, ...wish },
    { account: account(), offers: [offer()], deployments: [], usages: [], today: TODAY, ...facts },
  );
}

function refusal(work: () => unknown) {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}

describe('a plan from a model name alone', () => {
  it('takes the default version, the broadest SKU and its default capacity, and says why', () => {
    const made = plan({}, { usages: [usage('OpenAI.GlobalStandard.chatty', 40, 100)] });
    expect(made).toMatchObject({
      action: 'create',
      name: 'chatty',
      sku: 'GlobalStandard',
      capacity: 10,
      tokensPerMinute: 10_000,
      requestsPerMinute: 60,
      quota: { used: 40, limit: 100, free: 60 },
      retires: '2027-12-31',
      body: {
        sku: { name: 'GlobalStandard', capacity: 10 },
        properties: { model: { format: 'OpenAI', name: 'chatty', version: '2026-01-01' } },
      },
    });
    expect(made.reasons).toEqual([
      'version 2026-01-01: the default version',
      'GlobalStandard: the broadest pay-as-you-go SKU',
      "capacity 10: the SKU's default",
    ]);
  });

  const versions: readonly (readonly [string, Parameters<typeof offer>[0][], string])[] = [
    [
      'passes over a default version that is retired',
      [
        { version: '1', isDefault: true, retires: '2026-01-01' },
        { version: '2', isDefault: false },
      ],
      '2',
    ],
    [
      'takes the one that lives longest when none is the default',
      [
        { version: '1', isDefault: false, retires: '2027-01-01' },
        { version: '2', isDefault: false, retires: '2027-06-01' },
      ],
      '2',
    ],
    [
      'takes one without an end over one with an end',
      [
        { version: '1', isDefault: false, retires: null },
        { version: '9', isDefault: false, retires: '2029-01-01' },
      ],
      '1',
    ],
    [
      'does not take a version that only existing customers can deploy',
      [
        { version: '1', isDefault: true, lifecycle: 'Deprecating' },
        { version: '2', isDefault: false, retires: '2026-12-01' },
      ],
      '2',
    ],
  ];
  it.each(versions)('%s', (_, offers, version) => {
    expect(plan({}, { offers: offers.map((row) => offer(row)) }).model.version).toBe(version);
  });

  it('goes on to the next SKU when the broadest has no room, and says so', () => {
    const made = plan({}, { usages: [usage('OpenAI.GlobalStandard.chatty', 100, 100)] });
    expect(made.sku).toBe('DataZoneStandard');
    expect(made.reasons).toContain('DataZoneStandard: GlobalStandard has no room left');
  });

  it('lowers the default capacity to what is free', () => {
    const made = plan({}, { usages: [usage('OpenAI.GlobalStandard.chatty', 97, 100)] });
    expect(made.capacity).toBe(3);
    expect(made.reasons).toContain(
      "capacity 3: all that is free (the SKU's default is 10); --capacity takes less",
    );
  });

  it('takes the smallest capacity when the SKU has no default', () => {
    const bare = offer({ skus: [sku('GlobalStandard', { capacity: { maximum: 50 } })] });
    expect(plan({}, { offers: [bare] })).toMatchObject({ capacity: 1 });
  });

  it('shows the earlier of the two retirement dates', () => {
    const early = offer({ skus: [sku('GlobalStandard', { retires: '2027-03-01' })] });
    expect(plan({}, { offers: [early] }).retires).toBe('2027-03-01');
  });
});

describe('a wish that cannot be had is refused with numbers and the next step', () => {
  const full = [
    usage('OpenAI.GlobalStandard.chatty', 100, 100),
    usage('OpenAI.DataZoneStandard.chatty', 150, 100),
    usage('OpenAI.Standard.chatty', 0, 0),
  ];
  const cases: readonly (readonly [
    string,
    Partial<DeploymentWish>,
    Partial<Parameters<typeof planDeployment>[1]>,
    { code: string; exit: number; message: RegExp; hint?: RegExp },
  ])[] = [
    [
      'no room in any SKU',
      {},
      { usages: full },
      {
        code: 'insufficient-quota',
        exit: 6,
        message: /GlobalStandard needs 1 unit .* 0 are free \(100 of 100 used\)/,
      },
    ],
    [
      'more capacity than is free',
      { sku: 'GlobalStandard', capacity: 61 },
      { usages: [usage('OpenAI.GlobalStandard.chatty', 40, 100)] },
      {
        code: 'insufficient-quota',
        exit: 6,
        message: /needs 61 units .* 60 are free/,
        hint: /--capacity 60/,
      },
    ],
    [
      'more capacity than the SKU takes',
      { capacity: 2 },
      { offers: [offer({ skus: [sku('GlobalStandard', { capacity: { default: 1, maximum: 1 } })] })] },
      {
        code: 'capacity-out-of-range',
        exit: 6,
        message: /exactly 1 for this model, not 2/,
        hint: /--capacity 1$/,
      },
    ],
    [
      'a capacity between the steps',
      { capacity: 7 },
      {
        offers: [
          offer({ skus: [sku('GlobalStandard', { capacity: { minimum: 5, maximum: 50, step: 5 } })] }),
        ],
      },
      { code: 'capacity-out-of-range', exit: 6, message: /5 to 50 in steps of 5 .* not 7/ },
    ],
    [
      'a version that is not there',
      { version: '9' },
      {},
      { code: 'version-not-found', exit: 3, message: /no version '9'/, hint: /It has: 2026-01-01/ },
    ],
    [
      'a SKU the model lacks',
      { sku: 'Standard' },
      { offers: [offer({ skus: [sku('GlobalStandard')] })] },
      {
        code: 'sku-not-offered',
        exit: 3,
        message: /not offered as Standard here/,
        hint: /--sku GlobalStandard/,
      },
    ],
    [
      'a SKU that is not pay-as-you-go',
      { sku: 'ProvisionedManaged' },
      { offers: [offer({ skus: [sku('GlobalStandard'), sku('ProvisionedManaged')] })] },
      { code: 'sku-not-offered', exit: 3, message: /not pay-as-you-go/ },
    ],
    [
      'a SKU whose own date has passed though the model goes on',
      { sku: 'Standard' },
      { offers: [offer({ skus: [sku('GlobalStandard'), sku('Standard', { retires: '2026-03-31' })] })] },
      {
        code: 'model-retired',
        exit: 3,
        message: /new Standard deployments \(since 2026-03-31\)/,
        hint: /--sku GlobalStandard/,
      },
    ],
    [
      'a model whose only token SKU takes fine-tuned weights',
      {},
      {
        offers: [
          offer({ skus: [sku('GlobalStandard', { usageName: 'OpenAI.GlobalStandard.chatty-Finetune' })] }),
        ],
      },
      { code: 'model-retired', exit: 3, message: /No version of chatty is open/ },
    ],
    [
      'a name the service would refuse',
      { name: 'my chat' },
      {},
      { code: 'invalid-name', exit: 2, message: /'my chat' cannot be/, hint: /--name my-chat/ },
    ],
    [
      'an Anthropic model without the attestation',
      {},
      { offers: [offer({ format: 'Anthropic', publisher: 'Anthropic' })] },
      { code: 'provider-data-needed', exit: 2, message: /organization, country and industry/ },
    ],
  ];
  it.each(cases)('%s', (_, wish, facts, expected) => {
    const error = refusal(() => plan(wish, facts));
    expect(error).toMatchObject({ code: expected.code, exit: expected.exit });
    expect(error).toHaveProperty('message', expect.stringMatching(expected.message));
    if (expected.hint !== undefined)
      expect(error).toHaveProperty('hint', expect.stringMatching(expected.hint));
  });

  it('reads unknown quota as unknown, not as none', () => {
    expect(plan({ capacity: 900 }).quota).toBeNull();
  });

  it('lets a retiring version be named, with a warning', () => {
    const made = plan({ version: '2026-01-01' }, { offers: [offer({ lifecycle: 'Deprecating' })] });
    expect(made.reasons[0]).toMatch(/only existing customers/);
  });
});

describe('a name that is taken', () => {
  const there = deployment({ sku: { name: 'Standard', capacity: 3 } });

  it('is a success without a request when nothing that was said differs', () => {
    const made = plan({}, { deployments: [there], usages: [usage('OpenAI.Standard.chatty', 3, 3)] });
    expect(made).toMatchObject({ action: 'none', sku: 'Standard', capacity: 3 });
  });

  it('stays a success when its SKU is closed to new deployments', () => {
    const closed = offer({ skus: [sku('Standard', { retires: '2026-01-01' })] });
    expect(plan({}, { deployments: [there], offers: [closed] }).action).toBe('none');
  });

  it('is compared without regard to letter case', () => {
    expect(plan({ name: 'CHATTY' }, { deployments: [there] })).toMatchObject({
      action: 'none',
      name: 'chatty',
    });
  });

  it('is refused with every difference', () => {
    const error = refusal(() => plan({ sku: 'GlobalStandard', capacity: 10 }, { deployments: [there] }));
    expect(error).toMatchObject({
      code: 'deployment-differs',
      message: expect.stringContaining('sku Standard, not GlobalStandard; capacity 3, not 10'),
      details: {
        differences: [
          { field: 'sku', existing: 'Standard', wanted: 'GlobalStandard' },
          { field: 'capacity', existing: '3', wanted: '10' },
        ],
      },
    });
  });

  it('by another model is refused', () => {
    const other = deployment({ model: { format: 'OpenAI', name: 'other', version: '1' } });
    expect(refusal(() => plan({}, { deployments: [other] }))).toMatchObject({ code: 'deployment-differs' });
  });
});
