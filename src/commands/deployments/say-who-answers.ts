import type { Session } from '../../session.js';

/** The sandbox's hosts are made up, and somebody else may own a host of that name: no key should go there. */
export function sayWhoAnswers(session: Session): void {
  if (!session.settings.sandbox) return;
  session.say(
    'The call shows the form only: the host is made up, so send it no key. aimi sandbox start serves one.',
  );
}
