import type { RequestFact } from '../../../facts.js';
import type { Call } from './calls.js';
import { headersIn } from './headers.js';
import { namedParameters } from './parameter-values.js';
import { argumentsIn } from './ranges.js';
import { readValue, type Scope } from './values.js';

export interface RequestAt {
  readonly request: RequestFact;
  readonly line: number;
}

const SENDS =
  /^(?:fetch|\$fetch|ofetch|axios|got|ky|request|get|post|put|patch|delete|ajax|urlopen|stream|GetAsync|PostAsync|PostAsJsonAsync|GetStringAsync|HttpRequestMessage|Get|Post|NewRequest|NewRequestWithContext|URI|url|Request)$/;
const METHOD = /^(?:get|post|put|patch|delete)$/i;
/** Addresses of model services; a project calls many others. */
const MODEL_ADDRESS =
  /\.azure\.(?:com|us|cn)\b|azure-api\.net|\bapi\.(?:openai|anthropic|cohere|mistral|ai21)\.|models\.github\.ai|\/openai\/(?:deployments|v1)\b|\/chat\/completions\b|[?&]api-version=|\/(?:embeddings|responses)(?:$|\?)/i;
const ADDRESS = /^(?:https?:\/\/|\{[^{}]{1,80}\}|<)/i;

/** A request to a model service that the text sends by hand; null for every other call. */
export function readRequest(scope: Scope, call: Call): RequestAt | null {
  if (!SENDS.test(call.name)) return null;
  const args = argumentsIn(scope.source, call.open);
  const named = args.find((argument) => /^(?:url|uri)$/i.test(argument.name ?? ''));
  const candidates = named === undefined ? args.slice(0, 3) : [named];
  for (const argument of candidates) {
    const { text } = readValue(scope, argument);
    if (text === null || !isModelAddress(text)) continue;
    const parameters = namedParameters(scope, call.open);
    const headers = parameters
      .filter((entry) => entry.role === 'headers')
      .flatMap((entry) => headersIn(scope, entry.range));
    return {
      request: {
        method: methodOf(scope, call),
        url: withoutSecrets(text),
        headers: headers.map((entry) => entry.header),
        bodyModel: parameters.find((entry) => entry.role === 'model')?.value.text ?? null,
        userAgent: null,
      },
      line: argument.line,
    };
  }
  return null;
}

export function isModelAddress(text: string): boolean {
  return text.length < 2000 && ADDRESS.test(text) && MODEL_ADDRESS.test(text);
}

export function withoutSecrets(url: string): string {
  return url
    .replace(/([?&](?:[\w-]{0,40}key|code|sig|token|access_token)=)[^&#\s]{1,2000}/gi, '$1***')
    .replace(/(:\/\/)[^\s/?#@]{1,256}@/, '$1***@');
}

function methodOf(scope: Scope, call: Call): string | null {
  const direct = /^(get|post|put|patch|delete)/i.exec(call.name)?.[1];
  if (direct !== undefined) return direct.toUpperCase();
  for (const argument of argumentsIn(scope.source, call.open)) {
    const first = scope.source.tokens[argument.from];
    if (argument.name === null && first?.kind === 'string' && METHOD.test(first.text))
      return first.text.toUpperCase();
    if (first?.text !== '{') continue;
    const method = argumentsIn(scope.source, argument.from).find((entry) => entry.name === 'method');
    const text = method === undefined ? null : readValue(scope, method).text;
    if (text !== null && METHOD.test(text)) return text.toUpperCase();
  }
  return null;
}
