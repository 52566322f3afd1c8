import type { Cloud } from '../config/settings.js';

export interface CloudFacts {
  readonly armEndpoint: string;
  readonly authority: string;
  /** Token scope of the management plane. */
  readonly scope: string;
  /** Host suffixes of accounts; the china ones other than cognitiveservices are not documented by Microsoft. */
  readonly dataPlaneSuffixes: readonly string[];
}

/**
 * Sources: authorities from AzureAuthorityHosts of @azure/identity 4.13.1; management endpoints from the
 * cloud definitions of Azure CLI (`az cloud list`); suffixes from
 * learn.microsoft.com/azure/foundry/concepts/foundry-azure-government and the Azure CLI; read 2026-11.
 */
export const CLOUD_FACTS: Readonly<Record<Cloud, CloudFacts>> = {
  public: {
    armEndpoint: 'https://management.azure.com',
    authority: 'https://login.microsoftonline.com',
    scope: 'https://management.azure.com/.default',
    dataPlaneSuffixes: ['services.ai.azure.com', 'openai.azure.com', 'cognitiveservices.azure.com'],
  },
  usgov: {
    armEndpoint: 'https://management.usgovcloudapi.net',
    authority: 'https://login.microsoftonline.us',
    scope: 'https://management.usgovcloudapi.net/.default',
    dataPlaneSuffixes: ['services.ai.azure.us', 'openai.azure.us', 'cognitiveservices.azure.us'],
  },
  china: {
    armEndpoint: 'https://management.chinacloudapi.cn',
    authority: 'https://login.chinacloudapi.cn',
    scope: 'https://management.chinacloudapi.cn/.default',
    dataPlaneSuffixes: ['services.ai.azure.cn', 'openai.azure.cn', 'cognitiveservices.azure.cn'],
  },
};
