import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const envPrecedence = defineCheck({
  id: 'env-precedence',
  title: 'Which variable is read',
  needs: ['environment'],
  run: ({ signals }) =>
    judge(
      signals,
      { warn: ['both-bases-set', 'both-keys-set', 'variable-unusual', 'unset-variable'] },
      'No two variables say different things',
    ),
});
