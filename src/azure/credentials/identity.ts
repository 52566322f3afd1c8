import type { TokenCredential } from '@azure/core-auth';
import {
  ClientCertificateCredential,
  ClientSecretCredential,
  DeviceCodeCredential,
  InteractiveBrowserCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';
import { stripControls } from '../../core/text.js';
import type { CredentialSpec } from './spec.js';

export type IdentityMethod = 'env' | 'workload-identity' | 'managed-identity' | 'browser' | 'device-code';

/** Credentials that speak to Entra ID themselves. Loading this file loads MSAL; the CLI ones do not need it. */
export function createIdentityCredential(method: IdentityMethod, spec: CredentialSpec): TokenCredential {
  const { env } = spec;
  const tenantId = spec.tenantId ?? env.AZURE_TENANT_ID ?? '';
  const clientId = env.AZURE_CLIENT_ID ?? '';
  const options = {
    authorityHost: spec.authority,
    disableInstanceDiscovery: !spec.isKnownAuthority,
    retryOptions: { maxRetries: 1, retryDelayInMs: 300 },
    ...(spec.trustedCertificates === undefined ? {} : { tlsOptions: { ca: spec.trustedCertificates } }),
  };
  const tenant = tenantId === '' ? {} : { tenantId };
  switch (method) {
    case 'env':
      if (env.AZURE_CLIENT_SECRET)
        return new ClientSecretCredential(tenantId, clientId, env.AZURE_CLIENT_SECRET, options);
      return new ClientCertificateCredential(
        tenantId,
        clientId,
        {
          certificatePath: env.AZURE_CLIENT_CERTIFICATE_PATH ?? '',
          ...(env.AZURE_CLIENT_CERTIFICATE_PASSWORD
            ? { certificatePassword: env.AZURE_CLIENT_CERTIFICATE_PASSWORD }
            : {}),
        },
        { ...options, sendCertificateChain: isTrue(env.AZURE_CLIENT_SEND_CERTIFICATE_CHAIN) },
      );
    case 'workload-identity':
      return new WorkloadIdentityCredential({
        ...options,
        tenantId,
        clientId,
        tokenFilePath: env.AZURE_FEDERATED_TOKEN_FILE ?? '',
      });
    case 'managed-identity':
      return new ManagedIdentityCredential({
        retryOptions: { maxRetries: 1, retryDelayInMs: 300 },
        ...(clientId === '' ? {} : { clientId }),
      });
    case 'browser':
      return new InteractiveBrowserCredential({ ...options, ...tenant });
    case 'device-code':
      return new DeviceCodeCredential({
        ...options,
        ...tenant,
        userPromptCallback: (info) => spec.say(stripControls(info.message)),
      });
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value?.toLowerCase() === 'true';
}
