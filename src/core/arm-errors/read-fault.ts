import { stripControls } from '../text.js';
import type { AdditionalInfo, ArmFault, InnerFault } from './fault.js';

export interface FaultSource {
  readonly status: number | null;
  /** Parsed JSON, text, or null. */
  readonly body: unknown;
  readonly requestId?: string | null | undefined;
  readonly retryAfterSeconds?: number | null | undefined;
}

/** Wrapping deeper than this is not followed. */
const MAX_DEPTH = 5;

/**
 * Reads ARM's error body, also the bare `{code, message}` and `{Message}` forms of gateways. Never throws:
 * an unreadable body gives a fault without code. All text comes back without control characters.
 */
export function readFault(source: FaultSource): ArmFault {
  const { body } = source;
  const error = isRecord(body) && isRecord(body.error) ? body.error : body;
  const inner = readInner(error, 0);
  return {
    ...inner,
    message: inner.message !== '' || typeof body !== 'string' ? inner.message : clean(body).slice(0, 300),
    status: source.status,
    requestId: source.requestId === undefined || source.requestId === null ? null : clean(source.requestId),
    retryAfterSeconds: source.retryAfterSeconds ?? null,
  };
}

function readInner(value: unknown, depth: number): InnerFault {
  const record = isRecord(value) ? value : {};
  const code = text(record.code) ?? text(record.Code);
  return {
    code: code === undefined || code === '' ? undefined : code,
    message: text(record.message) ?? text(record.Message) ?? '',
    details:
      Array.isArray(record.details) && depth < MAX_DEPTH
        ? record.details.map((each) =>
            readInner(isRecord(each) && isRecord(each.error) ? each.error : each, depth + 1),
          )
        : [],
    additionalInfo: Array.isArray(record.additionalInfo) ? record.additionalInfo.flatMap(readInfo) : [],
  };
}

function readInfo(value: unknown): AdditionalInfo[] {
  return isRecord(value) && typeof value.type === 'string' ? [{ type: value.type, info: value.info }] : [];
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? clean(value) : undefined;
}

function clean(value: string): string {
  return stripControls(value.replace(/[\r\n\t]+/g, ' ')).trim();
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
