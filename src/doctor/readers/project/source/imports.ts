import type { Language } from '../../../facts.js';

/** Where the names of a file come from. */
export interface Imports {
  /** Name used in the file → class or module of the package, and the package. */
  readonly names: ReadonlyMap<string, { readonly original: string; readonly packageName: string }>;
  /** Packages in the order of their first mention. */
  readonly packages: readonly string[];
}

/** Longest prefix wins. Python modules, .NET namespaces, Java packages and Go paths by package. */
const MODULES: readonly (readonly [module: string, packageName: string])[] = [
  ['azure.ai.inference', 'azure-ai-inference'],
  ['azure.ai.projects', 'azure-ai-projects'],
  ['langchain_azure_ai', 'langchain-azure-ai'],
  ['langchain_openai', 'langchain-openai'],
  ['langchain_community', 'langchain-community'],
  ['langchain', 'langchain'],
  ['llama_index.llms.azure_inference', 'llama-index-llms-azure-inference'],
  ['llama_index.embeddings.azure_inference', 'llama-index-embeddings-azure-inference'],
  ['llama_index.llms.azure_openai', 'llama-index-llms-azure-openai'],
  ['llama_index.embeddings.azure_openai', 'llama-index-embeddings-azure-openai'],
  ['llama_index.llms.openai', 'llama-index-llms-openai'],
  ['semantic_kernel', 'semantic-kernel'],
  ['litellm', 'litellm'],
  ['dspy', 'dspy'],
  ['cohere', 'cohere'],
  ['mistralai_azure', 'mistralai'],
  ['mistralai', 'mistralai'],
  ['ai21', 'ai21'],
  ['anthropic', 'anthropic'],
  ['openai', 'openai'],
  ['Azure.AI.Inference', 'Azure.AI.Inference'],
  ['Azure.AI.OpenAI', 'Azure.AI.OpenAI'],
  ['Azure.AI.Projects', 'Azure.AI.Projects'],
  [
    'Microsoft.SemanticKernel.Connectors.AzureAIInference',
    'Microsoft.SemanticKernel.Connectors.AzureAIInference',
  ],
  ['Microsoft.SemanticKernel', 'Microsoft.SemanticKernel'],
  ['OpenAI', 'OpenAI'],
  ['com.azure.ai.inference', 'com.azure:azure-ai-inference'],
  ['com.azure.ai.openai', 'com.azure:azure-ai-openai'],
  ['com.azure.ai.projects', 'com.azure:azure-ai-projects'],
  ['com.openai', 'com.openai:openai-java'],
  ['dev.langchain4j', 'dev.langchain4j'],
];
/** Name that stands for the default export, which the importing file may call as it likes. */
const DEFAULT_EXPORTS: Readonly<Record<string, string>> = {
  openai: 'OpenAI',
  '@azure-rest/ai-inference': 'ModelClient',
  '@anthropic-ai/sdk': 'Anthropic',
  '@anthropic-ai/foundry-sdk': 'AnthropicFoundry',
};

