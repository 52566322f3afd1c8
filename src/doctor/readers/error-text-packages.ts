import type { Found, PackageFact } from '../facts.js';
import type { Places } from './error-text-places.js';

type Ecosystem = PackageFact['ecosystem'];

/** Packages whose version matters, by the name that logs and manifests write (SDK matrix, section 1). */
const KNOWN: Readonly<Record<Exclude<Ecosystem, 'other'>, readonly string[]>> = {
  pypi: [
    'azure-ai-inference',
    'openai',
    'azure-ai-projects',
    'azure-identity',
    'anthropic',
    'langchain-azure-ai',
    'langchain-openai',
    'langchain',
    'llama-index-llms-azure-inference',
    'llama-index-embeddings-azure-inference',
    'llama-index-llms-azure-openai',
    'llama-index',
    'semantic-kernel',
    'litellm',
    'cohere',
    'mistralai',
    'ai21',
    'httpx',
    'pydantic',
  ],
  npm: [
    '@azure-rest/ai-inference',
    '@azure/ai-inference',
    '@azure/openai',
    '@azure/ai-projects',
    '@azure/identity',
    '@ai-sdk/azure',
    '@anthropic-ai/foundry-sdk',
    '@anthropic-ai/sdk',
    '@langchain/openai',
    '@langchain/azure-openai',
    '@mistralai/mistralai-azure',
    'cohere-ai',
    'ai21',
    'openai',
  ],
  nuget: [
    'Azure.AI.Inference',
    'Azure.AI.OpenAI',
    'OpenAI',
    'Azure.AI.Projects',
    'Microsoft.SemanticKernel',
    'Microsoft.SemanticKernel.Connectors.AzureAIInference',
    'Microsoft.Extensions.AI.AzureAIInference',
    'Azure.Identity',
  ],
  maven: [
    'com.azure:azure-ai-inference',
    'com.azure:azure-ai-openai',
    'com.azure:azure-ai-projects',
    'com.openai:openai-java',
  ],
  go: ['github.com/openai/openai-go', 'github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai'],
};

const VERSION = String.raw`v?(\d{1,5}(?:\.\d{1,6}){1,3}(?:[-.]?(?:alpha|beta|preview|post|dev|rc|a|b)[-.]?\d{0,8}(?:\.\d{1,8})?)?)`;

/** User agents that SDKs send (SDK matrix, section 5, measured 2026) and the packages behind them. */
const AGENTS: readonly (readonly [RegExp, Ecosystem, string])[] = [
  [agent('azsdk-python-ai-inference'), 'pypi', 'azure-ai-inference'],
  [agent('azsdk-python-ai-projects'), 'pypi', 'azure-ai-projects'],
  [agent('azsdk-js-(?:ai-inference-rest|AiModelInference-rest)'), 'npm', '@azure-rest/ai-inference'],
  [agent('azsdk-js-openai-rest'), 'npm', '@azure/openai'],
  [agent('azsdk-js-ai-projects'), 'npm', '@azure/ai-projects'],
  [agent('azsdk-net-AI\\.Inference'), 'nuget', 'Azure.AI.Inference'],
  [agent('azsdk-net-AI\\.OpenAI'), 'nuget', 'Azure.AI.OpenAI'],
  [agent('azsdk-net-AI\\.Projects'), 'nuget', 'Azure.AI.Projects'],
  [agent('azsdk-java-azure-ai-inference'), 'maven', 'com.azure:azure-ai-inference'],
  [agent('azsdk-java-azure-ai-openai'), 'maven', 'com.azure:azure-ai-openai'],
  [agent('azsdk-go-azopenai'), 'go', 'github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai'],
  [new RegExp(String.raw`\b(?:Async)?(?:Azure)?OpenAI\/Python ${VERSION}`), 'pypi', 'openai'],
  [new RegExp(String.raw`\b(?:Azure)?OpenAI\/JS ${VERSION}`), 'npm', 'openai'],
  [new RegExp(String.raw`\bOpenAI\/v\d{1,2} PythonBindings\/${VERSION}`), 'pypi', 'openai'],
  [new RegExp(String.raw`\b(?:Async)?Anthropic(?:Foundry)?\/Python ${VERSION}`), 'pypi', 'anthropic'],
  [new RegExp(String.raw`\bAnthropicFoundry\/JS ${VERSION}`), 'npm', '@anthropic-ai/foundry-sdk'],
  [new RegExp(String.raw`\bai-sdk\/azure\/${VERSION}`), 'npm', '@ai-sdk/azure'],
  [agent('langchainjs-azure-openai'), 'npm', '@langchain/openai'],
  [new RegExp(String.raw`\bOpenAI\/Go ${VERSION}`), 'go', 'github.com/openai/openai-go'],
  [new RegExp(String.raw`\b(?:Azure)?OpenAI\w{0,20}\/Java ${VERSION}`), 'maven', 'com.openai:openai-java'],
  [agent('litellm'), 'pypi', 'litellm'],
];

function agent(name: string): RegExp {
  return new RegExp(String.raw`\b${name}\/${VERSION}`, 'i');
}

/** Packages and versions that a user agent, or a line that holds one, names. */
export function packagesOfUserAgent(text: string): readonly PackageFact[] {
  return AGENTS.flatMap(([pattern, ecosystem, name]) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ ecosystem, name, version: match[1] ?? null, range: null }];
  });
}

