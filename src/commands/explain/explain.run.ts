import { nearestNames } from '../../core/catalog/nearest.js';
import { CAUSES } from '../../core/causes/causes.js';
import { CAUSE_CODES } from '../../core/causes/codes.js';
import { explainArmText } from '../../core/explain/control-plane-code.js';
import { explainCause, explained, explainTerm } from '../../core/explain/explain-term.js';
import type { Explanation } from '../../core/explain/explanation.js';
import { SERVICE_CODES } from '../../core/explain/service-codes.js';
import { redact } from '../../core/redact.js';
import { stripControls } from '../../core/text.js';
import { AimiError } from '../../errors.js';
import { explainView } from '../../render/explain/explain-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';

export interface ExplainInput {
  /** A cause code, a service's code, a status, a message; `-` reads standard input. */
  readonly text: string;
}

export const explainPresentation: Presentation<Explanation> = { table: explainView };

const STDIN_LIMIT_BYTES = 1024 * 1024;
/** How much of a message is shown again. */
const ASKED_LENGTH = 200;

/** Throws `invalid-value` when nothing is known of the text. Sends nothing. */
export async function runExplain(
  session: Pick<Session, 'ctx'>,
  input: ExplainInput,
): Promise<Outcome<Explanation>> {
  const given = input.text === '-' ? await session.ctx.stdin.readAll(STDIN_LIMIT_BYTES) : input.text;
  const text = given.trim();
  if (text === '') {
    throw new AimiError('invalid-value', {
      message: 'There is nothing to explain',
      hint: 'aimi explain DeploymentNotFound, or pipe a message into aimi explain -',
    });
  }
  const answer = explainTerm(text) ?? explainArmText(text) ?? (await explainMessage(text));
  if (answer !== null) return { data: answer };
  throw unknown(text);
}

/** A pasted message goes the way of `aimi doctor`: the same signals, rules and causes. */
async function explainMessage(text: string): Promise<Explanation | null> {
  if (/^[A-Za-z_.-]{1,80}$/.test(text)) return null;
  // The doctor's own file: its rules are not bundled twice.
  const { diagnoseText } = await import('../doctor/doctor.run.js');
  const { causes } = diagnoseText(text);
  const [first] = causes;
  if (first === undefined) return null;
  const explanation = explainCause(shown(text), first.code);
  return {
    ...explanation,
    kind: 'message',
    title: `${first.title} (${first.code})`,
    fix: [...new Set([first.fix.text, ...explanation.fix])],
    causes: causes.slice(0, 5).map((cause) => {
      return explained(cause.code, cause.evidence[0]?.text ?? CAUSES[cause.code].meaning);
    }),
  };
}

function shown(text: string): string {
  return redact(stripControls(text)).slice(0, ASKED_LENGTH);
}

function unknown(text: string): AimiError {
  const known = [...CAUSE_CODES, ...SERVICE_CODES.map(({ code }) => code)];
  const near = text.length > 80 ? [] : nearestNames(text, known);
  return new AimiError('invalid-value', {
    message: `Nothing is known of '${shown(text)}'`,
    hint:
      near.length === 0
        ? 'Give a cause code, an error code, an HTTP status or the whole message; aimi doctor looks at the project too'
        : `Did you mean ${near.join(', ')}?`,
    details: { nearest: near },
  });
}
