import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const apiVersion = defineCheck({
  id: 'api-version',
  title: 'api-version',
  needs: ['api-version-or-route'],
  run: ({ signals }) =>
    judge(
      signals,
      {
        fail: [
          'version-malformed',
          'version-on-v1',
          'version-for-other-route',
          'version-too-old',
          'request-no-version',
          'api-version-refused',
          'api-version-forbidden',
          'api-version-too-old',
          'api-version-missing',
        ],
        warn: [
          'version-unknown',
          'version-absent',
          'version-retired',
          'predicts-missing-version',
          'predicts-bad-version',
        ],
      },
      'The api-version fits the route',
    ),
});
