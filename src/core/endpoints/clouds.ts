import type { Sourced } from '../sdk/types.js';
import type { EndpointReading } from './types.js';

export interface InferenceCloud extends Sourced {
  readonly id: NonNullable<EndpointReading['cloud']>;
  readonly title: string;
  readonly foundryHost: string;
  readonly openaiHost: string;
  readonly cognitiveHost: string;
  readonly loginHosts: readonly string[];
  /** For resource endpoints, best first. */
  readonly scopes: readonly string[];
  /** Parts that no Microsoft page was found for. */
  readonly unverified: readonly ('foundryHost' | 'openaiHost' | 'scopes')[];
}

export const INFERENCE_CLOUDS: readonly InferenceCloud[] = [
  {
    id: 'public',
    title: 'Azure',
    foundryHost: 'services.ai.azure.com',
    openaiHost: 'openai.azure.com',
    cognitiveHost: 'cognitiveservices.azure.com',
    loginHosts: ['login.microsoftonline.com'],
    scopes: ['https://cognitiveservices.azure.com/.default', 'https://ai.azure.com/.default'],
    unverified: [],
    source: 'MicrosoftDocs/azure-ai-docs concepts-endpoints-2.md',
    date: '2026-07',
  },
  {
    id: 'usgov',
    title: 'Azure Government',
    foundryHost: 'services.ai.azure.us',
    openaiHost: 'openai.azure.us',
    cognitiveHost: 'cognitiveservices.azure.us',
    loginHosts: ['login.microsoftonline.us'],
    scopes: ['https://cognitiveservices.azure.us/.default'],
    unverified: [],
    source: 'MicrosoftDocs/azure-ai-docs foundry-azure-government.md; microsoft/semantic-kernel issue 6255',
    date: '2026-11',
  },
  {
    id: 'china',
    title: 'Azure operated by 21Vianet',
    foundryHost: 'services.ai.azure.cn',
    openaiHost: 'openai.azure.cn',
    cognitiveHost: 'cognitiveservices.azure.cn',
    loginHosts: ['login.chinacloudapi.cn', 'login.partner.microsoftonline.cn'],
    scopes: ['https://cognitiveservices.azure.cn/.default'],
    unverified: ['foundryHost', 'openaiHost', 'scopes'],
    source: 'host allow-lists of third parties; no Microsoft page found',
    date: '2026-11',
  },
];
