import { defineCheck } from './check.js';
import { judge } from './judge.js';

export const errorMessage = defineCheck({
  id: 'error-message',
  title: 'What the error says',
  needs: ['message'],
  run: ({ signals, picture }) => {
    const finding = judge(
      signals,
      {
        info: [
          'deployment-not-found',
          'key-refused',
          'token-refused',
          'openai-com-refused',
          'resource-not-found',
          'unknown-model',
          'parameter-refused',
          'limit-exceeded',
          'context-length',
          'message-order',
          'caller-stream',
          'status-success',
          'not-found',
          'unauthorized',
          'forbidden',
          'bad-request',
        ],
      },
      '',
    );
    if (finding.status === 'info') return finding;
    const response = picture.facts.responses.find(({ value }) => value.status !== null);
    return response === undefined
      ? { status: 'info', text: 'The message is none that is known here' }
      : { status: 'info', text: `The answer was ${response.value.status}`, where: response.where.label };
  },
});
