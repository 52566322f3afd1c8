import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const tokenTenant = defineCheck({
  id: 'token-tenant',
  title: 'Tenant and role of the token',
  needs: ['message'],
  run: ({ signals }) =>
    judge(
      signals,
      { fail: ['tenant-mismatch', 'role-missing'], warn: ['permission-denied', 'credential-unavailable'] },
      'No answer speaks of another tenant or a missing role',
    ),
});
