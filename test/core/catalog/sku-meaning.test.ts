import { describe, expect, it } from 'vitest';
import { skuMeaning } from '../../../src/core/catalog/sku-meaning.js';

describe('skuMeaning', () => {
  it.each([
    ['GlobalStandard', true, 'per token', 'any Azure region'],
    ['DataZoneStandard', true, 'per token', "the resource's data zone"],
    ['Standard', true, 'per token', "the resource's region"],
    ['GlobalBatch', false, 'per token, batch', 'any Azure region'],
    ['DataZoneBatch', false, 'per token, batch', "the resource's data zone"],
    ['GlobalProvisionedManaged', false, 'per provisioned unit and hour', 'any Azure region'],
    ['DataZoneProvisionedManaged', false, 'per provisioned unit and hour', "the resource's data zone"],
    ['ProvisionedManaged', false, 'per provisioned unit and hour', "the resource's region"],
    ['DeveloperTier', false, 'per token', 'any Azure region'],
    ['Provisioned_MultiModal', false, 'not known', 'not known'],
    ['constructor', false, 'not known', 'not known'],
  ])(
    'says of %s: pay-as-you-go %s, billed %s, processed in %s',
    (name, isPayAsYouGo, billing, processedIn) => {
      expect(skuMeaning(name)).toMatchObject({ name, isPayAsYouGo, billing, processedIn });
    },
  );

  it.each([
    [['US'], 'the US data zone'],
    [['EUR', 'US'], "the resource's data zone (EU, US)"],
    [['MARS'], 'the MARS data zone'],
  ])('names the zones %j', (areas, expected) => {
    expect(skuMeaning('DataZoneStandard', areas).processedIn).toBe(expected);
  });

  it('shows an unknown name as it is', () => {
    expect(skuMeaning('LowPriority').short).toBe('LowPriority');
  });
});
