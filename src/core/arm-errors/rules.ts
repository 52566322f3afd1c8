import type { ArmErrorRule } from './rule.js';
import { ACCESS_RULES } from './rules-access.js';
import { BILLING_RULES } from './rules-billing.js';
import { MODEL_RULES } from './rules-model.js';
import { POLICY_RULES } from './rules-policy.js';
import { QUOTA_RULES } from './rules-quota.js';
import { RESOURCE_RULES } from './rules-resource.js';

/** In order, specific before general; the first that applies explains the error. */
export const ARM_ERROR_RULES: readonly ArmErrorRule[] = [
  ...POLICY_RULES,
  ...MODEL_RULES,
  ...QUOTA_RULES,
  ...BILLING_RULES,
  ...ACCESS_RULES,
  ...RESOURCE_RULES,
];
