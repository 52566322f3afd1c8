import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const operation = defineCheck({
  id: 'operation',
  title: 'Operation served by the model',
  needs: ['message'],
  run: ({ signals }) =>
    judge(
      signals,
      { fail: ['operation-unsupported', 'api-family-wrong'], warn: ['responses-only-model'] },
      'No answer says that the model lacks the operation',
    ),
});
