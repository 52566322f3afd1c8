import type { Session } from '../session.js';

/** Says what is being waited for while `work` runs; `work` must ask nothing. */
export async function withProgress<T>(
  session: Pick<Session, 'startProgress'>,
  text: string,
  work: () => Promise<T>,
): Promise<T> {
  const progress = await session.startProgress(text);
  try {
    return await work();
  } finally {
    progress.stop();
  }
}
