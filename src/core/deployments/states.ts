/**
 * `properties.provisioningState` of a deployment. The SDK's poller treats only the first three as final, so
 * a deployment that ends `Disabled` makes it poll for ever.
 * Source: @azure/arm-cognitiveservices 8.1.0, DeploymentProvisioningState; azurerm provider, 2026-11.
 */
const AT_REST = new Set(['succeeded', 'failed', 'canceled', 'disabled']);

export function isAtRest(provisioningState: string): boolean {
  return AT_REST.has(provisioningState.toLowerCase());
}

export function isReady(provisioningState: string): boolean {
  return provisioningState.toLowerCase() === 'succeeded';
}
