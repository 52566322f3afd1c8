import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const dns = defineCheck({
  id: 'dns',
  title: 'Host name resolves',
  needs: ['message'],
  run: ({ signals }) =>
    judge(
      signals,
      { fail: ['dns-failed'], warn: ['url-in-url'] },
      'No failure to resolve a name was reported',
    ),
});
