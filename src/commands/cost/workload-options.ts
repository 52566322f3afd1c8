import { type Command, Option } from '@commander-js/extra-typings';
import { readQuantity, readWholeDays } from './quantities.js';
import type { WorkloadInput } from './workload.js';

/** The flags that say how much is used. */
export function withWorkload(command: Command) {
  return command
    .option('--input-tokens <n>', 'input of one request, such as 1_500, 250k or 1.5M', readQuantity)
    .option('--output-tokens <n>', 'output of one request, reasoning included', readQuantity)
    .option('--cached-tokens <n>', 'part of the input that was read from the cache', readQuantity)
    .option('--cache-write-tokens <n>', 'part of the input that was written to the cache', readQuantity)
    .option('--reasoning-tokens <n>', 'part of the output; changes no amount', readQuantity)
    .option('--audio-input-tokens <n>', 'part of the input that is audio', readQuantity)
    .option('--audio-output-tokens <n>', 'part of the output that is audio', readQuantity)
    .option('--image-input-tokens <n>', 'part of the input that is images', readQuantity)
    .option('--image-output-tokens <n>', 'part of the output that is images', readQuantity)
    .option('--searches <n>', 'searches of one request, for rerank models', readQuantity)
    .option('--pages <n>', 'pages of one request, for document models', readQuantity)
    .option('--requests <n>', 'how many such requests (default: 1)', readQuantity)
    .addOption(
      new Option('--per <time>', 'the requests are those of one hour or day').choices(['hour', 'day']),
    )
    .option('--days <n>', 'for how many days (default with --per: 30)', readWholeDays);
}

/** The parsed flags with null for what is not given. */
export function workloadInput(
  options: {
    readonly [Name in keyof WorkloadInput]?: WorkloadInput[Name] | undefined;
  },
): WorkloadInput {
  return {
    inputTokens: options.inputTokens ?? null,
    outputTokens: options.outputTokens ?? null,
    cachedTokens: options.cachedTokens ?? null,
    cacheWriteTokens: options.cacheWriteTokens ?? null,
    reasoningTokens: options.reasoningTokens ?? null,
    audioInputTokens: options.audioInputTokens ?? null,
    audioOutputTokens: options.audioOutputTokens ?? null,
    imageInputTokens: options.imageInputTokens ?? null,
    imageOutputTokens: options.imageOutputTokens ?? null,
    searches: options.searches ?? null,
    pages: options.pages ?? null,
    requests: options.requests ?? null,
    per: options.per ?? null,
    days: options.days ?? null,
  };
}
