import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const contentFilter = defineCheck({
  id: 'content-filter',
  title: 'Content filter',
  needs: ['message'],
  run: ({ signals }) =>
    judge(signals, { warn: ['content-filtered'] }, 'No answer speaks of the content filter'),
});
