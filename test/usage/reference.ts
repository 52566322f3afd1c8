import { expect } from 'vitest';
import type { UsageGroup } from '../../src/usage/types.js';

export interface ReferenceSum {
  /** `model|deployment|day|context|mode` → requests, input, cached, write, output, reasoning, audio in, audio out. */
  readonly groups: Record<string, bigint[]>;
  readonly lines: number;
  readonly records: number;
  readonly withoutUsage: number;
  readonly blank: number;
  readonly badLines: number[];
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (value: unknown, ...path: string[]): unknown => {
  let here: unknown = value;
  for (const key of path) here = isObject(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  return here ?? undefined;
};

/**
 * The slow and simple way, for lines of chat completions, responses, embeddings, bare usage objects and batch
 * output: JSON.parse of every line and bigints. Written apart from the readers that it judges.
 */
export function referenceSum(text: string, threshold: number | null, withDay = false): ReferenceSum {
  const groups: Record<string, bigint[]> = {};
  const badLines: number[] = [];
  let records = 0;
  let withoutUsage = 0;
  let blank = 0;
  const lines = text.replace(/^\ufeff/, '').split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      blank += 1;
      continue;
    }
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      badLines.push(index + 1);
      continue;
    }
    if (!isObject(value)) {
      badLines.push(index + 1);
      continue;
    }
    const places: { usage: unknown }[] = [
      { usage: at(value, 'usage') },
      { usage: at(value, 'response', 'body', 'usage') },
      { usage: at(value, 'response', 'usage') },
      { usage: value },
    ];
    const pick = (usage: unknown, ...names: string[]) =>
      names.map((name) => at(usage, ...name.split('.'))).find((found) => found !== undefined);
    const place = places.find(
      ({ usage }) =>
        pick(usage, 'prompt_tokens', 'input_tokens', 'completion_tokens', 'output_tokens') !== undefined,
    );
    if (place === undefined) {
      withoutUsage += 1;
      continue;
    }
    const { usage } = place;
    const counts = [
      pick(usage, 'prompt_tokens', 'input_tokens'),
      pick(usage, 'prompt_tokens_details.cached_tokens', 'input_tokens_details.cached_tokens'),
      pick(usage, 'prompt_tokens_details.cache_write_tokens'),
      pick(usage, 'completion_tokens', 'output_tokens'),
      pick(usage, 'completion_tokens_details.reasoning_tokens', 'output_tokens_details.reasoning_tokens'),
      pick(usage, 'prompt_tokens_details.audio_tokens', 'input_tokens_details.audio_tokens'),
      pick(usage, 'completion_tokens_details.audio_tokens', 'output_tokens_details.audio_tokens'),
    ].map((count) => {
      if (count === undefined) return 0n;
      if (typeof count === 'string' && /^\d{1,15}$/.test(count)) return BigInt(count);
      return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? BigInt(count) : null;
    });
    const model =
      at(value, 'response', 'body', 'model') ?? at(value, 'response', 'model') ?? at(value, 'model');
    const deployment = at(value, 'deployment');
    const isText = (name: unknown) => name === undefined || typeof name === 'string';
    if (counts.includes(null) || !isText(model) || !isText(deployment)) {
      badLines.push(index + 1);
      continue;
    }
    records += 1;
    const created = at(value, 'created');
    const day =
      withDay && typeof created === 'number' ? new Date(created * 1000).toISOString().slice(0, 10) : null;
    const isLong = threshold !== null && (counts[0] ?? 0n) > BigInt(threshold);
    const isBatch =
      at(value, 'custom_id') !== undefined && place.usage === at(value, 'response', 'body', 'usage');
    const key = JSON.stringify([
      model ?? null,
      deployment ?? null,
      day,
      isLong ? 'long' : 'short',
      isBatch ? 'batch' : 'standard',
    ]);
    const sums = groups[key] ?? Array.from({ length: 8 }, () => 0n);
    groups[key] = [1n, ...counts].map((count, kind) => (count ?? 0n) + (sums[kind] ?? 0n));
  }
  return { groups, lines: lines.length, records, withoutUsage, blank, badLines };
}

/** The same form of what is judged. */
export function asReference(groups: readonly UsageGroup[]): Record<string, bigint[]> {
  const form: Record<string, bigint[]> = {};
  for (const { model, deployment, by, context, mode, requests, tokens } of groups) {
    const key = JSON.stringify([model, deployment, by[0] ?? null, context, mode]);
    expect(form[key]).toBeUndefined();
    form[key] = [
      requests,
      tokens.input,
      tokens.cachedInput,
      tokens.cacheWrite,
      tokens.output,
      tokens.reasoning,
      tokens.audioInput,
      tokens.audioOutput,
    ];
  }
  return form;
}
