import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const headerCount = defineCheck({
  id: 'header-count',
  title: 'Number of custom headers',
  needs: ['headers'],
  run: ({ signals }) =>
    judge(
      signals,
      { fail: ['headers-over-limit', 'headers-too-large'], warn: ['headers-near-limit'] },
      'No more than ten custom headers are sent',
    ),
});
