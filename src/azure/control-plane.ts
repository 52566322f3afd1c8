import type { ArmErrorContext } from '../core/arm-errors/fault.js';
import type { AccountRef, ControlPlane, Operation } from '../core/control-plane.js';
import { carryOver } from './carry-over.js';
import type { ArmClient, RawRequest, RawResponse } from './client.js';
import { createBillingPlane } from './cost-management.js';
import { mapAccount, mapSubscriptionPage } from './map/accounts.js';
import { mapDeployment } from './map/deployments.js';
import { mapModelPage } from './map/models.js';
import { mapPermissionPage } from './map/permissions.js';
import { mapModelCapacity, mapUsage } from './map/quota.js';
import { createOperation } from './operation.js';
import { readPages } from './pages.js';
import {
  ARM_API_VERSION,
  accountPath,
  deploymentPath,
  PERMISSIONS_API_VERSION,
  permissionsPath,
  regionModelsPath,
  SUBSCRIPTIONS_API_VERSION,
} from './paths.js';
import { refusalOf, translateFailure } from './translate.js';

export interface ControlPlaneParts {
  readonly arm: ArmClient;
  readonly interrupt: AbortSignal;
  now(): Date;
}

/**
 * The SDK's typed reads where their mappers are cheap; raw requests through the same pipeline for long
 * lists (the mappers cost 100 ms on 400 models), for subscriptions (another provider) and for writes (the
 * SDK drops `properties.modelProviderData` and knows no `Disabled`).
 */