const PYTHON_FROM =
  /^[ \t]{0,40}from[ \t]{1,8}([\w.]{1,200})[ \t]{1,8}import[ \t]{0,8}(\([^()]{0,2000}\)|[^\n#]{1,500})/gm;
const PYTHON_IMPORT = /^[ \t]{0,40}import[ \t]{1,8}([\w.]{1,200})(?:[ \t]{1,8}as[ \t]{1,8}(\w{1,100}))?/gm;
const JS_IMPORT = /\bimport([\w$*{},\s]{1,400}?)from\s{0,8}["']([^"'\n]{1,200})["']/g;
const JS_REQUIRE =
  /\b(?:const|let|var)\s{1,8}(\{[^{}]{0,400}\}|[\w$]{1,100})\s{0,8}=\s{0,8}(?:await\s{1,8}import|require)\s{0,4}\(\s{0,4}["']([^"'\n]{1,200})["']/g;
const DOTTED_USING =
  /^[ \t]{0,40}(?:global[ \t]{1,8})?(?:using|import)[ \t]{1,8}(?:static[ \t]{1,8})?([\w.]{1,200})(?:\.\*)?[ \t]{0,8};/gm;
const GO_IMPORT =
  /^[ \t]{0,40}(?:import[ \t]{1,8})?(?:([\w.]{1,60})[ \t]{1,8})?"([\w.-]{1,100}\/[\w./-]{1,200})"/gm;

export function readImports(text: string, language: Language | null): Imports {
  const names = new Map<string, { original: string; packageName: string }>();
  const packages = new Set<string>();
  const add = (local: string, original: string, packageName: string) => {
    packages.add(packageName);
    if (local !== '') names.set(local, { original, packageName });
  };
  if (language === 'js' || language === null || language === 'other') readJs(text, add);
  if (language === 'python' || language === null || language === 'other') readPython(text, add);
  if (language === 'dotnet' || language === 'java' || language === null || language === 'other') {
    for (const [, module = ''] of text.matchAll(DOTTED_USING)) {
      const packageName = packageOfModule(module);
      if (packageName !== null)
        add(module.split('.').at(-1) ?? '', module.split('.').at(-1) ?? '', packageName);
    }
  }
  if (language === 'go' || language === null) {
    for (const [, alias = '', path = ''] of text.matchAll(GO_IMPORT)) {
      if (!/openai/i.test(path)) continue;
      const parts = path.split('/').filter((part) => !/^v\d+$/.test(part));
      add(alias === '' ? (parts.at(-1) ?? '').replace(/-go$|^go-/, '') : alias, parts.at(-1) ?? '', path);
    }
  }
  return { names, packages: [...packages] };
}

type Add = (local: string, original: string, packageName: string) => void;

function readPython(text: string, add: Add): void {
  for (const [, module = '', list = ''] of text.matchAll(PYTHON_FROM)) {
    const packageName = packageOfModule(module);
    if (packageName === null) continue;
    for (const item of list.replace(/[()]/g, '').split(',').slice(0, 100)) {
      const [original = '', alias] = item.trim().split(/\s+as\s+/);
      if (/^\w+$/.test(original)) add((alias ?? original).trim(), original, packageName);
    }
  }
  for (const [, module = '', alias] of text.matchAll(PYTHON_IMPORT)) {
    const packageName = packageOfModule(module);
    if (packageName !== null) add(alias ?? module, module, packageName);
  }
}

function readJs(text: string, add: Add): void {
  for (const [, clause = '', module = ''] of text.matchAll(JS_IMPORT))
    addClause(clause.trim(), packageOfSpecifier(module), add);
  for (const [, clause = '', module = ''] of text.matchAll(JS_REQUIRE))
    addClause(clause.trim(), packageOfSpecifier(module), add);
}

function addClause(clause: string, packageName: string | null, add: Add): void {
  if (packageName === null) return;
  const open = clause.indexOf('{');
  const inside = open === -1 ? '' : clause.slice(open + 1, clause.lastIndexOf('}'));
  for (const item of inside.split(',').slice(0, 100)) {
    const [original = '', alias] = item
      .trim()
      .replace(/^type\s/, '')
      .split(/\s+as\s+|\s*:\s*/);
    if (original !== '') add((alias ?? original).trim(), original.trim(), packageName);
  }
  const outside =
    (open === -1 ? clause : clause.slice(0, open))
      .replace(/^\s*type\s/, '')
      .split(',')[0]
      ?.trim() ?? '';
  const local = outside.replace(/^\*\s+as\s+/, '');
  if (/^[\w$]+$/.test(local)) {
    // With require() the name may be a namespace; then it is used with a dot and means itself.
    add(local, outside.startsWith('*') ? local : (DEFAULT_EXPORTS[packageName] ?? local), packageName);
  }
}

/** `@scope/name/sub` → `@scope/name`; null for files and built-ins. */
function packageOfSpecifier(specifier: string): string | null {
  if (/^[./~#]|^node:/.test(specifier)) return null;
  const parts = specifier.replace(/^npm:/, '').split('/');
  const name = specifier.replace(/^npm:/, '').startsWith('@')
    ? parts.slice(0, 2).join('/')
    : (parts[0] ?? '');
  const at = name.indexOf('@', 1);
  return at === -1 ? name : name.slice(0, at);
}

function packageOfModule(module: string): string | null {
  return MODULES.find(([prefix]) => module === prefix || module.startsWith(`${prefix}.`))?.[1] ?? null;
}
