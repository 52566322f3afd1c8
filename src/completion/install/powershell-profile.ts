import { pathRules } from '../../config/directories.js';
import type { InstallPlace } from './place.js';

const PROFILE = 'Microsoft.PowerShell_profile.ps1';

/**
 * What `$PROFILE` is, as about_Profiles has it (learn.microsoft.com, 2026). On Windows the folder of documents
 * may lie elsewhere, such as in OneDrive: PowerShell itself names it in PSModulePath.
 */
export async function findPowershellProfile({
  env,
  files,
  homeDirectory,
  platform,
}: InstallPlace): Promise<string> {
  const paths = pathRules(platform);
  if (platform !== 'win32') {
    const base = env.XDG_CONFIG_HOME;
    const config = base && paths.isAbsolute(base) ? base : paths.join(homeDirectory, '.config');
    return paths.join(config, 'powershell', PROFILE);
  }
  const home = homeDirectory.toLowerCase();
  const named = (env.PSModulePath ?? '')
    .split(';')
    .find(
      (folder) =>
        folder.toLowerCase().startsWith(home) && /\\(?:Windows)?PowerShell\\Modules\\?$/i.test(folder),
    );
  if (named !== undefined) return paths.join(paths.dirname(named), PROFILE);
  const documents = paths.join(homeDirectory, 'Documents');
  const isOldOnly =
    (await files.list(paths.join(documents, 'PowerShell'))) === null &&
    (await files.list(paths.join(documents, 'WindowsPowerShell'))) !== null;
  return paths.join(documents, isOldOnly ? 'WindowsPowerShell' : 'PowerShell', PROFILE);
}
