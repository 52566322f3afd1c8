import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const authHeader = defineCheck({
  id: 'auth-header',
  title: 'Header of the secret',
  needs: ['credential'],
  run: ({ signals }) =>
    judge(
      signals,
      {
        fail: ['subscription-key-missing', 'authorization-missing', 'api-key-header-missing'],
        warn: ['header-wrong-said', 'predicts-wrong-header', 'bearer-key', 'token-as-key'],
      },
      'The secret travels in a header that the route reads',
    ),
});
