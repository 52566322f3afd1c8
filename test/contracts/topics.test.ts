import { describe, expect, it } from 'vitest';
import { SETTING_RULES } from '../../src/config/rules.js';
import { parseBlocks } from '../../src/core/topics/blocks.js';
import { parseTopic } from '../../src/core/topics/topic.js';
import { readDocTopics } from '../helpers/doc-topics.js';
import { listFiles, readProjectFile } from './documents.js';

const topics = readDocTopics();
const named = topics.map((topic) => [topic.topic, topic] as const);

describe('the topics', () => {
  it('are those that issue and README promise', () => {
    expect(topics.map(({ topic }) => topic).sort()).toEqual([
      'authentication',
      'billing',
      'configuration',
      'copyright',
      'data-handling',
      'endpoints',
      'environment',
      'exit-codes',
      'faq',
      'hosting-and-terms',
      'limits',
      'models',
      'output',
      'query',
      'sdks',
      'services',
    ]);
  });

  it('are all of docs/topics', () => {
    expect(
      listFiles('docs/topics', '.md').filter((path) => parseTopic(readProjectFile(path)) === null),
    ).toEqual([]);
  });

  it.each(named)('%s: answers something, in a line of summary', (_name, { questions, summary }) => {
    expect(questions.length).toBeGreaterThan(0);
    expect(summary.length).toBeLessThan(100);
  });

  it.each(named)('%s: every source is named in the text, and every name has a source', (_name, topic) => {
    const used = [...topic.text.matchAll(/\[\^([\w-]+)\]/g)].map((match) => match[1]);
    expect([...new Set(used)].sort()).toEqual(topic.sources.map(({ id }) => id).sort());
  });

  it.each(named)('%s: is written in what the terminal can show', (_name, { text }) => {
    const paragraphs = parseBlocks(text).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    // HTML, images, quotations and lists in lists are shown as they are.
    expect(paragraphs.filter((each) => /^(?:<|!\[|>|\|)/.test(each))).toEqual([]);
    expect(text).not.toMatch(/^ {2,}[-*] /m);
  });
});

/** What aimi does, not Azure. */
const OWN_ANSWERS = ['Which filter does a deployment have?'];

describe('what is said about Azure', () => {
  const sections = topics
    .filter(({ about, topic }) => about === 'azure' && topic !== 'faq')
    .flatMap(({ topic, text }) =>
      text
        .split(/^## /m)
        .slice(1)
        .map((section) => [topic, section.split('\n')[0] ?? '', section] as const),
    );

  it.each(sections)('%s: "%s" names its source', (_topic, question, section) => {
    expect(/\[\^[\w-]+\]/.test(section)).toBe(!OWN_ANSWERS.includes(question));
  });
});

/** The questions of the FAQ, in order; faq.yml of MicrosoftDocs/azure-ai-docs, 2025-01-21. */
const FAQ_TITLES = [
  /Azure OpenAI and Foundry Models/,
  /AI services and Foundry/,
  /serverless endpoints and Foundry Models/,
  /not all models of the catalog/,
  /not approved some models/,
  /SDKs and programming languages/,
  /OpenAI library for Python/,
  /404 error/,
  /401 with a key/,
  /base URL gives 404/,
  /custom headers/,
  /How are models billed/,
  /Where can I see the bill/,
  /spending limit/,
  /models of partners available/,
  /Global Standard/,
  /used to train/,
  /shared with model providers/,
  /Customer Copyright Commitment/,
];

describe('the FAQ', () => {
  const faq = topics.find(({ topic }) => topic === 'faq');

  it('has every question of the FAQ of the service', () => {
    expect(faq?.questions.length).toBe(FAQ_TITLES.length);
    for (const [place, title] of FAQ_TITLES.entries()) expect(faq?.questions[place]).toMatch(title);
  });

  it('answers each with a sentence and a command', () => {
    const answers = (faq?.text ?? '').split(/^### /m).slice(1);
    const poor = answers.filter((answer) => !/\n\n\S[^\n]+\n\n```sh\naimi [^\n]+\n```/.test(answer));
    expect(poor).toEqual([]);
  });
});

/** Words in capitals that are no variables: codes of errors and of libraries. */
const NO_VARIABLES = ['EAI_AGAIN', 'ERR_STREAM_DESTROYED', 'PARSE_ERROR', 'QUOTE_DOUBLE', 'Z_BUF_ERROR'];

describe('the environment topic', () => {
  // src/core knows variables that other programs read, and cannot read any itself.
  const code = listFiles('src', '.ts').filter((path) => !path.startsWith('src/core/'));
  const read = code.flatMap((path) => {
    const text = readProjectFile(path);
    const fields = [...text.matchAll(/\benv\??\.([A-Z][A-Z0-9_]*)\b/g)];
    const names = [...text.matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|CI)'/g)];
    return [...fields, ...names].map((match) => match[1] ?? '');
  });
  const known = new Set(read.filter((name) => !NO_VARIABLES.includes(name)));
  const { text } = topics.find(({ topic }) => topic === 'environment') ?? { text: '' };
  const written = new Set([...text.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map((match) => match[1] ?? ''));
  // Parts of names, in the paragraph on the doctor.
  for (const part of ['ENDPOINT', 'BASE_URL', 'API_VERSION']) written.delete(part);

  it('names every variable that the code reads', () => {
    expect(known.size).toBeGreaterThan(50);
    expect([...known].filter((name) => !written.has(name))).toEqual([]);
  });

  it('names no variable that the code does not read', () => {
    expect([...written].filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(Object.entries(SETTING_RULES))('gives %s one row with its flag and its variables', (_key, rule) => {
    const [first, ...others] = rule.environment.map(({ name }) => name);
    const row = text.split('\n').find((line) => line.startsWith(`| \`${first}\` |`)) ?? '';
    expect([...row.matchAll(/`([A-Z_]+)`/g)].map((match) => match[1])).toEqual([first, ...others]);
    if (rule.flag !== null) expect(row).toContain(`\`${rule.flag}\``);
  });
});
