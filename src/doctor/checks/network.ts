import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const network = defineCheck({
  id: 'network',
  title: 'Network rules',
  needs: ['message'],
  run: ({ signals }) =>
    judge(
      signals,
      {
        fail: ['network-refused', 'vnet-regional-host'],
        warn: ['account-network-closed', 'tls-failed', 'proxy-failed', 'connection-failed'],
      },
      'No answer speaks of network rules, a proxy or TLS',
    ),
});
