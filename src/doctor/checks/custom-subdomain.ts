import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const customSubdomain = defineCheck({
  id: 'custom-subdomain',
  title: 'Host name of the resource',
  needs: ['endpoint'],
  run: ({ signals }) =>
    judge(
      signals,
      { fail: ['custom-subdomain'], warn: ['base-regional', 'request-regional', 'account-no-subdomain'] },
      'No shared regional host is in use',
    ),
});
