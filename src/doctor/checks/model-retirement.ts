import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const modelRetirement = defineCheck({
  id: 'model-retirement',
  title: 'Model still served',
  needs: ['anything'],
  run: ({ signals }) =>
    judge(
      signals,
      {
        fail: ['model-retired'],
        warn: ['chat-refused-for-chat-model', 'region-unavailable', 'model-retired-known'],
      },
      'Nothing says that the model is retired',
    ),
});
