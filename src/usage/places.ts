import type { CountKind } from './types.js';

/** A name under which a count is found, and what else it takes part in. */
export interface UsageName {
  readonly name: readonly string[];
  readonly kind: CountKind;
  /** The counts of this source are disjoint: this one is added to the whole as well. */
  readonly alsoIn?: 'input' | 'output';
  /** `alsoIn` holds only beside this name. */
  readonly beside?: string;
}

const name = (dotted: string, kind: CountKind, more: Omit<UsageName, 'name' | 'kind'> = {}): UsageName => ({
  name: dotted.split('.'),
  kind,
  ...more,
});

// Chat completions and embeddings count prompt and completion, the Responses and Realtime APIs input and
// output; details are parts of the whole (learn.microsoft.com, openai/how-to/prompt-caching, 2026-11-22).
// Messages of Claude count cache reads and writes beside input_tokens, not in them: the total is their sum
// (prompt caching and rate limits of platform.claude.com/docs, as quoted in public repositories, 2026-11-22).
const RESPONSE_NAMES: readonly UsageName[] = [
  name('prompt_tokens', 'input'),
  name('input_tokens', 'input'),
  name('completion_tokens', 'output'),
  name('output_tokens', 'output'),
  ...['prompt_tokens_details', 'input_tokens_details', 'input_token_details'].flatMap((details) => [
    name(`${details}.cached_tokens`, 'cachedInput'),
    name(`${details}.cache_write_tokens`, 'cacheWrite'),
    name(`${details}.audio_tokens`, 'audioInput'),
  ]),
  ...['completion_tokens_details', 'output_tokens_details', 'output_token_details'].flatMap((details) => [
    name(`${details}.reasoning_tokens`, 'reasoning'),
    name(`${details}.audio_tokens`, 'audioOutput'),
  ]),
  name('cache_read_input_tokens', 'cachedInput', { alsoIn: 'input', beside: 'input_tokens' }),
  name('cache_creation_input_tokens', 'cacheWrite', { alsoIn: 'input', beside: 'input_tokens' }),
];

// Attributes of a gen_ai span; cache counts are included in input_tokens (ATTR_GEN_AI_USAGE_* of
// @opentelemetry/semantic-conventions, open-telemetry.github.io/opentelemetry-js, 2026-11-22).
const SPAN_ATTRIBUTES: readonly (readonly [string, CountKind])[] = [
  ['gen_ai.usage.input_tokens', 'input'],
  ['gen_ai.usage.prompt_tokens', 'input'],
  ['gen_ai.usage.output_tokens', 'output'],
  ['gen_ai.usage.completion_tokens', 'output'],
  ['gen_ai.usage.cache_read.input_tokens', 'cachedInput'],
  ['gen_ai.usage.cache_creation.input_tokens', 'cacheWrite'],
  ['gen_ai.usage.reasoning.output_tokens', 'reasoning'],
];
const SPAN_NAMES: readonly UsageName[] = SPAN_ATTRIBUTES.map(([key, kind]) => ({ name: [key], kind }));

// Langfuse stores disjoint parts: `input` is what is left after the `input_*` parts were taken out of it
// (github.com/langfuse/codex-observability-plugin issue 22, 2026-11-22). Some writers leave the cached part in
// `input` (langfuse/langfuse issue 10592); their records cannot be told apart and sum too high.
const LANGFUSE_DETAILS: readonly UsageName[] = [
  name('input', 'input'),
  name('output', 'output'),
  name('input_cached_tokens', 'cachedInput', { alsoIn: 'input' }),
  name('input_cache_read', 'cachedInput', { alsoIn: 'input' }),
  name('cache_read_input_tokens', 'cachedInput', { alsoIn: 'input' }),
  name('input_cache_creation', 'cacheWrite', { alsoIn: 'input' }),
  name('input_cache_write_tokens', 'cacheWrite', { alsoIn: 'input' }),
  name('cache_creation_input_tokens', 'cacheWrite', { alsoIn: 'input' }),
  name('input_audio_tokens', 'audioInput', { alsoIn: 'input' }),
  name('output_reasoning_tokens', 'reasoning', { alsoIn: 'output' }),
  name('output_reasoning', 'reasoning', { alsoIn: 'output' }),
  name('output_audio_tokens', 'audioOutput', { alsoIn: 'output' }),
];

// A flat record: rows of a table, bare usage objects, the standard payload of LiteLLM
// (docs.litellm.ai/docs/proxy/logging_spec, 2026-11-22), observations of Langfuse.
const FLAT_NAMES: readonly UsageName[] = [
  ...RESPONSE_NAMES,
  name('promptTokens', 'input'),
  name('completionTokens', 'output'),
  name('inputTokens', 'input'),
  name('outputTokens', 'output'),
  name('cached_tokens', 'cachedInput'),
  name('cached_input_tokens', 'cachedInput'),
  name('input_cached_tokens', 'cachedInput'),
  name('cache_write_tokens', 'cacheWrite'),
  name('reasoning_tokens', 'reasoning'),
  name('input_audio_tokens', 'audioInput'),
  name('output_audio_tokens', 'audioOutput'),
  ...SPAN_NAMES,
  name('num_model_requests', 'requests'),
  name('request_count', 'requests'),
];

/** Where token counts are looked for; the first place that has an input or an output gives all of them. */
export const USAGE_PLACES: readonly {
  readonly path: readonly string[];
  readonly names: readonly UsageName[];
}[] = [
  { path: ['usageDetails'], names: LANGFUSE_DETAILS },
  { path: ['usage_details'], names: LANGFUSE_DETAILS },
  { path: ['usage'], names: [...RESPONSE_NAMES, name('input', 'input'), name('output', 'output')] },
  { path: ['response', 'body', 'usage'], names: RESPONSE_NAMES },
  { path: ['response', 'usage'], names: RESPONSE_NAMES },
  { path: ['body', 'usage'], names: RESPONSE_NAMES },
  { path: ['metadata', 'usage_object'], names: RESPONSE_NAMES },
  { path: ['attributes'], names: SPAN_NAMES },
  { path: [], names: FLAT_NAMES },
];

/** The model that answered comes before the one that was asked for. */
export const MODEL_PATHS: readonly (readonly string[])[] = [
  ['response', 'body', 'model'],
  ['response', 'model'],
  ['body', 'model'],
  ['attributes', 'gen_ai.response.model'],
  ['gen_ai.response.model'],
  ['model'],
  ['model_name'],
  ['providedModelName'],
  ['provided_model_name'],
  ['attributes', 'gen_ai.request.model'],
  ['gen_ai.request.model'],
];

/** Requests to Azure name the deployment as the model; it is one only where the answer names another. */
export const DEPLOYMENT_PATHS: readonly (readonly string[])[] = [
  ['deployment'],
  ['deployment_name'],
  ['deploymentName'],
  ['deployment_id'],
  ['azure_deployment'],
  ['ModelDeploymentName'],
  ['model_group'],
  ['attributes', 'gen_ai.request.model'],
  ['gen_ai.request.model'],
];

export const TIME_PATHS: readonly (readonly string[])[] = [
  ['timestamp'],
  ['created'],
  ['created_at'],
  ['createdAt'],
  ['startTime'],
  ['start_time'],
  ['time'],
  ['date'],
  ['TimeGenerated'],
  ['response', 'body', 'created'],
  ['response', 'body', 'created_at'],
  ['response', 'created_at'],
  ['response', 'created'],
  ['body', 'created'],
  ['startTimeUnixNano'],
];
