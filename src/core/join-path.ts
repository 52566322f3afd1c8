/**
 * A path below an absolute directory, with the separator that the directory itself uses: core has no platform,
 * and a Windows path that turns from `\` to `/` half-way is confusing to read and useless to some programs.
 */
export function joinPath(directory: string, ...parts: readonly string[]): string {
  const separator = /^(?:[A-Za-z]:[\\/]|\\\\)/.test(directory) ? '\\' : '/';
  const base = separator === '\\' ? directory.replace(/[\\/]+$/, '') : directory.replace(/\/+$/, '');
  return [base, ...parts].join(separator);
}