export function createControlPlane({ arm, interrupt, now }: ControlPlaneParts): ControlPlane {
  async function run<T>(
    context: ArmErrorContext,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const either = signal === undefined ? interrupt : AbortSignal.any([interrupt, signal]);
    try {
      either.throwIfAborted();
      return await work(either);
    } catch (error) {
      throw translateFailure(error, context, either);
    }
  }

  const url = (path: string, version: string): string => `${arm.endpoint.url}${path}?api-version=${version}`;

  async function write(
    ref: AccountRef,
    name: string,
    request: Pick<RawRequest, 'method' | 'body'>,
    context: ArmErrorContext,
    signal: AbortSignal | undefined,
  ): Promise<Operation> {
    const resourceUrl = url(deploymentPath(ref, name), ARM_API_VERSION);
    const accepted = await run(context, signal, async (either) => {
      const response = await arm.send({ ...request, url: resourceUrl, signal: either });
      // the DELETE whose answer was lost has done its work
      if (request.method === 'DELETE' && response.status === 404 && response.lostAnswer)
        return gone(response);
      if (response.status >= 300) throw refusalOf(response, context);
      return response;
    });
    return createOperation({
      kind: request.method === 'DELETE' ? 'delete' : 'write',
      accepted,
      resourceUrl,
      context,
      get: (address, pollSignal) =>
        run(context, pollSignal, (either) => arm.send({ method: 'GET', url: address, signal: either })),
      now,
    });
  }

  return {
    billing: createBillingPlane(arm, run),

    listSubscriptions: (signal) =>
      run({ operation: 'list subscriptions' }, signal, (either) =>
        readPages(
          arm,
          url('/subscriptions', SUBSCRIPTIONS_API_VERSION),
          mapSubscriptionPage,
          { operation: 'list subscriptions' },
          either,
        ),
      ),

    listAccounts: (subscriptionId, resourceGroup, signal) => {
      const where =
        resourceGroup === undefined ? `subscription ${subscriptionId}` : `resource group ${resourceGroup}`;
      return run(
        { operation: `list the accounts of ${where}`, subscriptionId, resourceGroup },
        signal,
        (abortSignal) => {
          const { accounts } = arm.sdk(subscriptionId);
          const rows =
            resourceGroup === undefined
              ? accounts.list({ abortSignal })
              : accounts.listByResourceGroup(resourceGroup, { abortSignal });
          return collect(rows, mapAccount);
        },
      );
    },

    getAccount: (ref, signal) =>
      run({ ...ref, operation: `read account ${ref.account}` }, signal, async (abortSignal) =>
        mapAccount(
          await arm.sdk(ref.subscriptionId).accounts.get(ref.resourceGroup, ref.account, { abortSignal }),
        ),
      ),

    listPermissions: (scope, signal) => {
      const context = { operation: `read what this identity may do on ${scope}` };
      return run(context, signal, (either) =>
        readPages(
          arm,
          url(permissionsPath(scope), PERMISSIONS_API_VERSION),
          mapPermissionPage,
          context,
          either,
        ),
      );
    },

    listRegionModels: (subscriptionId, location, signal) => {
      const context = { operation: `list the models of ${location}`, subscriptionId, location };
      return run(context, signal, (either) =>
        readPages(
          arm,
          url(regionModelsPath(subscriptionId, location), ARM_API_VERSION),
          mapModelPage,
          context,
          either,
        ),
      );
    },

    listAccountModels: (ref, signal) => {
      const context = { ...ref, operation: `list the models of ${ref.account}` };
      return run(context, signal, (either) =>
        readPages(arm, url(`${accountPath(ref)}/models`, ARM_API_VERSION), mapModelPage, context, either),
      );
    },

    listUsages: (subscriptionId, location, signal) =>
      run({ operation: `read the quota of ${location}`, subscriptionId, location }, signal, (abortSignal) =>
        collect(arm.sdk(subscriptionId).usages.list(location, { abortSignal }), mapUsage),
      ),

    listModelCapacities: (subscriptionId, { format, name, version }, signal) =>
      run(
        { operation: `look for free capacity of ${name} ${version}`, subscriptionId, model: name },
        signal,
        async (abortSignal) => {
          const rows = arm
            .sdk(subscriptionId)
            .modelCapacities.list(format, name, version ?? '', { abortSignal });
          return (await collect(rows, mapModelCapacity)).filter((row) => row !== null);
        },
      ),

    listDeployments: (ref, signal) =>
      run({ ...ref, operation: `list the deployments of ${ref.account}` }, signal, (abortSignal) =>
        collect(
          arm.sdk(ref.subscriptionId).deployments.list(ref.resourceGroup, ref.account, { abortSignal }),
          mapDeployment,
        ),
      ),

    getDeployment: (ref, name, signal) =>
      run({ ...ref, operation: `read deployment ${name}`, deployment: name }, signal, async (abortSignal) =>
        mapDeployment(
          await arm
            .sdk(ref.subscriptionId)
            .deployments.get(ref.resourceGroup, ref.account, name, { abortSignal }),
        ),
      ),

    beginPut: (ref, name, body, signal) =>
      write(
        ref,
        name,
        { method: 'PUT', body },
        {
          ...ref,
          operation: `create deployment ${name}`,
          deployment: name,
          model: body.properties.model.name,
        },
        signal,
      ),

    beginReplace: async (ref, name, body, signal) => {
      const context = { ...ref, operation: `change deployment ${name}`, deployment: name };
      // Not the SDK's get: its mapper drops what it does not know.
      const existing = await run(context, signal, async (either) => {
        const address = url(deploymentPath(ref, name), ARM_API_VERSION);
        const response = await arm.send({ method: 'GET', url: address, signal: either });
        if (response.status >= 300) throw refusalOf(response, context);
        return response.body;
      });
      const whole = carryOver(existing, body);
      return write(
        ref,
        name,
        { method: 'PUT', body: whole },
        { ...context, model: body.properties.model.name },
        signal,
      );
    },

    beginPatch: (ref, name, body, signal) =>
      write(
        ref,
        name,
        { method: 'PATCH', body },
        { ...ref, operation: `change deployment ${name}`, deployment: name },
        signal,
      ),

    beginDelete: (ref, name, signal) =>
      write(
        ref,
        name,
        { method: 'DELETE' },
        { ...ref, operation: `delete deployment ${name}`, deployment: name },
        signal,
      ),
  };
}

async function collect<T>(rows: AsyncIterable<unknown>, map: (row: unknown) => T): Promise<readonly T[]> {
  const result: T[] = [];
  for await (const row of rows) result.push(map(row));
  return result;
}

function gone(response: RawResponse): RawResponse {
  return { ...response, status: 204, body: null };
}
