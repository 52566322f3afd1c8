import { normaliseLocation } from '../../core/catalog/normalise-location.js';
import type { ModelCapacity, Usage } from '../../core/control-plane.js';
import { demandObject, demandText, numberAt, objectAt, textAt } from '../wire-value.js';

/** A row of `locations/{location}/usages`; `current` can be above `limit` (150 of 0 was seen). */
export function mapUsage(value: unknown): Usage {
  const row = demandObject(value, 'a quota row that is no object');
  const name = demandObject(row.name, 'a quota row without a name');
  const key = demandText(name, 'value', 'a quota row');
  return {
    name: key,
    localizedName: textAt(name, 'localizedValue') ?? key,
    current: numberAt(row, 'currentValue') ?? 0,
    limit: numberAt(row, 'limit') ?? 0,
  };
}

/** A row of `modelCapacities`; its location is spelt `WestUS`. Null when a part is missing. */
export function mapModelCapacity(value: unknown): ModelCapacity | null {
  const row = demandObject(value, 'a capacity row that is no object');
  const properties = objectAt(row, 'properties');
  const location = textAt(row, 'location');
  const skuName = textAt(properties, 'skuName') ?? textAt(row, 'name');
  const available = numberAt(properties, 'availableCapacity');
  if (location === null || skuName === null || available === undefined) return null;
  return { location: normaliseLocation(location), skuName, available };
}
