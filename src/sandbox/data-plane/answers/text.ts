import type { SandboxDeployment } from '../../state.js';
import type { CallBody } from '../body.js';

/** What one canned answer says and costs. */
export interface Spoken {
  readonly text: string;
  readonly words: readonly string[];
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** About four characters make a token; every message has three more around it (OpenAI cookbook, 2023). */
const CHARACTERS_PER_TOKEN = 4;
const TOKENS_PER_MESSAGE = 3;

export function speak(deployment: SandboxDeployment, body: CallBody): Spoken {
  const given = body.messages ?? (Array.isArray(body.input) ? body.input : [body.input ?? body.prompt]);
  const text = `The sandbox answers for ${deployment.name}: it has no model, and has read ${given.length === 1 ? 'one message' : `${given.length} messages`}.`;
  return {
    text,
    words: text.split(/(?<= )/),
    promptTokens: promptTokens(given),
    completionTokens: tokens(text),
  };
}

export function promptTokens(given: readonly unknown[]): number {
  return given.reduce<number>((all, one) => all + tokens(contentOf(one)) + TOKENS_PER_MESSAGE, 0);
}

function tokens(text: string): number {
  return Math.max(1, Math.ceil(text.length / CHARACTERS_PER_TOKEN));
}

function contentOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  const content: unknown = 'content' in value ? value.content : value;
  return typeof content === 'string' ? content : JSON.stringify(content ?? '');
}

/** `gpt-4.1-mini-2025-04-14`; other makers' versions are numbers and are not printed. */
export function modelLabel({ model }: SandboxDeployment): string {
  return model.format === 'OpenAI' && /^\d{4}-/.test(model.version)
    ? `${model.name}-${model.version}`
    : model.name;
}

/** One block of server-sent events. */
export function sse(value: unknown, event?: string): string {
  return `${event === undefined ? '' : `event: ${event}\n`}data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`;
}
