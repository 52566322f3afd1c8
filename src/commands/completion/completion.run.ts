import { install, uninstall } from '../../completion/install/change.js';
import { INSTALL_PLANS } from '../../completion/install/plan.js';
import { SCRIPT_FILES, SHELLS, type ShellName, shellOf } from '../../completion/shells.js';
import { AimiError } from '../../errors.js';
import { type CompletionInstall, installView } from '../../render/completion/install-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';

export interface CompletionScript {
  readonly shell: ShellName;
  readonly script: string;
}

export const completionPresentation: Presentation<CompletionScript> = { table: ({ script }) => script };
export const installPresentation: Presentation<CompletionInstall> = { table: installView };

/** The shell that was named, else that of $SHELL, which is said; `input-needed` when neither is there. */
export function chooseShell(session: Pick<Session, 'ctx' | 'say'>, name: ShellName | null): ShellName {
  if (name !== null) return name;
  const { env, platform } = session.ctx;
  const program = env.SHELL ?? '';
  const found = program === '' && platform === 'win32' ? 'powershell' : shellOf(program);
  if (found === null) {
    throw new AimiError('input-needed', {
      message: program === '' ? 'Which shell? $SHELL is not set' : `Which shell? $SHELL is ${program}`,
      hint: `aimi completion SHELL: ${SHELLS.join(', ')}`,
    });
  }
  session.say(program === '' ? `For ${found}: this is Windows.` : `For ${found}: $SHELL is ${program}.`);
  return found;
}

/** A script is for a shell to read: no format but one that is asked for on the line changes it. */
export function asScript(session: Session): Session {
  if (session.settings.origins.output.kind === 'flag' || session.query !== null) return session;
  return { ...session, settings: { ...session.settings, output: 'table' } };
}

export async function runCompletion(
  session: Pick<Session, 'ctx'>,
  shell: ShellName,
): Promise<Outcome<CompletionScript>> {
  return { data: { shell, script: await readScript(session, shell) } };
}

export async function runInstall(
  session: Pick<Session, 'ctx'>,
  shell: ShellName,
): Promise<Outcome<CompletionInstall>> {
  const plan = await INSTALL_PLANS[shell](session.ctx);
  const changes = await install(session.ctx.files, plan, await readScript(session, shell));
  return { data: { shell, action: 'install', changes, load: plan.load } };
}

export async function runUninstall(
  session: Pick<Session, 'ctx'>,
  shell: ShellName,
): Promise<Outcome<CompletionInstall>> {
  const changes = await uninstall(session.ctx.files, await INSTALL_PLANS[shell](session.ctx));
  return { data: { shell, action: 'uninstall', changes, load: null } };
}

async function readScript({ ctx }: Pick<Session, 'ctx'>, shell: ShellName): Promise<string> {
  const path = `${ctx.completionsDirectory}/${SCRIPT_FILES[shell]}`;
  const text = await ctx.files.readText(path);
  if (text !== null) return text;
  throw new AimiError('file-unreadable', {
    message: `A file of aimi itself cannot be read: ${path}`,
    hint: 'Install aimi again',
    details: { path },
  });
}
