import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const tokenAudience = defineCheck({
  id: 'token-audience',
  title: 'Audience of the token',
  needs: ['credential'],
  run: ({ signals }) =>
    judge(
      signals,
      {
        fail: ['audience-project', 'audience-words', 'scope-project', 'scope-foreign'],
        warn: ['scope-default-inference', 'ml-scope', 'audience-two', 'token-refused', 'token-expired'],
      },
      'No token in sight is for another audience',
    ),
});
