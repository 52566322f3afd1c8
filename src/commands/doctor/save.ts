import type { Facts } from '../../doctor/facts.js';
import { writeBundle } from '../../doctor/readers/bundle.js';
import type { Session } from '../../session.js';
import { resolveFrom } from './read-file.js';

/** Writes the facts so that somebody else can look at them; readable by their owner alone. */
export async function saveBundle(session: Session, path: string, facts: Facts): Promise<void> {
  const { ctx } = session;
  const text = writeBundle(facts, `aimi ${ctx.version}`);
  await ctx.files.writeTextAtomically(resolveFrom(ctx.cwd, path), text, 0o600);
  session.success(`Saved what was found, without secrets, to ${path}`);
}
