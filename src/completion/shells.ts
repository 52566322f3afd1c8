export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type ShellName = (typeof SHELLS)[number];

/** The files in completions/. zsh finds its own by the name of the function. */
export const SCRIPT_FILES: Readonly<Record<ShellName, string>> = {
  bash: 'aimi.bash',
  zsh: '_aimi',
  fish: 'aimi.fish',
  powershell: 'aimi.ps1',
};

/** The shell that a program path names: `/usr/bin/zsh`, `pwsh.exe`; null for others. */
export function shellOf(program: string): ShellName | null {
  const name = (program.split(/[\\/]/).at(-1) ?? '').toLowerCase().replace(/\.exe$/, '');
  if (name === 'pwsh') return 'powershell';
  return SHELLS.find((shell) => shell === name) ?? null;
}
