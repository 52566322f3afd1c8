import { describeTree } from '../../describe-tree.js';
import { SCRIPT_FILES, SHELLS, type ShellName } from '../shells.js';
import { type CompletionSpec, completionSpec } from '../spec.js';
import { bashScript } from './bash.js';
import { fishScript } from './fish.js';
import { powershellScript } from './powershell.js';
import { zshScript } from './zsh.js';

const WRITERS: Readonly<Record<ShellName, (spec: CompletionSpec) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

/** The files of completions/ as they should be; scripts/build-completions.mjs writes them. */
export async function completionScripts(): Promise<
  readonly { readonly file: string; readonly text: string }[]
> {
  const spec = completionSpec(await describeTree());
  return SHELLS.map((shell) => ({ file: SCRIPT_FILES[shell], text: WRITERS[shell](spec) }));
}
