import { repairFor } from '../../core/endpoints/repair.js';
import { kindOf } from '../engine/client-kind.js';
import { defineCheck, type Finding, type Look } from './check.js';
import { judge } from './judge.js';

export const endpointStyle = defineCheck({
  id: 'endpoint-style',
  title: 'Style of the endpoint',
  needs: ['endpoint'],
  run: (look) =>
    misfit(look) ??
    judge(
      look.signals,
      {
        fail: [
          'url-in-url',
          'predicts-wrong-style',
          'predicts-project-endpoint',
          'predicts-serverless',
          'request-azure-on-serverless',
          'base-github',
        ],
        warn: ['base-malformed', 'base-openai-com', 'request-openai-com', 'base-maker', 'base-managed'],
      },
      styleText(look),
    ),
});

/** A client whose base URL has to be another one. */
function misfit({ picture }: Look): Finding | null {
  for (const client of picture.clients) {
    const repaired = client.base === null ? null : repairFor(client.base.reading, kindOf(client, picture));
    if (client.base === null || repaired === null) continue;
    const text = `${client.fact.className} gets ${client.base.reading.text}: ${repaired.fault}; it needs ${repaired.baseUrl}`;
    return { status: 'fail', text, where: client.where.label };
  }
  return null;
}

function styleText({ picture }: Look): string {
  const reading = (picture.bases[0] ?? picture.requests[0])?.reading;
  return reading === undefined
    ? 'The endpoint fits'
    : `${reading.text} is an endpoint of style ${reading.style}`;
}
