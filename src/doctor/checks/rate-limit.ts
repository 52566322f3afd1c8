import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const rateLimit = defineCheck({
  id: 'rate-limit',
  title: 'Rate limits',
  needs: ['message'],
  run: ({ signals }) => judge(signals, { warn: ['rate-limited'] }, 'No answer speaks of a rate limit'),
});
