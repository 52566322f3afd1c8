import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { AimiError } from '../../errors.js';

/**
 * The last gate before the network: a request that a nextLink, an operation address or a redirect points
 * elsewhere never leaves, so the token stays with the management endpoint.
 */
export function hostGuard(origin: string): PipelinePolicy {
  return {
    name: 'aimiHostGuard',
    async sendRequest(request, next) {
      const target = URL.canParse(request.url) ? new URL(request.url).origin : 'an unreadable address';
      if (target !== origin) {
        throw new AimiError('service-refused', {
          message: `The answer of ${origin} points to ${target}; aimi does not follow it there`,
          hint: 'The token is for one host only. If AIMI_ARM_ENDPOINT names a proxy, let the proxy rewrite addresses in answers',
        });
      }
      return next(request);
    },
  };
}
