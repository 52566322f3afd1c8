import type { DataReply, DataRequest } from './exchange.js';
import { dataRefusals } from './refusals.js';

/** "Max number of custom headers in API requests: 10" (Azure OpenAI quotas and limits, 2026). */
export const CUSTOM_HEADER_LIMIT = 10;
/** gunicorn's cap for one line (gunicorn/http/message.py), seen as a 431 in 2024. */
const FIELD_LIMIT_BYTES = 8190;
const ALL_FIELDS_LIMIT_BYTES = 16_384;

/**
 * Names that do not count. Microsoft publishes the limit, not this list: standard fields, credentials,
 * documented switches, what the Azure SDKs add to every call, and SDK telemetry.
 */
const EXEMPT =
  /^(?:host|connection|accept(?:-.*)?|content-.*|user-agent|transfer-encoding|expect|te|origin|referer|sec-.*|cache-control|pragma|date|range|if-.*|via|keep-alive|upgrade|cookie|authorization|proxy-authorization|api-key|x-api-key|ocp-apim-subscription-key|anthropic-.*|extra-parameters|azureml-model-deployment|x-ms-model-mesh-model-name|openai-.*|foundry-features|aoai-.*|x-ms-client-request-id|x-ms-useragent|x-ms-date|x-ms-return-client-request-id|x-stainless-.*|x-fern-.*|x-goog-api-client|traceparent|tracestate)$/;

/** Lines of the wire that count as custom; a repeated name counts each time. */
export function countCustomHeaders(headers: DataRequest['headers']): number {
  return headers.filter(([name]) => !EXEMPT.test(name)).length;
}

/** 431 when there are too many custom headers, or one of them or all together are too long. */
export function refuseHeaders(headers: DataRequest['headers']): DataReply | null {
  const sizes = headers.map(([name, value]) => name.length + value.length + 4);
  const isLong =
    sizes.some((size) => size > FIELD_LIMIT_BYTES) ||
    sizes.reduce((all, size) => all + size, 0) > ALL_FIELDS_LIMIT_BYTES;
  if (isLong) return dataRefusals.headersTooLarge('fields size');
  return countCustomHeaders(headers) > CUSTOM_HEADER_LIMIT ? dataRefusals.headersTooLarge('fields') : null;
}
