import type { CauseCode } from '../../core/causes/codes.js';
import type { Cause, CheckOutcome } from '../diagnosis.js';

/** From here on a cause is an answer and not a guess. */
const ANSWER_FROM = 0.5;

/** The check that a cause fails; a cause that no check looks for is absent. */
const CHECK_OF: Readonly<Partial<Record<CauseCode, string>>> = {
  'endpoint.wrong-style': 'endpoint-style',
  'endpoint.missing-models-path': 'endpoint-style',
  'endpoint.project-endpoint': 'endpoint-style',
  'endpoint.serverless-vs-services': 'endpoint-style',
  'sdk.wrong-endpoint-for-sdk': 'endpoint-style',
  'endpoint.extra-path': 'endpoint-path',
  'endpoint.placeholder-or-malformed': 'endpoint-path',
  'endpoint.region-host': 'custom-subdomain',
  'auth.custom-subdomain-required': 'custom-subdomain',
  'endpoint.unreachable-dns': 'dns',
  'endpoint.missing-api-version': 'api-version',
  'endpoint.bad-api-version': 'api-version',
  'sdk.too-old': 'sdk-version',
  'sdk.wrong-class': 'sdk-class',
  'sdk.unsupported-provider-sdk': 'provider-sdk',
  'sdk.env-var-override': 'env-precedence',
  'deployment.not-found': 'deployment-name',
  'deployment.name-mismatch': 'deployment-name',
  'deployment.model-name-instead': 'deployment-name',
  'deployment.wrong-resource': 'deployment-name',
  'deployment.missing': 'deployment-name',
  'deployment.not-ready': 'deployment-ready',
  'deployment.operation-unsupported': 'operation',
  'auth.key-invalid': 'key-form',
  'auth.key-wrong-resource': 'key-form',
  'auth.wrong-header': 'auth-header',
  'auth.wrong-audience': 'token-audience',
  'auth.token-expired': 'token-audience',
  'auth.wrong-tenant': 'token-tenant',
  'auth.missing-role': 'token-tenant',
  'auth.local-auth-disabled': 'local-auth',
  'network.firewall': 'network',
  'network.proxy-tls': 'network',
  'headers.too-many': 'header-count',
};

/**
 * A check looks at one thing and a cause follows from several, so a check can have passed what the answer
 * then blames. The list must not contradict the verdict: that check fails, with the cause as its sentence.
 */
export function markCheck(checks: readonly CheckOutcome[], first: Cause): readonly CheckOutcome[] {
  const id = first.confidence < ANSWER_FROM ? undefined : CHECK_OF[first.code];
  return checks.map((check) =>
    check.id !== id || check.status === 'fail' || check.status === 'warn'
      ? check
      : {
          ...check,
          status: 'fail',
          text: `${first.title}: ${first.evidence[0]?.text ?? first.code}`,
          where: first.evidence[0]?.where ?? null,
        },
  );
}
