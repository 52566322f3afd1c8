import type { Branch } from '../branch.js';

/** The commands of `aimi`, in the order of its help: the three jobs and what they need, then the rest. */
export const COMMANDS: readonly Branch[] = [
  {
    name: 'models',
    summary: 'list and show pay-as-you-go models',
    load: async () => (await import('./models/index.js')).fillModels,
  },
  {
    name: 'deploy',
    summary: 'deploy a model',
    load: async () => (await import('./deployments/create.js')).fillDeploy,
  },
  {
    name: 'deployments',
    summary: 'list, show, change and delete deployments',
    load: async () => (await import('./deployments/index.js')).fillDeployments,
  },
  {
    name: 'accounts',
    summary: 'list and show accounts (Azure AI Services resources)',
    load: async () => (await import('./accounts/index.js')).fillAccounts,
  },
  {
    name: 'cost',
    summary: 'what tokens cost: estimates, prices, a gate for CI',
    load: async () => (await import('./cost/index.js')).fillCost,
  },
  {
    name: 'doctor',
    summary: 'find the cause of a failing call',
    load: async () => (await import('./doctor/index.js')).fillDoctor,
  },
  {
    name: 'explain',
    summary: 'explain an error code, a status or a message',
    load: async () => (await import('./explain/index.js')).fillExplain,
  },
  {
    name: 'snippet',
    summary: 'print code that calls a deployment',
    load: async () => (await import('./snippet/index.js')).fillSnippet,
  },
  {
    name: 'login',
    summary: 'sign in to Azure',
    load: async () => (await import('./login/index.js')).fillLogin,
  },
  {
    name: 'whoami',
    summary: 'who is signed in, how, and its rights',
    load: async () => (await import('./whoami/index.js')).fillWhoami,
  },
  {
    name: 'use',
    summary: 'choose subscription and account once',
    load: async () => (await import('./use/index.js')).fillUse,
  },
  {
    name: 'config',
    summary: 'show and change settings and profiles',
    load: async () => (await import('./config/index.js')).fillConfig,
  },
  {
    name: 'sandbox',
    summary: 'the embedded stand-in for Azure: serve, inspect, switch faults on',
    load: async () => (await import('./sandbox/index.js')).fillSandbox,
  },
  {
    name: 'version',
    summary: 'versions and surroundings, for bug reports',
    load: async () => (await import('./version/index.js')).fillVersion,
  },
  {
    name: 'completion',
    summary: 'completion for bash, zsh, fish and PowerShell',
    load: async () => (await import('./completion/index.js')).fillCompletion,
  },
  {
    name: 'help',
    summary: 'print help for a command, or explain a topic',
    load: async () => (await import('./help/index.js')).fillHelp,
  },
];
