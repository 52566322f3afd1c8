import { pathRules } from '../../config/directories.js';
import type { InstallPlace } from './place.js';

/**
 * Files by which bash-completion gets loaded, and what an active line of them says. Debian and Arch name
 * `bash_completion`; /etc/bashrc of Fedora runs all of profile.d. Read on Debian 12, Fedora 40 and Arch, 2026.
 */
const SYSTEM_FILES = [
  { path: '/etc/bash.bashrc', says: 'bash_completion' },
  { path: '/etc/bashrc', says: 'profile.d' },
] as const;
const OWN_FILES = ['.bashrc', '.bash_profile'] as const;

/** Whether an interactive bash has bash-completion 2, which looks in the user's folder by itself. */
export async function isBashCompletionLoaded({
  files,
  homeDirectory,
  platform,
}: InstallPlace): Promise<boolean> {
  const paths = pathRules(platform);
  const rows = [
    ...OWN_FILES.map((name) => ({ path: paths.join(homeDirectory, name), says: 'bash_completion' })),
    ...SYSTEM_FILES,
  ];
  const isSaid = await Promise.all(
    rows.map(async ({ path, says }) =>
      activeLines(await read(files, path)).some((line) => line.includes(says)),
    ),
  );
  if (!isSaid.includes(true)) return false;
  const folders = [
    '/usr/share/bash-completion',
    '/usr/local/share/bash-completion',
    '/opt/homebrew/share/bash-completion',
    '/home/linuxbrew/.linuxbrew/share/bash-completion',
    '/run/current-system/sw/share/bash-completion',
  ];
  const lists = await Promise.all(folders.map((folder) => files.list(folder)));
  return lists.some((list) => list?.some(({ name }) => name === 'bash_completion') ?? false);
}

async function read(files: InstallPlace['files'], path: string): Promise<string> {
  return (await files.readText(path).catch(() => null)) ?? '';
}

function activeLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => !/^\s*#/.test(line));
}
