import type { Environment, Files } from '../../context.js';
import { hasAzSignIn } from '../default-subscription.js';
import { isOnPath } from './is-on-path.js';
import type { MachineFacts } from './likely-methods.js';

/**
 * The chassis asset tag of every Azure virtual machine.
 * Source: cloud-init DataSourceAzure.py (`AZURE_CHASSIS_ASSET_TAG`), read 2026-11.
 */
const AZURE_TAG = '7783-7084-3265-9085-8269-3286-77';
const TAG_FILE = '/sys/class/dmi/id/chassis_asset_tag';

/** Looks at files only: nothing is started and no address is probed. */
export async function readMachineFacts(
  env: Environment,
  platform: string,
  files: Files,
): Promise<MachineFacts> {
  // A Git Bash on Windows sets HOME to a path that az, a Python program, does not look at.
  const isWindows = platform === 'win32';
  const home = (isWindows ? env.USERPROFILE || env.HOME : env.HOME) || '';
  const tag = platform === 'linux' ? await files.readText(TAG_FILE).catch(() => null) : null;
  const hasAz = isOnPath('az', env, platform);
  return {
    hasAz,
    hasAzd: isOnPath('azd', env, platform),
    // Windows has its own PowerShell, which the credential tries as well.
    hasPowerShell: isOnPath('pwsh', env, platform) || (isWindows && isOnPath('powershell', env, platform)),
    azSignedIn: hasAz && (await hasAzSignIn(files, env, home)),
    isAzureMachine: tag?.trim() === AZURE_TAG,
  };
}
