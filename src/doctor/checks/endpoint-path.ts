import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const endpointPath = defineCheck({
  id: 'endpoint-path',
  title: 'Path of the base URL',
  needs: ['endpoint'],
  run: ({ signals }) =>
    judge(
      signals,
      {
        fail: [
          'request-doubled',
          'path-doubled',
          'path-segment-twice',
          'base-doubled',
          'predicts-extra-path',
          'request-outside-openai',
          'predicts-missing-models-path',
        ],
        warn: [
          'base-operation',
          'base-query',
          'path-double-slash',
          'request-bare-operation',
          'base-openai-folder',
        ],
      },
      'No path in sight holds a piece twice or lacks one',
    ),
});
