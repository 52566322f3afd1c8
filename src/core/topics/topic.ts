/** A page of the documentation that `aimi help TOPIC` prints too. */
export interface Topic {
  readonly topic: string;
  /** What it is about: the tool, or the service behind it. */
  readonly about: 'aimi' | 'azure';
  /** One line for lists. */
  readonly summary: string;
  /** What it answers: its headings that end in a question mark, and those named at its top. */
  readonly questions: readonly string[];
  /** Markdown, with `[^id]` where a source is named. */
  readonly text: string;
  readonly sources: readonly TopicSource[];
}

export interface TopicSource {
  /** As in `[^id]`. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** The day that the source itself bears. */
  readonly date: string;
}

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;
const FOOTNOTE = /^\[\^([\w-]+)\]: \[(.+?)\]\((\S+?)\), (\d{4}(?:-\d\d){0,2})$/;
const COMMENT = /<!--[\s\S]*?-->\n*/g;

/**
 * Reads a page whose front matter names a topic; null for any other page, and an error for a page that does not
 * follow the form: every footnote is `[^id]: [Title](https://address), YYYY-MM-DD`.
 */
export function parseTopic(page: string): Topic | null {
  const head = FRONT_MATTER.exec(page);
  const fields = readFields(head?.[1] ?? '');
  const topic = fields.values.get('topic');
  if (head === null || topic === undefined) return null;
  const about = fields.values.get('about');
  const summary = fields.values.get('summary');
  if ((about !== 'aimi' && about !== 'azure') || summary === undefined)
    throw new Error(`Topic ${topic}: about and summary are needed`);
  const lines = page.slice(head[0].length).replace(COMMENT, '').trim().split('\n');
  const sources = lines.filter((line) => line.startsWith('[^')).map((line) => readSource(line, topic));
  const body = lines.filter((line) => !line.startsWith('[^'));
  return {
    topic,
    about,
    summary,
    questions: [...fields.questions, ...headingQuestions(body)],
    text: body.join('\n').trim(),
    sources,
  };
}

function readFields(text: string) {
  const values = new Map<string, string>();
  const questions: string[] = [];
  for (const line of text.split('\n')) {
    const item = /^ {2}- (.+)$/.exec(line)?.[1];
    if (item !== undefined) questions.push(item);
    const [, key = '', value = ''] = /^(\w+): (.+)$/.exec(line) ?? [];
    if (key !== '') values.set(key, value);
  }
  return { values, questions };
}

function readSource(line: string, topic: string): TopicSource {
  const [, id, title, url, date] = FOOTNOTE.exec(line) ?? [];
  if (id === undefined || title === undefined || url === undefined || date === undefined)
    throw new Error(`Topic ${topic}: not a footnote with title, address and date: ${line}`);
  return { id, title, url, date };
}

function headingQuestions(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => /^#{2,3} (.+\?)$/.exec(line)?.[1] ?? []);
}
