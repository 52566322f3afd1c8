import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const sdkClass = defineCheck({
  id: 'sdk-class',
  title: 'Client class',
  needs: ['client'],
  run: ({ signals }) =>
    judge(
      signals,
      {
        fail: ['predicts-wrong-class', 'path-azure-on-v1', 'openai-azure-path'],
        warn: [
          'old-api-style',
          'symbol-missing',
          'argument-unknown',
          'endpoint-parameter',
          'openai-com-refused',
          'request-openai-com',
        ],
      },
      'The client class fits what is known of the endpoint',
    ),
});
