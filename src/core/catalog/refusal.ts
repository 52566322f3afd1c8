import { AimiError } from '../../errors.js';
import type { ModelAnswer, NotPayAsYouGo } from './find.js';

/**
 * The error for a name that cannot be had: `model-not-pay-as-you-go`, `model-retired` or `model-not-found`
 * (all exit 3). `where` completes "No model 'x' in ...".
 */
export function modelRefusal(
  name: string,
  answer: Exclude<ModelAnswer, { kind: 'found' }>,
  where: string,
): AimiError {
  if (answer.kind === 'unknown') return unknownModel(name, answer.nearest, where);
  return answer.reason === 'retired' ? retiredModel(answer) : notPayAsYouGo(answer);
}

export function unknownModel(name: string, nearest: readonly string[], where: string): AimiError {
  return new AimiError('model-not-found', {
    message: `No model '${name}' in ${where}`,
    hint:
      nearest.length === 0
        ? 'aimi models list shows what there is'
        : `Did you mean ${nearest.join(' or ')}? (aimi models show ${nearest[0]})`,
    details: { model: name, nearest },
  });
}

function retiredModel({ name, versions, alternative }: NotPayAsYouGo): AimiError {
  const dated = versions.map(({ version, retires }) =>
    retires === null ? version : `${version} on ${retires}`,
  );
  return new AimiError('model-retired', {
    message: `${name} is retired: no version is open to new deployments (${dated.join(', ')})`,
    hint:
      alternative === null
        ? `aimi models show ${name} --version ${versions[0]?.version ?? 'VERSION'} shows what it was`
        : `Its replacement: aimi models show ${alternative}`,
    details: {
      model: name,
      reason: 'retired',
      versions: versions.map(({ version, retires }) => ({ version, retires })),
      replacement: alternative,
    },
  });
}

function notPayAsYouGo(answer: NotPayAsYouGo): AimiError {
  const { name, reason, billing, needs, alternative } = answer;
  return new AimiError('model-not-pay-as-you-go', {
    message:
      reason === 'unsettled'
        ? `${name} is in the Azure AI catalog, but no source shows that it is pay-as-you-go (a partner preview; its documentation speaks of provisioned throughput)`
        : `${name} is in the Azure AI catalog but not pay-as-you-go: ${sentenceFor(answer)}`,
    hint:
      alternative === null
        ? 'aimi models list shows the pay-as-you-go models'
        : `A pay-as-you-go model near it: aimi models show ${alternative}`,
    details: { model: name, reason, billing, needs, alternative },
  });
}

function sentenceFor({ reason, billing, needs, versions }: NotPayAsYouGo): string {
  const cost = `(billed: ${billing ?? 'not known'}; needs ${needs ?? 'not known'})`;
  const [first] = versions;
  switch (reason) {
    case 'managed-compute':
      return `it runs on managed compute only ${cost}`;
    case 'serverless-retired':
      return `its serverless offer is retired, so it runs on managed compute only ${cost}`;
    case 'service':
      return `it is a service, not a model to deploy (${billing ?? 'billed by the service'})`;
    case 'fine-tuned-only':
      return 'its token-billed SKUs take fine-tuned weights only, the base model cannot be deployed with them';
    case 'serverless-hub-only':
      return `it is sold per token only through a serverless endpoint of a hub project, not on an Azure AI resource${first?.retires ? ` (its date: ${first.retires})` : ''}`;
    case 'unsettled':
    case 'no-token-sku':
    case 'retired':
      return `it has no SKU that is billed per token for interactive use${first === undefined || first.skus.length === 0 ? '' : ` (it has ${[...new Set(first.skus.map((sku) => sku.name))].join(', ')})`}`;
  }
}
