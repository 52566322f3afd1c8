import type { Fix } from '../../diagnosis.js';
import { isClose } from '../../signals/read-deployments.js';
import type { Picture } from '../picture.js';
import { placeOf } from './place.js';

/** The name to use, or the names that exist; null when nobody listed them. */
export function deploymentFix({ facts, deployments }: Picture): Fix | null {
  const known = facts.knownDeployments ?? [];
  const names = known.map(({ name }) => name);
  const wrong = deployments.find(({ value }) => !names.includes(value));
  if (wrong === undefined || names.length === 0) return null;
  const right =
    names.find((name) => isClose(name, wrong.value)) ??
    known.find(({ model }) => model === wrong.value)?.name;
  if (right === undefined) {
    const list = names.slice(0, 8).join(', ');
    return {
      text: `Use a deployment that exists (${list}), or create ${wrong.value}`,
      command: `aimi deploy MODEL --name ${wrong.value}`,
    };
  }
  return {
    text: `Name the deployment ${right} in place of ${wrong.value}`,
    before: wrong.value,
    after: right,
    ...placeOf(wrong.where),
  };
}
