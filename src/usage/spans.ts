type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The spans of an OTLP/JSON export (resourceSpans → scopeSpans → spans, or a part of it) as records with
 * plain attributes; null when the object is no such thing. 64-bit integers are strings in OTLP/JSON
 * (github.com/open-telemetry/opentelemetry-specification pull request 1637, 2026-11-22).
 */
export function spansOf(value: JsonObject): JsonObject[] | null {
  if (Array.isArray(value.resourceSpans)) {
    return value.resourceSpans.flatMap((part) => (isObject(part) ? (spansOf(part) ?? []) : []));
  }
  if (Array.isArray(value.scopeSpans)) {
    return value.scopeSpans.flatMap((part) => (isObject(part) ? (spansOf(part) ?? []) : []));
  }
  if (Array.isArray(value.spans)) return value.spans.filter(isObject).map(plainSpan);
  if (Array.isArray(value.attributes)) return [plainSpan(value)];
  return null;
}

function plainSpan(span: JsonObject): JsonObject {
  if (!Array.isArray(span.attributes)) return span;
  const attributes = span.attributes.flatMap((entry): [string, unknown][] => {
    if (!isObject(entry) || typeof entry.key !== 'string' || !isObject(entry.value)) return [];
    const { stringValue, intValue, doubleValue } = entry.value;
    return [[entry.key, stringValue ?? intValue ?? doubleValue ?? null]];
  });
  return { ...span, attributes: Object.fromEntries(attributes) };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
