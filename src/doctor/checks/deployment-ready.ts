import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const deploymentReady = defineCheck({
  id: 'deployment-ready',
  title: 'Deployment ready',
  needs: ['deployment-list'],
  run: ({ signals }) =>
    judge(
      signals,
      { fail: ['deployment-unready'], warn: ['deployment-not-ready'] },
      'No deployment in use is unfinished',
    ),
});
