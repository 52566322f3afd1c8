import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const sdkVersion = defineCheck({
  id: 'sdk-version',
  title: 'SDK version',
  needs: ['package'],
  run: ({ signals }) =>
    judge(
      signals,
      { fail: ['sdk-below-minimum'], warn: ['sdk-retired', 'legacy-openai'] },
      'No SDK in sight is below the version that works',
    ),
});
