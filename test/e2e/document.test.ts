import { describe, expect, it } from 'vitest';
import { blocksOf, exitOf, isShown, runsAimi, stepsOf, withOutput } from './document.js';

const PAGE = [
  '# A page',
  '```console',
  '$ aimi models \\',
  '    list',
  'one',
  'two',
  '$ aimi version',
  '```',
  '```sh',
  'aimi deploy x --yes # exit 3',
  'npm ci',
  '```',
  '```json',
  '{}',
  '```',
  'The end.',
].join('\n');

describe('blocks of commands', () => {
  it('are the console and sh blocks, with their commands and what these show', () => {
    expect(blocksOf(PAGE).map((block) => [block.kind, stepsOf(block)])).toEqual([
      [
        'console',
        [
          { command: 'aimi models \\\n    list', shown: 'one\ntwo\n' },
          { command: 'aimi version', shown: '' },
        ],
      ],
      [
        'sh',
        [
          { command: 'aimi deploy x --yes # exit 3', shown: null },
          { command: 'npm ci', shown: null },
        ],
      ],
    ]);
  });

  it('stay as they are but for new output', () => {
    const [block] = blocksOf(PAGE);
    if (block === undefined) throw new Error('a page without a block');
    expect(withOutput(PAGE, new Map([[block, [null, null]]]))).toBe(PAGE);
    expect(withOutput(PAGE, new Map([[block, ['three\n', null]]]))).toBe(PAGE.replace('one\ntwo', 'three'));
  });

  it('that hold a script are one command', () => {
    const [block] = blocksOf('```sh\naimi deploy x\ncase $? in\n  0) ;;\nesac\n```');
    expect(block === undefined ? [] : stepsOf(block)).toHaveLength(1);
  });
});

describe('runsAimi', () => {
  it.each([
    ['aimi version', true],
    ['python app.py 2>&1 | aimi doctor', true],
    ['AIMI_CACHE_DIR=$(mktemp -d) aimi deploy x', true],
    ['npm ci && aimi version', true],
    ['npm i -g aimi', false],
    ['echo hello # aimi version', false],
  ])('%s: %s', (command, expected) => {
    expect(runsAimi(command)).toBe(expected);
  });

  it.each([
    ['aimi x # exit 5', 5],
    ['aimi x # fails in CI with exit 5, else not', 5],
    ['aimi x --exit 5', null],
  ])('names the exit code: %s', (command, expected) => {
    expect(exitOf(command)).toBe(expected);
  });
});

describe('isShown', () => {
  it.each([
    ['a\nb\n', 'a\nb\n', true],
    ['a\nb\n', 'a\nc\n', false],
    ['a\n', 'a\nb\n', false],
    ['a\n...\n', 'a\nb\nc\n', true],
    ['a\n...\nc\n', 'a\nb\nc\n', true],
    ['a\n...\nd\n', 'a\nb\nc\n', false],
    ['say "…404…" (x)\n', 'say "Error 404 - (not)" (x)\n', true],
    ['say "…404…" (x)\n', 'say "Error 403" (x)\n', false],
    ['a  \n', 'a\n\n', true],
    ['', 'a\n', false],
  ])('%j shows %j: %s', (shown, output, expected) => {
    expect(isShown(shown, output)).toBe(expected);
  });
});
