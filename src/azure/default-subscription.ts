import type { Environment, Files } from '../context.js';
import { joinPath } from '../core/join-path.js';
import { isObject, textAt } from './wire-value.js';

export interface AzDefaultSubscription {
  readonly id: string;
  readonly name: string | null;
  readonly tenantId: string | null;
}

/**
 * The subscription that `az account set` chose, from `azureProfile.json` of AZURE_CONFIG_DIR or ~/.azure.
 * The file begins with a byte order mark (azure-cli writes utf-8-sig). Null when there is none, or when
 * the file cannot be understood: az is a convenience here, not a source of errors.
 */
export async function readAzDefaultSubscription(
  files: Files,
  env: Environment,
  homeDirectory: string,
): Promise<AzDefaultSubscription | null> {
  const rows = await readAzSubscriptions(files, env, homeDirectory);
  const row = rows.find((each) => each.isDefault === true);
  const id = row === undefined ? null : textAt(row, 'id');
  if (row === undefined || id === null) return null;
  return { id, name: textAt(row, 'name'), tenantId: textAt(row, 'tenantId') };
}

/** Whether az knows of a sign-in at all; it keeps a row per subscription (or tenant) that it may use. */
export async function hasAzSignIn(files: Files, env: Environment, homeDirectory: string): Promise<boolean> {
  return (await readAzSubscriptions(files, env, homeDirectory)).length > 0;
}

async function readAzSubscriptions(files: Files, env: Environment, homeDirectory: string) {
  const directory = env.AZURE_CONFIG_DIR || joinPath(homeDirectory, '.azure');
  const text = await files.readText(joinPath(directory, 'azureProfile.json')).catch(() => null);
  if (text === null) return [];
  try {
    const profile: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const rows = isObject(profile) ? profile.subscriptions : undefined;
    return Array.isArray(rows) ? rows.filter(isObject) : [];
  } catch {
    return [];
  }
}
