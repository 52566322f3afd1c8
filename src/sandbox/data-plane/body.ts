import * as v from 'valibot';
import type { DataReply, Operation } from './exchange.js';
import { dataRefusals } from './refusals.js';

const Input = v.union([v.string(), v.array(v.unknown())]);

/** What the answers look at; everything else of a body is let through. */
export const CallBody = v.object({
  model: v.optional(v.string()),
  messages: v.optional(v.array(v.unknown())),
  input: v.optional(Input),
  prompt: v.optional(Input),
  stream: v.optional(v.nullable(v.boolean())),
  stream_options: v.optional(v.nullable(v.object({ include_usage: v.optional(v.boolean()) }))),
  max_tokens: v.optional(v.nullable(v.number())),
  encoding_format: v.optional(v.string()),
  dimensions: v.optional(v.number()),
});
export type CallBody = v.InferOutput<typeof CallBody>;

/** A body that is not an object of this form counts as an empty one, so that its missing parts are named. */
export function readCallBody(body: unknown): CallBody {
  const read = v.safeParse(CallBody, body);
  return read.success ? read.output : {};
}

/** The service looks at the body last, when the deployment is known. */
export function refuseBody(operation: Operation, model: string, body: CallBody): DataReply | null {
  switch (operation) {
    case 'chat':
    case 'messages':
      if (body.messages === undefined) return dataRefusals.propertyRequired('messages');
      if (body.messages.length === 0) return dataRefusals.emptyMessages();
      return typeof body.max_tokens === 'number' && wantsCompletionTokens(model)
        ? dataRefusals.maxTokensUnsupported()
        : null;
    case 'responses':
      if (body.messages !== undefined) return dataRefusals.messagesInResponses();
      return body.input === undefined ? dataRefusals.propertyRequired('input') : null;
    case 'embeddings':
    case 'image-embeddings':
      return body.input === undefined ? dataRefusals.propertyRequired('input') : null;
    case 'completions':
      return body.prompt === undefined ? dataRefusals.propertyRequired('prompt') : null;
    default:
      return null;
  }
}

/** Reasoning models; microsoft/vscode-copilot-release#11584. */
function wantsCompletionTokens(model: string): boolean {
  return /^(?:o[134](?:$|-)|gpt-5)/i.test(model);
}
