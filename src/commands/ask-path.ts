/**
 * One question of a path. Gets all answers so far (its own earlier one too, after going back), and whether a
 * question came before it. Null: the person left it by Escape.
 */
export type Step<S> = (
  state: S,
  hasBefore: boolean,
) => Promise<{ readonly state: S; readonly isAsked: boolean } | null>;

/**
 * Walks through questions. Escape goes to the one before, past those that did not have to be asked; at the first
 * it leaves the path: null. What was answered stays, so that a step can offer it again.
 */
export async function walk<S>(steps: readonly Step<S>[], start: S): Promise<S | null> {
  const asked: number[] = [];
  let state = start;
  let index = 0;
  for (;;) {
    const step = steps[index];
    if (step === undefined) return state;
    const answer = await step(state, asked.length > 0);
    if (answer === null) {
      const before = asked.pop();
      if (before === undefined) return null;
      index = before;
      continue;
    }
    if (answer.isAsked) asked.push(index);
    state = answer.state;
    index += 1;
  }
}

/** The word for Escape. */
export function wayOut(hasBefore: boolean): string {
  return hasBefore ? 'back' : 'leave';
}
