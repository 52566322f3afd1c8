import type { ArmErrorContext } from './fault.js';

/**
 * A value as one word of a command that a person may paste. Names can come from a server's message, so
 * everything outside plain name characters is quoted.
 */
export function word(value: string): string {
  return /^[A-Za-z0-9_/.:@][A-Za-z0-9_/.:@-]*$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

/** ` -a contoso-ai`, or nothing when the account is not known. */
export function accountFlag(context: ArmErrorContext): string {
  return context.account === undefined ? '' : ` -a ${word(context.account)}`;
}

/** ` -l eastus2`; the account when only that is known. */
export function placeFlag(context: ArmErrorContext, region?: string): string {
  const location = region ?? context.location;
  return location === undefined ? accountFlag(context) : ` -l ${word(location)}`;
}

/** The command that shows a model's versions, SKUs and dates where the work was going on. */
export function showModel(context: ArmErrorContext, name?: string, region?: string): string {
  const model = name ?? context.model;
  if (model === undefined) return `aimi models list${placeFlag(context, region)}`;
  return `aimi models show ${word(model)}${placeFlag(context, region)}`;
}
