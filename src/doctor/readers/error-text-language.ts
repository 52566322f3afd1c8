import type { Language } from '../facts.js';

const MARKS: readonly (readonly [Language, RegExp])[] = [
  [
    'python',
    /Traceback \(most recent call last\)|File "[^"\n]{1,300}\.py", line \d|\bsite-packages\b|\bpydantic\b|\bhttpx\.|\bopenai\.(?:error\.|\w{1,40}Error\b)|\baiohttp\.|azure\.core\.exceptions\b|OpenAI\/Python|azsdk-python/,
  ],
  [
    'js',
    /node_modules\/|\bat [^\n]{1,200}\.[cm]?[jt]sx?:\d{1,6}:\d|\bnode:internal\b|OpenAI\/JS|azsdk-js|\bAxiosError\b|TypeError: fetch failed|\bRestError\b|UnhandledPromiseRejection/,
  ],
  [
    'dotnet',
    /\bAzure\.RequestFailedException\b|\bSystem\.[A-Z]\w{1,40}(?:\.\w{1,60}){0,5}Exception\b|^\s{1,8}at [A-Z][\w.]{3,120}\.\w{1,80}\([A-Z]\w{0,40}[\w\s<>,.[\]?]{0,400}\)|azsdk-net|Microsoft\.SemanticKernel/m,
  ],
  [
    'java',
    /Exception in thread "|\bcom\.azure\.|\bcom\.openai\.|\bjava\.(?:lang|net|io)\.|\.java:\d|azsdk-java|az\.sdk\.message|org\.springframework/,
  ],
  ['go', /\bpanic: |goroutine \d|\.go:\d{1,6}\b|\bdial tcp\b|azsdk-go|OpenAI\/Go/],
  ['curl', /(?:^|\n)\s{0,4}(?:\$ )?curl |\bcurl: \(\d{1,3}\)/],
];

/** The language whose runtime printed a text; null when nothing tells. */
export function languageOf(text: string): Language | null {
  return MARKS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
