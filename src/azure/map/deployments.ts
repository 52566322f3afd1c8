import type { Deployment } from '../../core/control-plane.js';
import {
  demandObject,
  demandText,
  numberAt,
  objectAt,
  textAt,
  textMapAt,
  type WireObject,
} from '../wire-value.js';
import { mapRateLimits } from './rate-limits.js';

export function mapDeployment(value: unknown): Deployment {
  const row = demandObject(value, 'a deployment that is no object');
  const properties = objectAt(row, 'properties');
  const model = demandObject(properties.model, 'a deployment without a model');
  const sku = objectAt(row, 'sku');
  const publisher = textAt(model, 'publisher');
  return {
    id: textAt(row, 'id') ?? '',
    name: demandText(row, 'name', 'a deployment'),
    model: {
      format: textAt(model, 'format') ?? '',
      name: demandText(model, 'name', "a deployment's model"),
      version: textAt(model, 'version') ?? '',
      ...(publisher === null ? {} : { publisher }),
    },
    sku: {
      name: textAt(sku, 'name') ?? '',
      capacity: numberAt(sku, 'capacity') ?? numberAt(properties, 'currentCapacity') ?? 0,
    },
    provisioningState: textAt(properties, 'provisioningState') ?? 'Succeeded',
    rateLimits: mapRateLimits(properties),
    raiPolicyName: textAt(properties, 'raiPolicyName'),
    versionUpgradeOption: textAt(properties, 'versionUpgradeOption'),
    capabilities: textMapAt(properties, 'capabilities'),
    createdAt: instantAt(objectAt(row, 'systemData'), 'createdAt'),
    tags: textMapAt(row, 'tags'),
  };
}

/** ISO 8601; the SDK hands over a Date where the wire has text. */
function instantAt(source: WireObject, key: string): string | null {
  const value = source[key];
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  return textAt(source, key);
}
