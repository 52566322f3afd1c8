import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const localAuth = defineCheck({
  id: 'local-auth',
  title: 'Keys allowed on the account',
  needs: ['credential'],
  run: ({ signals }) =>
    judge(
      signals,
      { fail: ['keys-disabled'], warn: ['account-keys-off'] },
      'Nothing says that keys are switched off',
    ),
});
