import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { AimiError } from '../../errors.js';

/**
 * Ends an attempt that gets no answer. Not the SDK's `timeout`: its timer outlives a refused connection and
 * keeps the process alive (ts-http-runtime in @azure/core-rest-pipeline 1.24.0).
 */
export function timeLimit(limitMs: number): PipelinePolicy {
  return {
    name: 'aimiTimeLimit',
    async sendRequest(request, next) {
      const caller = request.abortSignal;
      const limit = AbortSignal.timeout(limitMs);
      request.abortSignal = caller instanceof AbortSignal ? AbortSignal.any([caller, limit]) : limit;
      try {
        return await next(request);
      } catch (error) {
        if (!limit.aborted || caller?.aborted === true) throw error;
        throw new AimiError('network', {
          message: `${new URL(request.url).host} does not answer within ${limitMs / 1000} s`,
          hint: 'Check the connection and the proxy settings (HTTPS_PROXY, NO_PROXY)',
          cause: error,
        });
      } finally {
        if (caller === undefined) delete request.abortSignal;
        else request.abortSignal = caller;
      }
    },
  };
}
