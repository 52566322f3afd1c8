import { CAUSES, fillTemplate } from '../../../core/causes/causes.js';
import type { CauseCode } from '../../../core/causes/codes.js';
import type { Fix } from '../../diagnosis.js';
import type { Picture } from '../picture.js';
import { deploymentFix } from './deployment-fix.js';
import { endpointFix } from './endpoint-fix.js';
import { packageFix } from './package-fix.js';
import { valuesOf } from './values.js';
import { versionFix } from './version-fix.js';

/** The change to make for a cause: with the line to change where it is known, else the table's advice with the values. */
export function fixFor(code: CauseCode, picture: Picture, asOf: string): Fix {
  return concreteFix(code, picture, asOf) ?? generalFix(code, picture);
}

function concreteFix(code: CauseCode, picture: Picture, asOf: string): Fix | null {
  switch (code) {
    case 'endpoint.wrong-style':
    case 'endpoint.missing-models-path':
    case 'endpoint.extra-path':
    case 'endpoint.placeholder-or-malformed':
    case 'endpoint.project-endpoint':
    case 'sdk.wrong-endpoint-for-sdk':
      return endpointFix(picture);
    case 'endpoint.missing-api-version':
    case 'endpoint.bad-api-version':
      return versionFix(picture);
    case 'deployment.name-mismatch':
    case 'deployment.model-name-instead':
    case 'deployment.not-found':
      return deploymentFix(picture);
    case 'sdk.too-old':
      return packageFix(picture, asOf);
    default:
      return null;
  }
}

const COMMAND = /^az (?:role|cognitiveservices|login|resource) /;

function generalFix(code: CauseCode, picture: Picture): Fix {
  const values = valuesOf(picture);
  const steps = CAUSES[code].fix.map((step) => fillTemplate(step, values));
  const command = steps.find((step) => COMMAND.test(step));
  const text = steps.find((step) => step !== command) ?? CAUSES[code].title;
  return command === undefined ? { text } : { text, command };
}