const ESCAPED = (name: string) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const alternatives = (ecosystem: keyof typeof KNOWN) =>
  [...KNOWN[ecosystem]]
    .sort((a, b) => b.length - a.length)
    .map(ESCAPED)
    .join('|');
const ANY_VERSION = String.raw`([\^~]?v?\d[\w.+-]{0,40})`;

interface Mention {
  readonly pattern: RegExp;
  readonly ecosystem: Ecosystem;
}

/** Made when first needed: a project without an error text never compiles them. */
function mentions(): readonly Mention[] {
  const before = String.raw`(?<![\w@/.-])`;
  return [
    // openai==1.2.3, openai>=1.0,<2
    {
      pattern: new RegExp(
        String.raw`${before}(${alternatives('pypi')})(?:\[[\w,-]{1,60}\])?[ ]?((?:==|~=|>=|<=|<|>)[ ]?\d[\w.,<>=!~ *-]{0,60})`,
        'gi',
      ),
      ecosystem: 'pypi',
    },
    // a table of `pip list`, `Name: openai` and `Version: 1.2.3` of `pip show`
    {
      pattern: new RegExp(
        String.raw`^[ \t]{0,8}(${alternatives('pypi')})[ \t]{1,60}${VERSION}[ \t]{0,8}$`,
        'gim',
      ),
      ecosystem: 'pypi',
    },
    {
      pattern: new RegExp(String.raw`^Name: (${alternatives('pypi')})\n(?:Version: )${VERSION}`, 'gim'),
      ecosystem: 'pypi',
    },
    // "openai": "^4.20.0"
    {
      pattern: new RegExp(
        String.raw`["'](${alternatives('npm')})["']\s{0,3}:\s{0,3}["']${ANY_VERSION}["']`,
        'g',
      ),
      ecosystem: 'npm',
    },
    // openai@4.20.0, also in paths of pnpm
    {
      pattern: new RegExp(String.raw`(?<![\w@.-])(${alternatives('npm')})@(?:npm:)?${ANY_VERSION}`, 'g'),
      ecosystem: 'npm',
    },
    {
      pattern: new RegExp(
        String.raw`Include="(${alternatives('nuget')})"\s{1,8}Version="${ANY_VERSION}"`,
        'g',
      ),
      ecosystem: 'nuget',
    },
    {
      pattern: new RegExp(
        String.raw`(?<![\w.])(${alternatives('nuget').replace('|OpenAI|', '|')})[ ,:@]{1,3}(?:Version[ =:]{1,2})?${VERSION}`,
        'g',
      ),
      ecosystem: 'nuget',
    },
    {
      pattern: new RegExp(String.raw`\b(${alternatives('maven')}):(?:jar:)?${VERSION}`, 'g'),
      ecosystem: 'maven',
    },
    {
      pattern: new RegExp(String.raw`\b(${alternatives('go')})(?:\/v\d{1,2})?[@ ]${VERSION}`, 'g'),
      ecosystem: 'go',
    },
  ];
}

/** Versions that a text prints: user agents, pins, ranges, `pip list`, `openai@4`. */
export function readPackages(places: Places): readonly Found<PackageFact>[] {
  const found: Found<PackageFact>[] = [];
  for (const { pattern, ecosystem } of mentions()) {
    for (const match of places.text.matchAll(pattern)) {
      // `As of openai>=1.0.0, …` is a sentence of the SDK, not a requirement of the project.
      const isSentence = /\b(?:as of|requires?|need|since|upgrade to|install)\s{1,3}$/i.test(
        places.text.slice(Math.max(0, match.index - 24), match.index),
      );
      if (!isSentence)
        found.push(places.found(packageFact(ecosystem, match[1] ?? '', match[2] ?? ''), match.index));
    }
  }
  for (const [pattern, ecosystem, name] of AGENTS) {
    const match = pattern.exec(places.text);
    if (match === null) continue;
    found.push(places.found({ ecosystem, name, version: match[1] ?? null, range: null }, match.index));
  }
  return found;
}

function packageFact(ecosystem: Ecosystem, written: string, text: string): PackageFact {
  const name = ecosystem === 'pypi' ? written.toLowerCase().replace(/[-_.]{1,3}/g, '-') : written;
  const wanted = text.trim().replace(/[,\s]{1,4}$/, '');
  const exact = /^(?:==\s?)?v?(\d[\w.+-]*)$/.exec(wanted)?.[1] ?? null;
  return exact !== null && !exact.includes('*')
    ? { ecosystem, name, version: exact.replace(/\.$/, ''), range: null }
    : { ecosystem, name, version: null, range: wanted };
}

/** The ecosystem of a package by its name; `other` for a name of no SDK that matters. */
export function ecosystemOf(name: string): Ecosystem {
  if (name.startsWith('@')) return 'npm';
  if (name.startsWith('github.com/')) return 'go';
  if (name.includes(':')) return 'maven';
  const normal = name.toLowerCase().replace(/[-_.]{1,5}/g, '-');
  if (KNOWN.nuget.includes(name)) return 'nuget';
  if (KNOWN.pypi.includes(normal)) return 'pypi';
  return KNOWN.npm.includes(name) ? 'npm' : 'other';
}
