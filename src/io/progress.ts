import type { Clock, Environment, Progress, ProgressFactory, TextOutput } from '../context.js';
import { stripControls } from '../core/text.js';
import { isContinuousIntegration } from './terminal.js';

export interface ProgressSource {
  readonly output: TextOutput;
  readonly openStream: () => NodeJS.WriteStream;
  readonly env: Environment;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly hasColor?: () => boolean;
  /** Its abort ends the line, because a running spinner keeps the process alive. */
  readonly interrupt?: () => AbortSignal;
}

const SILENT: Progress = { update() {}, stop() {} };
const ASCII_SPINNER = { interval: 130, frames: ['-', '\\', '|', '/'] };

/**
 * A line that says what is being waited for and for how long; for a screen reader plain lines. Silent unless the stream is a terminal that
 * knows its width: ora divides by the width, and with 0 columns it never returns.
 */
export function createProgressFactory(source: ProgressSource): ProgressFactory {
  const { output, env, clock } = source;
  return async (text, isForScreenReader = false) => {
    if (!output.isTerminal || isContinuousIntegration(env)) return SILENT;
    if (isForScreenReader) return spokenProgress(output, clock, text);
    if (output.columns === null || env.TERM === 'dumb') return SILENT;
    const signal = source.interrupt?.();
    if (signal?.aborted === true) return SILENT;
    const { createSpinner } = await import('./ora.js');
    const startedMs = clock.monotonicMs();
    const spinner = createSpinner({
      text: stripControls(text),
      suffixText: () => formatElapsed(clock.monotonicMs() - startedMs),
      stream: source.openStream(),
      // With true ora puts the keyboard into raw mode, and Ctrl-C no longer becomes a signal.
      discardStdin: false,
      isEnabled: true,
      color: (source.hasColor?.() ?? output.hasColor) ? 'cyan' : false,
      ...(output.hasUnicode ? {} : { spinner: ASCII_SPINNER }),
    }).start();
    const stop = (): void => {
      signal?.removeEventListener('abort', stop);
      spinner.stop();
    };
    signal?.addEventListener('abort', stop);
    return {
      update(next) {
        spinner.text = stripControls(next);
      },
      stop,
    };
  };
}

/** A line for each text that is new, and no more than one in this time: a reader must keep up. */
const SPOKEN_EVERY_MS = 5000;

function spokenProgress(output: TextOutput, clock: ProgressSource['clock'], text: string): Progress {
  let said = '';
  let saidMs = Number.NEGATIVE_INFINITY;
  const say = (next: string): void => {
    const line = stripControls(next);
    if (line === said || clock.monotonicMs() - saidMs < SPOKEN_EVERY_MS) return;
    said = line;
    saidMs = clock.monotonicMs();
    output.write(`${line}...\n`);
  };
  say(text);
  return { update: say, stop() {} };
}

/** Nothing in the first second, then `3 s` and `2 min 5 s`. */
export function formatElapsed(elapsedMs: number): string {
  const seconds = Math.floor(elapsedMs / 1000);
  if (seconds < 1) return '';
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
