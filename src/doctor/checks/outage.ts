import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const outage = defineCheck({
  id: 'outage',
  title: 'State of the service',
  needs: ['message'],
  run: ({ signals }) =>
    judge(
      signals,
      { warn: ['service-fault', 'outage-words', 'timed-out', 'temporarily-blocked'] },
      'No answer is a fault of the service',
    ),
});
