import { defineCheck, type Look } from './check.js';
import { judge } from './judge.js';

export const deploymentName = defineCheck({
  id: 'deployment-name',
  title: 'Name of the deployment',
  needs: ['deployment'],
  run: (look) => {
    const finding = judge(
      look.signals,
      {
        fail: [
          'deployment-close',
          'deployment-other-for-model',
          'deployment-related',
          'deployment-unlisted',
          'deployment-not-found',
          'unknown-model',
          'no-model-named',
          'deployment-is-path',
        ],
        warn: [
          'deployment-case',
          'deployment-requested-other',
          'deployment-is-resource',
          'deployment-dotted',
          'deployment-absent',
        ],
      },
      'The resource has a deployment of this very name',
    );
    return finding.status === 'pass' && !look.signals.has('deployment-listed') ? unlisted(look) : finding;
  },
});

/** Nobody listed the deployments, so a name can only be told. */
function unlisted({ picture }: Look) {
  const names = picture.deployments.map(({ value }) => `"${value}"`).slice(0, 4);
  const text = `Calls name ${names.join(', ')}; the deployments of the resource are not known`;
  return { status: 'info' as const, text, where: picture.deployments[0]?.where.label ?? null };
}
