import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const providerSdk = defineCheck({
  id: 'provider-sdk',
  title: "Model maker's own SDK",
  needs: ['anything'],
  run: ({ signals }) =>
    judge(
      signals,
      { warn: ['maker-package', 'maker-sdk', 'request-maker', 'base-maker'] },
      "No model maker's own SDK is in use",
    ),
});
