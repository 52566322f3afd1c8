import { isRestError, type PipelinePolicy } from '@azure/core-rest-pipeline';
import type { Clock } from '../../context.js';
import { redact } from '../../core/redact.js';
import { stripControls } from '../../core/text.js';
import { redactHeaders, redactUrl } from '../redact.js';
import { readRequestId } from '../request-id.js';

/** One line per attempt on the wire: method, address, status, time, request id, headers; never a body. */
export function tracePolicy(trace: (line: string) => void, clock: Clock): PipelinePolicy {
  return {
    name: 'aimiTrace',
    async sendRequest(request, next) {
      const start = clock.monotonicMs();
      const report = (result: string, answered: readonly string[]): void => {
        const ms = Math.round(clock.monotonicMs() - start);
        const sent = redactHeaders(request.headers).join('; ');
        const got = answered.length === 0 ? '' : ` | got ${answered.join('; ')}`;
        const line = `${request.method} ${redactUrl(request.url)} ${result} ${ms} ms | sent ${sent}${got}`;
        trace(redact(stripControls(line)));
      };
      try {
        const response = await next(request);
        const id = readRequestId((name) => response.headers.get(name));
        report(
          `${response.status}${id === null ? '' : ` (request id ${id})`}`,
          redactHeaders(response.headers),
        );
        return response;
      } catch (error) {
        report(isRestError(error) ? (error.code ?? 'no answer') : 'no answer', []);
        throw error;
      }
    },
  };
}
