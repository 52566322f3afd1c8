import { deploymentBody } from './deployment-body.js';
import { type Answer, activeScenario, type Exchange } from './exchange.js';
import { operationHeaders, startOperation } from './operations.js';
import { spendScenario } from './scenarios.js';
import {
  fold,
  type SandboxAccount,
  type SandboxDeployment,
  type SandboxOperation,
  type SandboxState,
  type ScenarioId,
} from './state.js';

export type WriteForm = 'create' | 'replace' | 'patch' | 'delete';

/** Partner models are not deployed at once: minutes in Azure, seconds here. */
const PARTNER_SECONDS = 2;

interface Course {
  readonly seconds: number;
  readonly endState: string;
  readonly error: SandboxOperation['error'];
  /** False: no operation header, the client has to look at the deployment itself. */
  readonly hasHeader: boolean;
  readonly scenario: ScenarioId | null;
}

/**
 * Answers a write whose rules are all kept: at once (recorded for OpenAI models: 201 or 200, Succeeded, no
 * operation), or as an operation that ends later.
 */
export function answerWrite(
  exchange: Exchange,
  account: SandboxAccount,
  deployment: SandboxDeployment,
  form: WriteForm,
): Answer {
  const course = courseOf(exchange.state, deployment, form);
  if (course === null) return answerAtOnce(exchange, account, deployment, form);

  const spent = course.scenario === null ? exchange.state : spendScenario(exchange.state, course.scenario);
  const running = { ...deployment, provisioningState: RUNNING_STATE[form] };
  const started = startOperation({ ...exchange, state: withDeployment(spent, running) }, account, {
    seconds: course.seconds,
    isDelete: form === 'delete',
    error: course.error,
    effect:
      form === 'delete' && course.error === null
        ? { kind: 'delete-deployment', account: deployment.account, deployment: deployment.name }
        : {
            kind: 'deployment',
            account: deployment.account,
            deployment: deployment.name,
            provisioningState: course.endState,
          },
  });
  return {
    state: started.state,
    reply: {
      status: form === 'create' ? 201 : form === 'replace' ? 200 : 202,
      headers: {
        ...(form === 'delete' ? {} : { etag: deployment.etag }),
        ...(course.hasHeader ? operationHeaders(exchange, started.operation) : {}),
      },
      body: form === 'delete' ? null : deploymentBody(account, running),
    },
  };
}

const RUNNING_STATE: Readonly<Record<WriteForm, string>> = {
  create: 'Creating',
  replace: 'Accepted',
  patch: 'Accepted',
  delete: 'Deleting',
};

function answerAtOnce(
  exchange: Exchange,
  account: SandboxAccount,
  deployment: SandboxDeployment,
  form: WriteForm,
): Answer {
  if (form === 'delete') {
    return { state: withoutDeployment(exchange.state, deployment), reply: { status: 200, body: null } };
  }
  return {
    state: withDeployment(exchange.state, deployment),
    reply: {
      status: form === 'create' ? 201 : 200,
      headers: { etag: deployment.etag },
      body: deploymentBody(account, deployment),
    },
  };
}

function courseOf(state: SandboxState, deployment: SandboxDeployment, form: WriteForm): Course | null {
  const failing = activeScenario(state, 'failing-lro');
  if (failing !== undefined) {
    return {
      seconds: failing.seconds,
      endState: form === 'delete' ? deployment.provisioningState : 'Failed',
      error: failureOf(deployment.model.format),
      hasHeader: true,
      scenario: 'failing-lro',
    };
  }
  const stuck = form === 'create' || form === 'replace' ? activeScenario(state, 'stuck-disabled') : undefined;
  if (stuck !== undefined) {
    return {
      seconds: stuck.seconds,
      endState: 'Disabled',
      error: null,
      hasHeader: false,
      scenario: 'stuck-disabled',
    };
  }
  const slow = activeScenario(state, 'slow');
  if (slow !== undefined) {
    return { seconds: slow.seconds, endState: 'Succeeded', error: null, hasHeader: true, scenario: 'slow' };
  }
  const isPartnerCreate = form === 'create' && deployment.model.format !== 'OpenAI';
  return isPartnerCreate
    ? { seconds: PARTNER_SECONDS, endState: 'Succeeded', error: null, hasHeader: true, scenario: null }
    : null;
}

/** Anthropic's code is reported in public issues; the others get ARM's general one. */
function failureOf(format: string): { readonly code: string; readonly message: string } {
  const code = format === 'Anthropic' ? 'AnthropicOrganizationCreationException' : 'InternalServerError';
  return { code, message: 'Internal Server Error.' };
}

function isSame(a: SandboxDeployment, b: SandboxDeployment): boolean {
  return a.account === b.account && fold(a.name) === fold(b.name);
}

function withDeployment(state: SandboxState, deployment: SandboxDeployment): SandboxState {
  const isKnown = state.deployments.some((one) => isSame(one, deployment));
  return {
    ...state,
    deployments: isKnown
      ? state.deployments.map((one) => (isSame(one, deployment) ? deployment : one))
      : [...state.deployments, deployment],
  };
}

function withoutDeployment(state: SandboxState, deployment: SandboxDeployment): SandboxState {
  return { ...state, deployments: state.deployments.filter((one) => !isSame(one, deployment)) };
}
