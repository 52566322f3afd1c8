import { nearestNames } from '../../core/catalog/nearest.js';
import { stripControls } from '../../core/text.js';
import { parseTopic, type Topic } from '../../core/topics/topic.js';
import { AimiError } from '../../errors.js';
import { topicView } from '../../render/topics/topic-view.js';
import { type TopicRow, topicsView } from '../../render/topics/topics-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';

type Place = Pick<Session, 'ctx'>;

export const topicsPresentation: Presentation<readonly TopicRow[]> = {
  table: topicsView,
  columns: ['topic', 'about', 'summary', 'command'],
};

/** The view knows the other topics, so that links between pages become commands. */
export function helpPresentation(session: Place): Presentation<Topic> {
  return { table: topicView(new Set(readTopics(session).map(({ topic }) => topic))) };
}

/** All topics, without their texts; `commands` win over topics of their name. */
export function runTopics(session: Place, commands: readonly string[]): Outcome<readonly TopicRow[]> {
  const rows = readTopics(session).map(({ topic, about, summary, questions }) => ({
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
  session: Place,
  words: readonly string[],
  commands: readonly string[],
  path: readonly string[] = [],
): Outcome<Topic> {
  const [wanted = ''] = words;
  const topics = path.length === 0 ? readTopics(session) : [];
  const name = wanted.toLowerCase();
  const topic = topics.find((each) => each.topic === name);
  if (topic !== undefined && words.length === 1) return { data: topic };
  const asked = stripControls([...path, ...words].join(' ')).slice(0, 80);
  const near = nearestNames(wanted, [
    ...(topics.length === 0 ? [] : ['topics']),
    ...topics.map((each) => each.topic),
    ...commands,
  ]);
  const lines = [...new Set(near)].map((each) => ['aimi help', ...path, each].join(' '));
  throw new AimiError('usage', {
    message: `No command${path.length === 0 ? ' and no topic' : ''} '${asked}'`,
    hint: lines.length === 0 ? 'aimi --help, aimi help topics' : `Did you mean ${lines.join(', or ')}?`,
    details: { nearest: near },
  });
}

/** The pages as they are in docs/, packed by the build. */
function readTopics({ ctx }: Place): readonly Topic[] {
  const pages = ctx.readData('topics');
  if (!Array.isArray(pages)) throw new TypeError('topics.json is not a list of pages');
  return pages.flatMap((page) => parseTopic(String(page)) ?? []);
}
