import type { Call } from './calls.js';
import { type HeaderAt, headersIn } from './headers.js';
import { namedParameters } from './parameter-values.js';
import { argumentsIn } from './ranges.js';
import { readValue, type Scope } from './values.js';

/** A call that asks a model for something. */
export interface ModelCall {
  readonly path: string;
  /** First word of the path: the variable that holds the client. */
  readonly owner: string;
  /** Deployment or model it names; null when none can be read. */
  readonly deployment: string | null;
  readonly headers: readonly HeaderAt[];
  readonly line: number;
}

/** Calls by their last word alone. */
const NAMES = new Set(
  (
    'complete embed rerank chat generateText streamText post CompleteAsync Complete getChatCompletions ' +
    'streamChatCompletions listChatCompletions getEmbeddings GetChatCompletions GetChatCompletionsAsync ' +
    'GetEmbeddings GetEmbeddingsAsync GetChatClient GetEmbeddingClient GetImageClient GetOpenAIResponseClient'
  ).split(' '),
);
/** Calls by what stands in front of the last word: `completions.create`, `Completions.New`. */
const OWNERS = new Set(
  'completions embeddings responses images transcriptions translations speech messages ChatCompletion Completion Embedding Image Completions Embeddings Responses'.split(
    ' ',
  ),
);
const VERBS = new Set('create acreate stream parse generate edit New NewStreaming'.split(' '));
const NAMED_FIRST =
  /^(?:getChatCompletions|streamChatCompletions|listChatCompletions|getEmbeddings|Get(?:ChatCompletions(?:Async)?|(?:Chat|Embedding|Image|OpenAIResponse)Client))$/;
const PROVIDED = /\.(?:chat|responses|completion|embedding|textEmbeddingModel|languageModel|image)$/;

/** The model calls of a call and of what is chained to it; `providers` are functions that take a model's name. */
export function readModelCalls(
  scope: Scope,
  call: Call,
  providers: ReadonlySet<string>,
): readonly ModelCall[] {
  const steps = [
    { path: call.path, name: call.name, open: call.open },
    ...call.chain.map((link) => ({ path: link.name, ...link })),
  ];
  return steps.flatMap((step): readonly ModelCall[] => {
    const isProvided = providers.has(step.path.replace(PROVIDED, ''));
    if (!isProvided && !isModelCall(step.path)) return [];
    const parameters = namedParameters(scope, step.open);
    const deployment =
      parameters.find((entry) => entry.role === 'deployment' && entry.value.text !== null) ??
      parameters.find((entry) => entry.role === 'model');
    const headers = parameters
      .filter((entry) => entry.role === 'headers')
      .flatMap((entry) => headersIn(scope, entry.range));
    const setter = call.chain.find((link) => /^(?:set)?(?:Model|DeploymentName)$/i.test(link.name));
    const set = setter === undefined ? undefined : argumentsIn(scope.source, setter.open)[0];
    const takesName = isProvided || NAMED_FIRST.test(step.name);
    const first = set ?? (takesName ? argumentsIn(scope.source, step.open)[0] : undefined);
    const positional = first === undefined ? null : readValue(scope, first).text;
    const name = deployment?.value.text ?? positional;
    if (name === null && headers.length === 0) return [];
    return [
      {
        path: step.path,
        owner: ownerOf(call.path),
        deployment: name,
        headers,
        line: deployment?.line ?? first?.line ?? call.line,
      },
    ];
  });
}

function ownerOf(path: string): string {
  const parts = path.split('.');
  return (parts[0] === 'self' || parts[0] === 'this' ? parts[1] : parts[0]) ?? '';
}

function isModelCall(path: string): boolean {
  const parts = path.split('.');
  const name = parts.at(-1) ?? '';
  const owner = parts.at(-2) ?? '';
  return (
    NAMES.has(name) ||
    (VERBS.has(name) && OWNERS.has(owner)) ||
    /(?:Completions|Embeddings)Options$/.test(name)
  );
}
