import { type Ecosystem, KNOWN } from './known-packages.js';

const VERSION = String.raw`v?(\d{1,5}(?:\.\d{1,6}){1,3}(?:[-.]?(?:alpha|beta|preview|post|dev|rc|a|b)[-.]?\d{0,8}(?:\.\d{1,8})?)?)`;

/** User agents that SDKs send (SDK matrix, section 5, measured 2026) and the packages behind them. */
export const AGENTS: readonly (readonly [RegExp, Ecosystem, string])[] = [
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

const BEFORE = String.raw`(?<![\w@/.-])`;
/** Pins, ranges and lists. */
export const MENTIONS: readonly Mention[] = [
  // openai==1.2.3, openai>=1.0,<2
  {
    pattern: new RegExp(
      String.raw`${BEFORE}(${alternatives('pypi')})(?:\[[\w,-]{1,60}\])?[ ]?((?:==|~=|>=|<=|<|>)[ ]?\d[\w.,<>=!~ *-]{0,60})`,
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
    pattern: new RegExp(String.raw`Include="(${alternatives('nuget')})"\s{1,8}Version="${ANY_VERSION}"`, 'g'),
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
