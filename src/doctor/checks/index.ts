import { apiVersion } from './api-version.js';
import { authHeader } from './auth-header.js';
import type { Check } from './check.js';
import { contentFilter } from './content-filter.js';
import { customSubdomain } from './custom-subdomain.js';
import { deploymentName } from './deployment-name.js';
import { deploymentReady } from './deployment-ready.js';
import { dns } from './dns.js';
import { endpointPath } from './endpoint-path.js';
import { endpointStyle } from './endpoint-style.js';
import { envPrecedence } from './env-precedence.js';
import { errorMessage } from './error-message.js';
import { headerCount } from './header-count.js';
import { headerSize } from './header-size.js';
import { keyForm } from './key-form.js';
import { localAuth } from './local-auth.js';
import { modelRetirement } from './model-retirement.js';
import { network } from './network.js';
import { operation } from './operation.js';
import { outage } from './outage.js';
import { providerSdk } from './provider-sdk.js';
import { rateLimit } from './rate-limit.js';
import { sdkClass } from './sdk-class.js';
import { sdkVersion } from './sdk-version.js';
import { tokenAudience } from './token-audience.js';
import { tokenTenant } from './token-tenant.js';

/** In the order in which they run and are told: what is read off the configuration first, the message last. */
export const CHECKS: readonly Check[] = [
  endpointStyle,
  endpointPath,
  apiVersion,
  sdkVersion,
  sdkClass,
  providerSdk,
  deploymentName,
  deploymentReady,
  operation,
  modelRetirement,
  keyForm,
  authHeader,
  tokenAudience,
  tokenTenant,
  localAuth,
  customSubdomain,
  headerCount,
  headerSize,
  envPrecedence,
  dns,
  network,
  rateLimit,
  contentFilter,
  outage,
  errorMessage,
];
