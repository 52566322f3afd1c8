import type { Language } from '../../../facts.js';

const EXTENSIONS: Readonly<Record<string, Language>> = {
  py: 'python',
  pyi: 'python',
  ipynb: 'python',
  js: 'js',
  mjs: 'js',
  cjs: 'js',
  jsx: 'js',
  ts: 'js',
  mts: 'js',
  cts: 'js',
  tsx: 'js',
  vue: 'js',
  svelte: 'js',
  cs: 'dotnet',
  fs: 'dotnet',
  vb: 'dotnet',
  java: 'java',
  kt: 'java',
  go: 'go',
  sh: 'curl',
  bash: 'curl',
  http: 'curl',
};

export function languageOfFile(path: string): Language | null {
  const extension = /\.([a-z]{1,6})$/i.exec(path)?.[1]?.toLowerCase();
  return extension === undefined ? null : (EXTENSIONS[extension] ?? null);
}

const SIGNS: readonly (readonly [language: Language, sign: RegExp])[] = [
  ['curl', /^\s{0,20}(?:\$ )?curl\s/m],
  ['go', /^package \w|:=\s{0,4}(?:azopenai|openai|os)\.|\bfunc \w+\(/m],
  ['dotnet', /^using [A-Z][\w.]{0,100};|\bvar \w+ = new\b|\bnamespace [A-Z]|\.Add(?:Azure)?OpenAI/m],
  ['java', /^import (?:static )?(?:com|java|dev|org)\.|\bpublic (?:class|static)\b|\bSystem\.getenv/m],
  [
    'js',
    /\b(?:const|let|var) [\w{]|\brequire\(|\bimport .{1,200} from ["']|\bprocess\.env\b|=>|\bnew \w{1,60}\(\{/m,
  ],
  [
    'python',
    /^(?:from [\w.]+ import|import \w|def |async def )|\bos\.(?:environ|getenv)|^\w+ = \w+\(\w+=|\bNone\b|\b\w{1,60}\(\w{1,60}=/m,
  ],
];

/** A guess by what only that language writes; null when nothing tells. */
export function guessLanguage(text: string): Language | null {
  const start = text.slice(0, 16 * 1024);
  return SIGNS.find(([, sign]) => sign.test(start))?.[0] ?? null;
}
