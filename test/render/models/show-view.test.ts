import { describe, expect, it } from 'vitest';
import { modelDetail } from '../../../src/core/catalog/detail.js';
import { capacityText, modelsShowView } from '../../../src/render/models/show-view.js';
import { PLAIN_THEME } from '../../../src/render/theme.js';
import { offer, sku } from '../../core/catalog/offers.js';

const DAY = '2026-08-22';
const NONE = { tokensPerMinute: null, requestsPerMinute: null };

describe('capacityText', () => {
  it.each([
    [
      'tokens and requests',
      { tokensPerMinute: 1000, requestsPerMinute: 1 },
      { default: 10, maximum: 1_000_000 },
      '1 unit = 1,000 tokens/min and 1 request/min\ndefault 10, up to 1,000,000',
    ],
    [
      'requests only',
      { ...NONE, requestsPerMinute: 6 },
      { maximum: 30 },
      '1 unit = 6 requests/min\nup to 30',
    ],
    ['the shared quota', NONE, { default: 1, maximum: 1 }, 'limits per unit not published\nalways 1'],
    [
      'steps and no default',
      NONE,
      { minimum: 15, maximum: 30_000, step: 5 },
      'limits per unit not published\nfrom 15, up to 30,000, in steps of 5',
    ],
    ['nothing known', NONE, {}, 'limits per unit not published'],
  ])('words %s', (_, perUnit, capacity, expected) => {
    expect(capacityText({ perUnit, capacity })).toBe(expected);
  });
});

describe('the view of one model', () => {
  const versions = [
    offer({
      name: 'sample',
      version: '2',
      isDefault: true,
      skus: [
        sku('GlobalStandard', { rateLimits: [{ key: 'token', count: 1000, renewalPeriodSeconds: 60 }] }),
        sku('GlobalBatch'),
      ],
      replacement: { name: 'sample-next', version: '3' },
      retires: '2027-01-31',
    }),
    offer({ name: 'sample', version: '1', lifecycle: 'Deprecated', retires: '2026-01-31' }),
  ];
  const [first] = versions;
  if (first === undefined) throw new Error('no version');
  const detail = modelDetail(first, { asOf: DAY, versions, details: null });
  const text = modelsShowView(detail, PLAIN_THEME);

  it.each([
    /^sample 2 \(default version\)$/m,
    /^Publisher +OpenAI$/m,
    /^State +GenerallyAvailable, open to new deployments$/m,
    /^Retires +2027-01-31$/m,
    /^Replacement +sample-next 3$/m,
    /^Context +not published$/m,
    /^Terms +sold by Azure/m,
    /^GlobalStandard +1 unit = 1,000 tokens\/min +any Azure region/m,
    /^ +default 10, up to 1,000,000$/m,
    /^GlobalBatch +per token, batch +files at about half price/m,
    /^2 \(this\) +default/m,
    /^1 +retired +2026-01-31/m,
  ])('says %s', (line) => {
    expect(text).toMatch(line);
  });

  it('fits a terminal of 40 columns', () => {
    const narrow = modelsShowView(detail, { ...PLAIN_THEME, width: 40 });
    expect(narrow).toContain('sample-next');
    expect(narrow).toContain('PAY-AS-YOU-GO: GlobalStandard');
  });

  it('says nothing of versions when there is one', () => {
    expect(modelsShowView({ ...detail, versions: [] }, PLAIN_THEME)).not.toContain('VERSION ');
  });
});
