import { AUTH_CAUSES } from './auth.js';
import type { CauseInfo } from './cause-info.js';
import type { CauseCode } from './codes.js';
import { DEPLOYMENT_CAUSES } from './deployment.js';
import { ENDPOINT_CAUSES } from './endpoint.js';
import { OTHER_CAUSES } from './other.js';
import { SDK_CAUSES } from './sdk.js';

export const CAUSES: Readonly<Record<CauseCode, CauseInfo>> = {
  ...ENDPOINT_CAUSES,
  ...SDK_CAUSES,
  ...DEPLOYMENT_CAUSES,
  ...AUTH_CAUSES,
  ...OTHER_CAUSES,
};

/** `docs/causes.md#endpoint-wrong-style`. */
export function causeDocs(code: CauseCode): string {
  return `docs/causes.md#${causeAnchor(code)}`;
}

/** The `id` of the cause in docs/causes.md. */
export function causeAnchor(code: CauseCode): string {
  return code.replaceAll('.', '-');
}

/** Puts values into `{name}`; one that is not known becomes `NAME` (`{apiVersion}`: `API_VERSION`). */
export function fillTemplate(
  text: string,
  values: Readonly<Record<string, string | undefined>> = {},
): string {
  return text.replace(/\{([a-zA-Z]{1,30})\}/g, (_whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value ?? name.replace(/([A-Z])/g, '_$1').toUpperCase();
  });
}
