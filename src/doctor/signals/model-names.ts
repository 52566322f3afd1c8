/** Form of the model names of the catalog, read 2026-09: who names a deployment this way took the model's name. */
const MODEL_FORM =
  /^(?:azure\/)?(?:gpt-?(?:3|4|5|35|oss|image|realtime|audio)|o[134](?:-|$)|text-(?:embedding|davinci|curie|ada)|dall-?e|whisper|tts|davinci|babbage|curie|ada|code-|codex|computer-use|sora|deepseek|llama|meta-llama|mistral|mixtral|ministral|codestral|phi-?\d|cohere|command|embed-v|claude|grok|jamba|ai21|kimi|qwen|mai-)/i;

/** Reasoning and later models are served from 2024-12-01-preview on; the service's own message says so (2025). */
const NEEDS_2024_12 = /^(?:o1(?!-(?:preview|mini))|o3|o4|gpt-?5|codex|gpt-4\.5|computer-use)/i;

/** gpt-*-codex, *-pro and deep research are served by the Responses API only. learn:/azure/foundry models page, 2026. */
const RESPONSES_ONLY =
  /^(?:o\d-pro|gpt-5(?:\.\d)?-(?:pro|codex)|codex|computer-use|o\d-deep-research|gpt-5\.\d-codex)/i;

export function looksLikeModel(name: string): boolean {
  return MODEL_FORM.test(name.trim());
}

/** The oldest dated api-version that serves the model, or null when any does. */
export function oldestVersionFor(model: string): string | null {
  return NEEDS_2024_12.test(model.trim()) ? '2024-12-01-preview' : null;
}

export function isResponsesOnly(model: string): boolean {
  return RESPONSES_ONLY.test(model.trim());
}

/** Families that are retired as a whole: legacy models page, 2024-07-05; gpt-4-32k: model retirements page, 2025-06-06. */
const RETIRED =
  /^(?:text-(?:davinci|curie|babbage|ada)-|text-similarity-|text-search-|code-(?:davinci|cushman)-|davinci$|curie$|babbage$|ada$|gpt-4-32k(?:-|$))/i;

export function isRetiredModel(model: string): boolean {
  return RETIRED.test(model.trim());
}

/** Not one of OpenAI's: served on other routes than the dated one. */
export function isPartnerModel(model: string): boolean {
  return /^(?:deepseek|llama|meta-llama|mistral|mixtral|ministral|codestral|phi-?\d|cohere|command|embed-v|claude|grok|jamba|ai21|kimi|qwen)/i.test(
    model.trim(),
  );
}
