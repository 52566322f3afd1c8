import type { DeploymentBody } from '../core/control-plane.js';
import { isObject, objectAt, type WireObject } from './wire-value.js';

/** What the service says of a deployment and does not take; `scaleSettings` and `capacitySettings` are deprecated. */
const SAID_ONLY = ['id', 'name', 'type', 'etag', 'systemData'];
const SAID_ONLY_PROPERTIES = [
  'provisioningState',
  'capabilities',
  'rateLimits',
  'callRateLimit',
  'dynamicThrottlingEnabled',
  'currentCapacity',
  'scaleSettings',
  'capacitySettings',
];

/**
 * The body of a PUT that changes what `body` names and keeps the rest: a PUT replaces, so that
 * `spilloverDeploymentName` or whatever a newer service adds would be gone. Which properties are read-only:
 * `DeploymentProperties` of @azure/arm-cognitiveservices 8.1.
 */
export function carryOver(existing: unknown, body: DeploymentBody): WireObject {
  const there = isObject(existing) ? existing : {};
  const properties = objectAt(there, 'properties');
  const { callRateLimit: _said, ...model } = objectAt(properties, 'model');
  return {
    ...without(there, SAID_ONLY),
    ...defined(body),
    sku: { ...objectAt(there, 'sku'), ...body.sku },
    properties: {
      ...without(properties, SAID_ONLY_PROPERTIES),
      ...defined(body.properties),
      model: { ...model, ...body.properties.model },
    },
  };
}

function without(source: WireObject, names: readonly string[]): WireObject {
  return Object.fromEntries(Object.entries(source).filter(([name]) => !names.includes(name)));
}

function defined(source: object): WireObject {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined));
}
