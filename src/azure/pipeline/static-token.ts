import { bearerTokenAuthenticationPolicyName, type PipelinePolicy } from '@azure/core-rest-pipeline';

/** What loopback hosts and the sandbox get in place of a token. */
export const SANDBOX_TOKEN = 'sandbox';

/**
 * Stands in for the SDK's bearer policy, which refuses plain http. It carries that policy's name, so the
 * client's constructor takes it for the bearer policy and leaves it alone.
 */
export function staticTokenPolicy(): PipelinePolicy {
  return {
    name: bearerTokenAuthenticationPolicyName,
    sendRequest(request, next) {
      request.headers.set('authorization', `Bearer ${SANDBOX_TOKEN}`);
      return next(request);
    },
  };
}
