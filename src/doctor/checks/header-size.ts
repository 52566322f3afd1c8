import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const headerSize = defineCheck({
  id: 'header-size',
  title: 'Size of the largest header',
  needs: ['headers'],
  run: ({ signals }) =>
    judge(
      signals,
      { fail: ['header-over-size'], info: ['response-headers-overflow'] },
      'No header in sight is longer than the gateway takes',
    ),
});
