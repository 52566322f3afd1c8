import { AimiError } from '../../errors.js';

/**
 * What a deployment may be called. The service's own message says letters, digits, underscore, hyphen and 2
 * to 64 characters, yet names with a period (`gpt-4.1`) are in real use, so the period is let through and
 * the service has the last word.
 * Source: InvalidResourceName as reported for Microsoft.CognitiveServices, 2026-11.
 */
const DEPLOYMENT_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$/;

const RULE = '2 to 64 letters, digits, periods, underscores or hyphens, the first a letter or digit';

/** Returns the name; `invalid-name` when the service would refuse it. */
export function checkDeploymentName(name: string): string {
  if (DEPLOYMENT_NAME.test(name)) return name;
  const repaired = repair(name);
  throw new AimiError('invalid-name', {
    message: `'${name}' cannot be a deployment name: it takes ${RULE}.`,
    hint: DEPLOYMENT_NAME.test(repaired) ? `Try --name ${repaired}` : undefined,
    details: { name },
  });
}

/** The name a deployment gets when none is given: the model's, with what the service refuses replaced. */
export function defaultDeploymentName(modelName: string): string {
  return repair(modelName);
}

function repair(name: string): string {
  return name
    .trim()
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 64);
}
