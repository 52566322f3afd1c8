import type { Topic } from '../../core/topics/topic.js';
import type { Theme } from '../theme.js';
import { renderTextTable } from './text-table.js';

export interface TopicRow extends Pick<Topic, 'topic' | 'about' | 'summary' | 'questions'> {
  /** What prints it. */
  readonly command: string;
}

const GROUPS = [
  ['aimi', 'How aimi works'],
  ['azure', 'How Azure works'],
] as const;
const DEFAULT_WIDTH = 80;

/** The list of topics, in two groups. */
export function topicsView(rows: readonly TopicRow[], theme: Theme): string {
  const width = Math.min(100, theme.width ?? DEFAULT_WIDTH);
  const groups = GROUPS.map(([about, title]) => {
    const own = rows.filter((row) => row.about === about);
    const cells = own.map(({ topic, summary, command }) => [
      topic,
      command === `aimi help ${topic}` ? summary : `${summary} (${command})`,
    ]);
    const table = renderTextTable(['', ''], cells, width - 2, theme);
    return `${theme.style.bold(title)}\n${table.replace(/^(?=.)/gm, '  ')}`;
  });
  return `${groups.join('\n')}\naimi help TOPIC prints one, aimi help COMMAND the help of a command.\n`;
}
