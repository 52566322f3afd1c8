import { API_VERSION_RULES } from './api-version-rules.js';
import { AUTH_RULES } from './auth-rules.js';
import { DEPLOYMENT_RULES } from './deployment-rules.js';
import { ENDPOINT_RULES } from './endpoint-rules.js';
import { PREDICTION_RULES } from './prediction-rules.js';
import { REQUEST_RULES } from './request-rules.js';
import type { Rule } from './rule.js';
import { SDK_RULES } from './sdk-rules.js';

/** Every rule. Where two causes come out equal, the earlier one is named first. */
export const RULES: readonly Rule[] = [
  ...REQUEST_RULES,
  ...AUTH_RULES,
  ...ENDPOINT_RULES,
  ...API_VERSION_RULES,
  ...SDK_RULES,
  ...PREDICTION_RULES,
  ...DEPLOYMENT_RULES,
];
