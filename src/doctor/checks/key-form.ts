import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const keyForm = defineCheck({
  id: 'key-form',
  title: 'Form of the key',
  needs: ['credential'],
  run: ({ signals }) =>
    judge(
      signals,
      {
        fail: ['key-is-openai'],
        warn: ['key-is-token', 'openai-key-form', 'header-value-illegal', 'credential-not-read'],
      },
      'No secret in sight has a form that does not belong here',
    ),
});
