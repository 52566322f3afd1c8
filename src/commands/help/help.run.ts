import { nearestNames } from '../../core/catalog/nearest.js';
import { stripControls } from '../../core/text.js';
import type { Topic } from '../../core/topics/topic.js';
import { AimiError } from '../../errors.js';
import { topicView } from '../../render/topics/topic-view.js';
import { type TopicRow, topicsView } from '../../render/topics/topics-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';

export const topicsPresentation: Presentation<readonly TopicRow[]> = {
  table: topicsView,
  columns: ['topic', 'about', 'summary', 'command'],
};

/** The view knows the other topics, so that links between pages become commands. */
export function helpPresentation(topics: readonly Topic[]): Presentation<Topic> {
  return { table: topicView(new Set(topics.map(({ topic }) => topic))) };
}

/** All topics, without their texts; `commands` win over topics of their name. */
export function runTopics(
  topics: readonly Topic[],
  commands: readonly string[],
): Outcome<readonly TopicRow[]> {
  const rows = topics.map(({ topic, about, summary, questions }) => ({
    topic,
    about,
    summary,
    questions,
    command: `aimi help ${commands.includes(topic) ? 'topics ' : ''}${topic}`,
  }));
  return { data: rows };
}

/**
 * The topic that `words` name. Where there is none, `usage` with the nearest of the topics and of `commands`,
 * which are those below `path`.
 */
export function runHelp(
  topics: readonly Topic[],
  words: readonly string[],
  commands: readonly string[],
  path: readonly string[] = [],
): Outcome<Topic> {
  const [wanted = ''] = words;
  const isTopic = path.length === 0;
  const found = topics.find(({ topic }) => isTopic && topic === wanted.toLowerCase());
  if (found !== undefined && words.length === 1) return { data: found };
  const asked = stripControls([...path, ...words].join(' ')).slice(0, 80);
  const known = isTopic ? ['topics', ...topics.map(({ topic }) => topic), ...commands] : commands;
  const near = nearestNames(wanted, known);
  const lines = [...new Set(near)].map((each) => ['aimi help', ...path, each].join(' '));
  throw new AimiError('usage', {
    message: `No command${isTopic ? ' and no topic' : ''} '${asked}'`,
    hint: lines.length === 0 ? 'aimi --help, aimi help topics' : `Did you mean ${lines.join(', or ')}?`,
    details: { nearest: near },
  });
}

/** The pages of docs/, as the build has read them. */
export function readTopics({ ctx }: Pick<Session, 'ctx'>): readonly Topic[] {
  const topics = ctx.readData('topics');
  if (!isTopics(topics)) throw new TypeError('topics.json is not a list of topics');
  return topics;
}

function isTopics(value: unknown): value is readonly Topic[] {
  return Array.isArray(value) && value.every((each) => typeof each?.topic === 'string');
}
